import Networks
import Scalars

/// A training whose learning rate and batch size are drawn at random, so that it ends in another kind of minimum.
struct VariedTraining {
  let problem: DigitsTask.Problem
  let parameters: [Double]
  let seed: UInt64

  init(_ task: DigitsTask, seed: UInt64, epochs: Int) throws {
    self.seed = seed
    problem = try task.problem(seed: seed, hidden: 16, train: 300)
    var generator = SeededGenerator(seed: seed, axes: ["training"])
    let rate = Double.exp(generator.uniform(from: Double.log(3e-4), to: Double.log(3e-2)))
    let batch = [4, 8, 16, 32, 64, 128][generator.index(below: 6)]
    let training = Training(update: .adam(rate: rate), batchSize: batch, epochs: epochs)
    let rows = DataSplit(train: problem.split.train)
    parameters = try training.run(problem.loss, from: problem.start, on: rows, seed: seed).parameters
  }

  var trainLoss: Double { problem.loss.evaluate(problem.split.train, at: parameters).loss }
  var testAccuracy: Double { problem.loss.evaluate(problem.split.test, at: parameters).accuracy ?? 0 }
  var rise: Double {
    problem.loss.rise(around: parameters, rows: problem.split.train, radius: 0.3, directions: 10, seed: seed)
  }
  var largestRise: Double {
    problem.loss.largestRise(around: parameters, rows: problem.split.train, radius: 0.05, seed: seed)
  }
  var trace: Double {
    problem.loss.curvatureTrace(at: parameters, rows: problem.split.train, samples: 10, seed: seed).mean
  }
  var curvature: Double { problem.loss.leadingCurvature(at: parameters, rows: problem.split.train, seed: seed) }
}
