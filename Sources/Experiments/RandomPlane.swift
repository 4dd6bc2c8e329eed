import Networks
import Scalars

/// One training's end, and the training loss on the plane around it in two random directions.
///
/// One unit of a direction is as long as the weights it moves: at a distance of 1 little of the network is left.
public struct RandomPlane: LossPlane {
  public let network: String
  public let seed: UInt64
  public let epochs: Int
  public let normalisation: FilterNormalisedPlane.Normalisation
  /// The start and the end; the end is at (0, 0), the start outside of the plane.
  public let marks: [PlaneMark]
  private let surface: PlaneProblem<FilterNormalisedPlane>

  /// The digits, 64-16-10, 300 rows, Adam in batches of 32.
  public init(
    seed: UInt64, epochs: Int = 40, normalisation: FilterNormalisedPlane.Normalisation = .filter
  ) throws {
    let problem = try DigitsTask().problem(seed: seed, hidden: 16, train: 300)
    let end = try problem.end(from: problem.start, epochs: epochs, seed: seed)
    var generator = SeededGenerator(seed: seed, axes: ["random plane"])
    let plane = FilterNormalisedPlane(
      of: problem.loss.network, at: end, normalisation: normalisation, using: &generator)
    network = problem.name
    self.seed = seed
    self.epochs = epochs
    self.normalisation = normalisation
    marks = [
      PlaneMark("Start", problem.start, on: plane, of: problem), PlaneMark("End", end, on: plane, of: problem),
    ]
    surface = PlaneProblem(plane, problem)
  }

  public var parameterCount: Int { surface.parameterCount }

  public func loss(_ x: Double, _ y: Double) -> Double { surface.loss(x, y) }
}
