import Networks
import Scalars

/// Two trainings of one network from the same weights, and the training loss on the plane nearest to their paths.
public struct TrainingPlane {
  /// One training, epoch by epoch.
  public struct Path: Sendable {
    public let name: String
    /// In the plane.
    public let points: [(x: Double, y: Double)]
    /// The largest distance of an epoch's weights from the plane, as a share of the path's extent in it.
    public let largestDistance: Double
    /// At the end: the loss of the weights, and that of the point of the plane nearest to them.
    public let loss: Double
    public let lossOnPlane: Double
  }

  public let network: String
  public let seed: UInt64
  public let epochs: Int
  public let paths: [Path]
  /// The start of both, and the end of each.
  public let marks: [PlaneMark]
  public let varianceExplained: Double
  private let plane: PrincipalPlane
  private let problem: DigitsTask.Problem
  private let workspace: Workspace

  /// The digits, 64-16-10, 300 rows, Adam and momentum in batches of 32.
  public init?(seed: UInt64, epochs: Int = 40) throws {
    let problem = try DigitsTask().problem(seed: seed, hidden: 16, train: 300)
    let rules: [(name: String, rule: UpdateRule)] = [
      ("Adam, 0.005", .adam(rate: 0.005)), ("Momentum, 0.05", .momentum(rate: 0.05, momentum: 0.9)),
    ]
    let walks = try rules.map { rule -> [[Double]] in
      var loop = try TrainingLoop(
        loss: problem.loss, rows: problem.split.train, parameters: problem.start,
        training: Training(update: rule.rule, batchSize: 32), seed: seed)
      var weights = [loop.parameters]
      for _ in 0..<epochs {
        loop.runEpoch()
        weights.append(loop.parameters)
      }
      return weights
    }
    guard let plane = PrincipalPlane(through: walks.flatMap { $0 }) else { return nil }
    network = "64-16-10"
    self.seed = seed
    self.epochs = epochs
    self.plane = plane
    self.problem = problem
    workspace = Workspace(for: problem.loss.network)
    varianceExplained = plane.varianceExplained
    marks =
      [PlaneMark("Start", problem.start, on: plane, of: problem)]
      + zip(rules, walks).map { PlaneMark($0.name, $1[$1.count - 1], on: plane, of: problem) }
    paths = zip(rules, walks).map { rule, walk -> Path in
      let projected = walk.map { plane.projection(of: $0) }
      let end = projected[projected.count - 1]
      let width = (projected.map(\.x).max() ?? 0) - (projected.map(\.x).min() ?? 0)
      let height = (projected.map(\.y).max() ?? 0) - (projected.map(\.y).min() ?? 0)
      return Path(
        name: rule.name, points: projected.map { ($0.x, $0.y) },
        largestDistance: (projected.map(\.distance).max() ?? 0) / Swift.max(width, height),
        loss: problem.loss.evaluate(problem.split.train, at: walk[walk.count - 1]).loss,
        lossOnPlane: problem.loss.evaluate(problem.split.train, at: plane.point(end.x, end.y)).loss)
    }
  }

  public var parameterCount: Int { problem.loss.network.parameterCount }

  /// The training loss at a point of the plane. For one thread at a time.
  public func loss(_ x: Double, _ y: Double) -> Double {
    problem.loss.evaluate(rows: problem.split.train.span, at: plane.point(x, y).span, in: workspace).loss
  }
}
