import Networks
import Scalars

/// Whether a deep linear network, whose loss is not convex, ends at the global minimum, which linear algebra knows.
///
/// Every local minimum is global: Kawaguchi, Deep Learning without Poor Local Minima, NeurIPS 2016; for one hidden layer,
/// Baldi and Hornik (1989). What does not end there is at a saddle or not finished, and counts as 0.
struct DeepLinear: Experiment {
  static let id = "deep-linear"
  static let measure =
    "share of random starts from which a deep linear network ends at the least-squares solution of its rank, to a millionth"
  static let statistic = Statistic.share(above: 0.95)
  private static let widths = [[4, 3, 2], [4, 3, 3, 2], [6, 4, 2, 4, 5], [6, 5, 5, 2, 5, 5, 5]]
  static let rows = widths.map { $0.map(String.init).joined(separator: "-") }
  static let trainings = widths.count

  init() {}

  func replicate(seed: UInt64) throws -> [[Double]] {
    try Self.widths.map { [try Self.end(widths: $0, seed: seed) == .globalMinimum ? 1 : 0] }
  }

  /// Where a training ends.
  enum End { case globalMinimum, saddle, unfinished }

  static func end(widths: [Int], seed: UInt64, factor: Double = 1) throws -> End {
    let (inputs, outputs) = (widths[0], widths[widths.count - 1])
    var generator = SeededGenerator(seed: seed, axes: ["deep linear"] + widths.map(String.init))
    let (features, values) = regression(inputs: inputs, outputs: outputs, count: 40, using: &generator)
    let data = try Dataset(features: features, featureCount: inputs, target: .values(values, width: outputs))
    let minima = ReducedRankRegression(features: features, featureCount: inputs, values: values, width: outputs).minima
    let rank = min(outputs, widths.min() ?? outputs)
    let network = try MultilayerPerceptron(widths: widths, activation: .identity, loss: .meanSquaredError)
    let loss = try NetworkLoss(network: network, dataset: data)
    let start = network.initialParameters(factor: factor, using: &generator)
    let end = try descend(loss, from: start, seed: seed)
    // As a share of what there is to gain over answering the mean.
    if end.value - minima[rank] < 1e-6 * (minima[0] - minima[rank]) { return .globalMinimum }
    return end.slope < 1e-6 ? .saddle : .unfinished
  }

  /// Answers are linear in Gaussian features, with Gaussian noise of a tenth.
  private static func regression(
    inputs: Int, outputs: Int, count: Int, using generator: inout SeededGenerator
  ) -> (features: [Double], values: [Double]) {
    let weights = (0..<outputs * inputs).map { _ in generator.gaussian() / Double(inputs).squareRoot() }
    let features = (0..<count * inputs).map { _ in generator.gaussian() }
    let values = (0..<count * outputs).map { k in
      let (row, output) = (k / outputs, k % outputs)
      let answer = (0..<inputs).reduce(0.0) { $0 + weights[output * inputs + $1] * features[row * inputs + $1] }
      return answer + 0.1 * generator.gaussian()
    }
    return (features, values)
  }

  /// Loss and gradient's length after momentum steps on all rows, until the gradient is below 1e-8 or the budget is spent.
  private static func descend(
    _ loss: NetworkLoss, from start: [Double], seed: UInt64
  ) throws -> (value: Double, slope: Double) {
    let rows = Array(0..<loss.dataset.count)
    let training = Training(update: .momentum(rate: 0.02, momentum: 0.9), batchSize: rows.count)
    var loop = try TrainingLoop(loss: loss, rows: rows, parameters: start, training: training, seed: seed)
    let workspace = Workspace(for: loss.network)
    var gradient = start
    var (value, slope) = (Double.infinity, Double.infinity)
    for _ in 0..<100 where slope > 1e-8 {
      for _ in 0..<100 { loop.runEpoch() }
      let x = loop.parameters
      value = loss.value(ofRows: rows.span, at: x.span, gradient: &gradient, in: workspace)
      slope = dot(gradient, gradient).squareRoot()
    }
    return (value, slope)
  }
}
