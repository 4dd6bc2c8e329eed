import Networks
import Scalars

/// The ends of three trainings from different weights, and the training loss on the plane through them.
public struct ThreeMinimaPlane: LossPlane {
  public let network: String
  public let seed: UInt64
  public let epochs: Int
  /// Whether the hidden units of the second and third are in the order and with the signs of the first's.
  public let isAligned: Bool
  /// The three ends; the first at (0, 0), the second on the x-axis, the third above it.
  public let marks: [PlaneMark]
  private let surface: PlaneProblem<ThreePointPlane>

  /// The digits, 64-16-10, 300 rows, Adam in batches of 32; nil where the three lie on a line.
  public init?(seed: UInt64, epochs: Int = 40, isAligned: Bool = false) throws {
    let problem = try DigitsTask().problem(seed: seed, hidden: 16, train: 300)
    var ends = try problem.ends(count: 3, epochs: epochs, seed: seed)
    if isAligned { ends = ends.map { problem.loss.network.aligned($0, to: ends[0]) } }
    guard let plane = ThreePointPlane(ends[0], ends[1], ends[2]) else { return nil }
    network = problem.name
    self.seed = seed
    self.epochs = epochs
    self.isAligned = isAligned
    marks = ends.enumerated().map { PlaneMark("Training \($0 + 1)", $1, on: plane, of: problem) }
    surface = PlaneProblem(plane, problem)
  }

  public var parameterCount: Int { surface.parameterCount }

  public func loss(_ x: Double, _ y: Double) -> Double { surface.loss(x, y) }
}
