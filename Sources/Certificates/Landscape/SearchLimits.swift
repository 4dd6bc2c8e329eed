/// How much work a search of the domain may do.
public struct SearchLimits: Sendable {
  /// Boxes examined in all; what is then unresolved is reported as such.
  public var boxes: Int
  /// Undecided boxes at one time from which on lines of stationary points are looked for, and given up.
  public var boxesAtOnce: Int
  /// The width at which a box is no longer divided, beside the domain's.
  public var resolution: Double

  public init(boxes: Int = 2_000_000, boxesAtOnce: Int = 40_000, resolution: Double = 0x1p-26) {
    self.boxes = boxes
    self.boxesAtOnce = boxesAtOnce
    self.resolution = resolution
  }
}
