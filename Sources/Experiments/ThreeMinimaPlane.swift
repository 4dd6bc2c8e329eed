import Networks
import Scalars

/// Three minima below the ends of three trainings, and the training loss with its penalty on the plane through them.
public struct ThreeMinimaPlane: LossPlane {
  public let network: String
  public let seed: UInt64
  public let epochs: Int
  /// λ of the penalty ½λ Σ w².
  public let l2: Double
  /// Whether the hidden units of the second and third are in the order and with the signs of the first's.
  public let isAligned: Bool
  /// As they were found, before any alignment.
  public let minima: [FoundMinimum]
  /// The three minima; the first at (0, 0), the second on the x-axis, the third above it.
  public let marks: [PlaneMark]
  private let surface: PlaneProblem<ThreePointPlane>

  /// The digits, 64-16-10, 300 rows, Adam in batches of 32, then L-BFGS; nil where the three lie on a line.
  public init?(seed: UInt64, epochs: Int = 40, l2: Double = 0.001, isAligned: Bool = false) throws {
    let problem = try DigitsTask().problem(seed: seed, hidden: 16, train: 300, l2: l2)
    minima = try problem.minima(count: 3, epochs: epochs, seed: seed)
    var points = minima.map(\.weights)
    if isAligned { points = points.map { problem.loss.network.aligned($0, to: points[0]) } }
    guard let plane = ThreePointPlane(points[0], points[1], points[2]) else { return nil }
    network = problem.name
    self.seed = seed
    self.epochs = epochs
    self.l2 = l2
    self.isAligned = isAligned
    marks = points.enumerated().map { PlaneMark("Minimum \($0 + 1)", $1, on: plane, of: problem) }
    surface = PlaneProblem(plane, problem)
  }

  public var parameterCount: Int { surface.parameterCount }

  public func loss(_ x: Double, _ y: Double) -> Double { surface.loss(x, y) }
}
