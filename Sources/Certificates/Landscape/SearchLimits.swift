/// How much work a search of the domain may do.
public struct SearchLimits: Sendable {
  /// Boxes examined in all; what is then unresolved is reported as such.
  public var boxes: Int
  /// Undecided boxes at one time from which on lines of stationary points are looked for, and given up.
  public var boxesAtOnce: Int
  /// The width at which a box is no longer divided, beside the domain's.
  public var resolution: Double
  /// Operations of all enclosures: it ends the search of long formulas, a box of which takes as much as many others'.
  ///
  /// Operations are counted, and no time is measured, so that results are the same on every machine.
  public var operations: Int

  /// Of one box, in operations: as long as formulas are no longer, `boxes` alone is the limit.
  private static let operationsPerBox = 400

  /// - Parameter boxesAtOnce: a fiftieth of `boxes` if nil, but from 5000 to 40,000.
  public init(boxes: Int = 4_000_000, boxesAtOnce: Int? = nil, resolution: Double = 0x1p-26) {
    self.boxes = boxes
    self.boxesAtOnce = boxesAtOnce ?? Swift.min(40_000, Swift.max(5000, boxes / 50))
    self.resolution = resolution
    operations = boxes * Self.operationsPerBox
  }
}
