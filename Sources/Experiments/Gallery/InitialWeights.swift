import Networks
import Scalars

/// How often a net learns two spirals, against how large its weights are at the start.
struct InitialWeights: Experiment {
  static let id = "initialisation"
  static let measure =
    "share of trainings that give 97 of 100 points of two spirals their class, against the size of the first weights; 2-16-16-2, 400 epochs"
  static let statistic = Statistic.share(above: 0.95)
  private static let factors: [(name: String, factor: Double)] = [
    ("All weights 0", 0), ("A quarter of Glorot's", 0.25), ("Half", 0.5), ("Glorot's", 1), ("Twice", 2),
  ]
  static let rows = factors.map(\.name)
  static let trainings = factors.count

  init() {}

  func replicate(seed: UInt64) throws -> [[Double]] {
    var generator = SeededGenerator(seed: seed, axes: ["initialisation"])
    let data = try Dataset.twoSpirals(count: 100, noise: 0.02, using: &generator)
    let network = try MultilayerPerceptron(widths: [2, 16, 16, 2])
    let loss = try NetworkLoss(network: network, dataset: data)
    let rows = Array(0..<data.count)
    let training = Training(update: .adam(rate: 0.01), batchSize: 32, epochs: 400)
    let start = network.initialParameters(using: &generator)
    return try Self.factors.map { entry in
      // Biases are 0: one start in five sizes.
      let own = start.map { entry.factor * $0 }
      let end = try training.run(loss, from: own, on: DataSplit(train: rows), seed: seed).parameters
      return [(loss.evaluate(rows, at: end).accuracy ?? 0) > 0.97 ? 1 : 0]
    }
  }
}
