import Canvas

/// The three sizes of text that a figure has, and no more.
public struct Typography: Hashable, Sendable {
  public var family: String
  /// The size of axis titles and labels in CSS pixels; the others follow from it.
  public var base: Double

  public init(base: Double = 12, family: String = Font.defaultFamily) {
    self.base = base
    self.family = family
  }

  /// Names the figure.
  public var title: Font { Font(size: base * 1.25, weight: .bold, family: family) }
  /// Axis titles, series, headings of panels.
  public var label: Font { Font(size: base, family: family) }
  public var strongLabel: Font { Font(size: base, weight: .bold, family: family) }
  /// Tick labels and notes.
  public var small: Font { Font(size: base * 0.875, family: family) }
}
