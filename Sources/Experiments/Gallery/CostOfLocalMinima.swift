import Networks
import Scalars

/// What ending in a minimum that is not the lowest of five costs on test rows.
struct CostOfLocalMinima: Experiment {
  static let id = "cost-of-local-minima"
  static let measure =
    "test accuracy of the start, of five, that ends lowest on the training rows, less the mean of the other four"
  static let statistic = Statistic.mean(above: 0.005)
  static let rows = ["Digits, 64-16-10, 500 rows, 100 epochs"]
  static let trainings = 5

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let problem = try task.problem(seed: seed, hidden: 16, train: 500)
    let training = Training(update: .adam(rate: 0.005), batchSize: 64, epochs: 100)
    var ends: [(loss: Double, accuracy: Double)] = []
    for start in 0..<Self.trainings {
      var generator = SeededGenerator(seed: seed, axes: ["start", String(start)])
      let parameters = problem.loss.network.initialParameters(using: &generator)
      let run = try training.run(problem.loss, from: parameters, on: DataSplit(train: problem.split.train), seed: seed)
      ends.append(
        (
          problem.loss.evaluate(problem.split.train, at: run.parameters).loss,
          problem.loss.evaluate(problem.split.test, at: run.parameters).accuracy ?? 0
        ))
    }
    ends.sort { $0.loss < $1.loss }
    let others = ends.dropFirst().reduce(0) { $0 + $1.accuracy } / Double(Self.trainings - 1)
    return [[ends[0].accuracy - others]]
  }
}
