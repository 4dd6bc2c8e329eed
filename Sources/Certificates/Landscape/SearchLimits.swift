/// How much work a search of the domain may do.
public struct SearchLimits: Sendable {
  /// Boxes examined in all; what is then unresolved is reported as such.
  public var boxes: Int
  /// Undecided boxes at one time from which on lines of stationary points are looked for, and given up.
  public var boxesAtOnce: Int
  /// The width at which a box is no longer divided, beside the domain's.
  public var resolution: Double

  /// - Parameter boxesAtOnce: a fiftieth of `boxes` if nil, but from 5000 to 40,000.
  public init(boxes: Int = 4_000_000, boxesAtOnce: Int? = nil, resolution: Double = 0x1p-26) {
    self.boxes = boxes
    self.boxesAtOnce = boxesAtOnce ?? Swift.min(40_000, Swift.max(5000, boxes / 50))
    self.resolution = resolution
  }
}
