import Networks

/// Whether stopping at the lowest validation loss, with those weights, beats training to the end.
struct EarlyStopping: Experiment {
  static let id = "early-stopping"
  static let measure =
    "test accuracy with early stopping, less that of the same training to the end; digits, 200 rows, every fifth label wrong"
  static let statistic = Statistic.mean(above: 0)
  static let rows = ["Digits, 64-32-10, Adam, 150 epochs"]
  static let trainings = 2

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let problem = try task.problem(seed: seed, hidden: 32, train: 200, validation: 100, wrongLabels: 0.2)
    var training = Training(update: .adam(rate: 0.005), batchSize: 32, epochs: 150)
    func accuracy() throws -> Double {
      let run = try training.run(problem.loss, from: problem.start, on: problem.split, seed: seed)
      return problem.loss.evaluate(problem.split.test, at: run.parameters).accuracy ?? 0
    }
    let whole = try accuracy()
    training.patience = 15
    return [[try accuracy() - whole]]
  }
}
