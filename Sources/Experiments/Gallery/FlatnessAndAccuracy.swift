/// Whether runs that end where the landscape is flatter do better on the test rows.
///
/// After 60 epochs the runs have different losses, and cross-entropy loses its curvature as it goes to 0: flatter is then
/// also further learned. Where each passes the same training loss, that cannot be; a run that has not after 2,500 epochs
/// is taken as it is. Of the four measures, the trace and the leading curvature change when units are rescaled (Dinh et
/// al., Sharp Minima Can Generalize For Deep Nets, ICML 2017); the mean rise, which decides, does not.
struct FlatnessAndAccuracy: Experiment {
  static let id = "flatness-and-accuracy"
  static let measure =
    "rank correlation of a flatter training loss around the weights with a higher test accuracy, over trainings with random learning rates and batches; digits, 64-16-10, 300 rows"
  static let statistic = Statistic.rankCorrelation
  private static let measures = [
    "Leading curvature", "Trace of the Hessian", "Largest rise within 5 % of the weights",
    "Rise within 30 % of the weights",
  ]
  static let rows =
    measures.map { $0 + ", after 60 epochs" } + measures.map { $0 + ", at a training loss of 0.1" }
  static let trainings = 2

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let run = try VariedTraining(task, seed: seed)
    return try [run.weights(afterEpochs: 60), run.weights(atLoss: 0.1, epochs: 2500)].flatMap { x in
      let accuracy = run.testAccuracy(at: x)
      return run.sharpness(at: x).map { [-$0, accuracy] }
    }
  }
}
