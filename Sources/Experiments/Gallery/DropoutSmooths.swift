import Networks

/// Whether the landscape around weights trained with dropout is flatter than around those trained without.
struct DropoutSmooths: Experiment {
  static let id = "dropout-smooths"
  static let measure =
    "share of pairs of trainings in which the training loss rises less, within 30 % of the weights' length, around the one with dropout"
  static let statistic = Statistic.share(above: 0.5)
  static let rows = ["Digits, 64-32-10, half of the units dropped"]
  static let trainings = 2

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let problem = try task.problem(seed: seed, hidden: 32, train: 300)
    var training = Training(update: .adam(rate: 0.005), batchSize: 32, epochs: 60)
    func rise() throws -> Double {
      let run = try training.run(
        problem.loss, from: problem.start, on: DataSplit(train: problem.split.train), seed: seed)
      return problem.loss.rise(
        around: run.parameters, rows: problem.split.train, radius: 0.3, directions: 10, seed: seed)
    }
    let plain = try rise()
    training.dropout = 0.5
    return [[try rise() < plain ? 1 : 0]]
  }
}
