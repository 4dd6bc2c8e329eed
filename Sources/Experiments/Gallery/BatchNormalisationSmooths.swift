import Networks
import Scalars

/// Whether the landscape that a training walks through is smoother where its net is batch-normalised.
///
/// After Santurkar, Tsipras, Ilyas and Mądry, How Does Batch Normalization Help Optimization?, NeurIPS 2018: both nets have
/// the same data, weights, batches and rate. The loss is that of all training rows, which give the statistics. Steps along
/// the gradient are ½, 1, 2 and 4 of the training's. The loss also varies more where the gradient is larger and a step
/// gains more, which is no roughness; the gradient's change is relative and decides. At equal loss, a net that never gets
/// there counts as not smoother.
struct BatchNormalisationSmooths: Experiment {
  static let id = "batch-normalisation-smooths"
  static let measure =
    "share of pairs of trainings in which the training loss is smoother for the net with batch normalisation; digits, 64-32-32-10, 300 rows"
  static let statistic = Statistic.share(above: 0.5)
  static let rows = [
    "Variation of the loss along the gradient, over 30 epochs",
    "Change of the gradient along it, over 30 epochs",
    "Leading curvature, over 30 epochs",
    "Variation of the loss along the gradient, at a training loss of 0.3",
    "Leading curvature, at a training loss of 0.3",
    "Change of the gradient along it, at a training loss of 0.3",
  ]
  static let trainings = 4
  static let counted = "pairs of trainings"
  private static let rate = 0.1
  private static let epochs = 30
  private static let level = 0.3

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    let problem = try task.problem(seed: seed, hidden: 32, train: 300)
    let nets = try [true, false].map { isNormalised in
      try NetworkLoss(
        network: MultilayerPerceptron(widths: [64, 32, 32, 10], batchNormalisation: isNormalised),
        dataset: problem.loss.dataset)
    }
    let along = try nets.map { try smoothness($0, along: problem, seed: seed) }
    let level = try nets.map { try smoothness($0, atLevelOf: problem, seed: seed) }
    return areSmaller(along[0], than: along[1], count: 3) + areSmaller(level[0], than: level[1], count: 3)
  }

  private var training: Training { Training(update: .momentum(rate: Self.rate), batchSize: 32, epochs: 200) }

  /// The same weights for both nets, whose layers stand at different places.
  private func start(_ loss: NetworkLoss, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed, axes: ["start"])
    return loss.network.initialParameters(using: &generator)
  }

  /// Variation, curvature and change of the gradient at one point.
  private func smoothness(_ loss: NetworkLoss, at x: [Double], rows: [Int], seed: UInt64) -> [Double] {
    let step = loss.gradientStep(at: x, rows: rows, rates: [0.5, 1, 2, 4].map { $0 * Self.rate })
    return [step.lossRange, loss.leadingCurvature(at: x, rows: rows, seed: seed, steps: 15), step.gradientChange]
  }

  /// Sums over a training, measured every fifth epoch: variation, change of the gradient, curvature.
  private func smoothness(_ loss: NetworkLoss, along problem: DigitsTask.Problem, seed: UInt64) throws -> [Double] {
    let rows = problem.split.train
    var loop = try TrainingLoop(
      loss: loss, rows: rows, parameters: start(loss, seed: seed), training: training, seed: seed)
    var sums = [0.0, 0, 0]
    for epoch in 1...Self.epochs {
      loop.runEpoch()
      guard epoch.isMultiple(of: 5) else { continue }
      let own = smoothness(loss, at: loop.parameters, rows: rows, seed: seed)
      sums = [sums[0] + own[0], sums[1] + own[2], sums[2] + own[1]]
    }
    return sums
  }

  private func smoothness(
    _ loss: NetworkLoss, atLevelOf problem: DigitsTask.Problem, seed: UInt64
  ) throws -> [Double]? {
    let rows = problem.split.train
    let weights = try loss.weights(
      atLoss: Self.level, rows: rows, from: start(loss, seed: seed), training: training, seed: seed)
    return weights.map { smoothness(loss, at: $0, rows: rows, seed: seed) }
  }
}
