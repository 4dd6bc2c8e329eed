import Networks
import Scalars

/// How often a net learns the exclusive or, against its width; a net that does not is caught or too slow.
struct WidthAndSuccess: Experiment {
  static let id = "width-and-success"
  static let measure = "share of random starts from which the exclusive or is learned to a loss below 0.01"
  static let statistic = Statistic.share(above: 0.95)
  private static let widths = [2, 3, 4, 8, 16]
  static let rows = widths.map { "\($0) hidden units" }
  static let trainings = widths.count

  init() {}

  func replicate(seed: UInt64) throws -> [[Double]] {
    var generator = SeededGenerator(seed: seed, axes: ["exclusive or"])
    let data = try Dataset.xor(using: &generator)
    return try Self.widths.map { width in
      let network = try MultilayerPerceptron(widths: [2, width, 2])
      let loss = try NetworkLoss(network: network, dataset: data)
      let start = network.initialParameters(using: &generator)
      let training = Training(update: .adam(rate: 0.02), batchSize: 4, epochs: 1500)
      let run = try training.run(loss, from: start, on: DataSplit(train: [0, 1, 2, 3]), seed: seed)
      return [loss.evaluate([0, 1, 2, 3], at: run.parameters).loss < 0.01 ? 1 : 0]
    }
  }
}
