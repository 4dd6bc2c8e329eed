/// Whether runs that end lower on the training loss do better on the test rows.
struct LossAndAccuracy: Experiment {
  static let id = "loss-and-accuracy"
  static let measure =
    "rank correlation of a lower training loss with a higher test accuracy, over trainings with random learning rates and batches"
  static let statistic = Statistic.rankCorrelation
  static let rows = ["Digits, 64-16-10, 300 rows, 30 epochs"]
  static let trainings = 1

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let run = try VariedTraining(task, seed: seed)
    let x = try run.weights(afterEpochs: 30)
    return [[-run.trainLoss(at: x), run.testAccuracy(at: x)]]
  }
}
