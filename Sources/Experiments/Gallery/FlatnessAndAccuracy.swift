/// Whether runs that end where the landscape is flatter do better on the test rows.
struct FlatnessAndAccuracy: Experiment {
  static let id = "flatness-and-accuracy"
  static let measure =
    "rank correlation of a flatter training loss around the weights with a higher test accuracy, over trainings with random learning rates and batches; digits, 64-16-10, 300 rows, 60 epochs"
  static let statistic = Statistic.rankCorrelation
  static let rows = [
    "Leading curvature", "Trace of the Hessian", "Largest rise within 5 % of the weights",
    "Rise within 30 % of the weights",
  ]
  static let trainings = 1

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let run = try VariedTraining(task, seed: seed, epochs: 60)
    return [run.curvature, run.trace, run.largestRise, run.rise].map { [-$0, run.testAccuracy] }
  }
}
