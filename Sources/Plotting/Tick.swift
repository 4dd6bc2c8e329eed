import Canvas

/// A mark on an axis; minor ones have no label.
public struct Tick: Hashable, Sendable {
  public let value: Double
  public let label: RichText?

  public init(_ value: Double, label: RichText? = nil) {
    self.value = value
    self.label = label
  }

  public var isMajor: Bool { label != nil }
}
