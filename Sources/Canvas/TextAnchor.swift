/// The point of a line of text that is put where one asks for it.
public struct TextAnchor: Hashable, Sendable {
  public enum Horizontal: Hashable, Sendable { case start, middle, end }
  /// `middle` is half the height of a capital, so that a label looks centred on its tick.
  public enum Vertical: Hashable, Sendable { case top, middle, baseline, bottom }

  public var horizontal: Horizontal
  public var vertical: Vertical

  public init(_ horizontal: Horizontal, _ vertical: Vertical) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
}
