/// How much work a search of the domain may do.
public struct SearchLimits: Sendable {
  /// Boxes examined in all; what is then unresolved is reported as such.
  public var boxes: Int
  /// Boxes of one connected set at which it is given up as a line or an area of stationary points.
  public var boxesOfSet: Int
  /// The width at which a box is no longer divided, beside the domain's.
  public var resolution: Double

  public init(boxes: Int = 2_000_000, boxesOfSet: Int = 3000, resolution: Double = 0x1p-26) {
    self.boxes = boxes
    self.boxesOfSet = boxesOfSet
    self.resolution = resolution
  }
}
