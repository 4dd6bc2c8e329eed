import Networks
import Scalars

/// A training whose learning rate and batch size are drawn at random, so that it ends in another kind of minimum.
struct VariedTraining {
  let problem: DigitsTask.Problem
  let seed: UInt64
  private let training: Training

  init(_ task: DigitsTask, seed: UInt64) throws {
    self.seed = seed
    problem = try task.problem(seed: seed, hidden: 16, train: 300)
    var generator = SeededGenerator(seed: seed, axes: ["training"])
    let rate = Double.exp(generator.uniform(from: Double.log(3e-4), to: Double.log(3e-2)))
    let batch = [4, 8, 16, 32, 64, 128][generator.index(below: 6)]
    training = Training(update: .adam(rate: rate), batchSize: batch)
  }

  /// The weights after so many epochs.
  func weights(afterEpochs epochs: Int) throws -> [Double] {
    var training = training
    training.epochs = epochs
    return try training.run(problem.loss, from: problem.start, on: DataSplit(train: rows), seed: seed).parameters
  }

  /// The weights at a training loss, or after `epochs` where it is not reached.
  func weights(atLoss level: Double, epochs: Int) throws -> [Double] {
    var training = training
    training.epochs = epochs
    return try problem.loss.weights(atLoss: level, rows: rows, from: problem.start, training: training, seed: seed)
      ?? weights(afterEpochs: epochs)
  }

  func trainLoss(at x: [Double]) -> Double { problem.loss.evaluate(rows, at: x).loss }
  func testAccuracy(at x: [Double]) -> Double { problem.loss.evaluate(problem.split.test, at: x).accuracy ?? 0 }

  /// Leading curvature, trace, the largest and the mean rise.
  func sharpness(at x: [Double]) -> [Double] {
    let loss = problem.loss
    return [
      loss.leadingCurvature(at: x, rows: rows, seed: seed),
      loss.curvatureTrace(at: x, rows: rows, samples: 10, seed: seed).mean,
      loss.largestRise(around: x, rows: rows, radius: 0.05, seed: seed),
      loss.rise(around: x, rows: rows, radius: 0.3, directions: 10, seed: seed),
    ]
  }

  private var rows: [Int] { problem.split.train }
}
