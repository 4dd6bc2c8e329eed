import Networks

/// Whether the landscape around weights trained with dropout is flatter than around those trained without.
struct DropoutSmooths: Experiment {
  static let id = "dropout-smooths"
  static let measure =
    "share of pairs of trainings in which the training loss is flatter around the one with dropout; digits, 64-32-10, half of the units dropped"
  static let statistic = Statistic.share(above: 0.5)
  static let rows = ["Rise within 30 % of the weights", "Leading curvature"]
  static let trainings = 2

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let problem = try task.problem(seed: seed, hidden: 32, train: 300)
    var training = Training(update: .adam(rate: 0.005), batchSize: 32, epochs: 60)
    let rows = problem.split.train
    func sharpness() throws -> (rise: Double, curvature: Double) {
      let x = try training.run(problem.loss, from: problem.start, on: DataSplit(train: rows), seed: seed).parameters
      return (
        problem.loss.rise(around: x, rows: rows, radius: 0.3, directions: 10, seed: seed),
        problem.loss.leadingCurvature(at: x, rows: rows, seed: seed)
      )
    }
    let plain = try sharpness()
    training.dropout = 0.5
    let dropped = try sharpness()
    return [[dropped.rise < plain.rise ? 1 : 0], [dropped.curvature < plain.curvature ? 1 : 0]]
  }
}
