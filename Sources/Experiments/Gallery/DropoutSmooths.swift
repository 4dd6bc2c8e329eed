import Networks

/// Whether the landscape around weights trained with dropout is flatter than around those trained without.
///
/// At the end of 60 epochs, and, since the two then have different losses, where each passes the same one. A training that
/// never gets there counts as the less flat. Steps along the gradient are 0.05 to 0.4 times the gradient.
struct DropoutSmooths: Experiment {
  static let id = "dropout-smooths"
  static let measure =
    "share of pairs of trainings in which the training loss is flatter around the one with dropout; digits, 64-32-10, half of the units dropped"
  static let statistic = Statistic.share(above: 0.5)
  static let rows = [
    "Rise within 30 % of the weights, after 60 epochs",
    "Variation along the gradient, after 60 epochs",
    "Leading curvature, after 60 epochs",
    "Rise within 30 % of the weights, at a training loss of 0.1",
    "Variation along the gradient, at a training loss of 0.1",
    "Leading curvature, at a training loss of 0.1",
  ]
  static let trainings = 4
  static let counted = "pairs of trainings"
  private static let level = 0.1

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let problem = try task.problem(seed: seed, hidden: 32, train: 300)
    let rows = problem.split.train
    let trainings = [0.5, 0].map {
      Training(update: .adam(rate: 0.005), batchSize: 32, epochs: 60, dropout: $0)
    }
    let ends = try trainings.map {
      try $0.run(problem.loss, from: problem.start, on: DataSplit(train: rows), seed: seed).parameters
    }
    let equal = try trainings.map {
      try problem.loss.weights(atLoss: Self.level, rows: rows, from: problem.start, training: $0, seed: seed)
    }
    func sharpness(_ x: [Double]?) -> [Double]? { x.map { self.sharpness(problem, at: $0, seed: seed) } }
    return areSmaller(sharpness(ends[0]), than: sharpness(ends[1]), count: 3)
      + areSmaller(sharpness(equal[0]), than: sharpness(equal[1]), count: 3)
  }

  private func sharpness(_ problem: DigitsTask.Problem, at x: [Double], seed: UInt64) -> [Double] {
    let (loss, rows) = (problem.loss, problem.split.train)
    return [
      loss.rise(around: x, rows: rows, radius: 0.3, directions: 10, seed: seed),
      loss.gradientStep(at: x, rows: rows, rates: [0.05, 0.1, 0.2, 0.4]).lossRange,
      loss.leadingCurvature(at: x, rows: rows, seed: seed),
    ]
  }
}
