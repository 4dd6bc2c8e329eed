import Networks
import Scalars

/// The handwritten digits as the experiments pose them: few rows to train with, many to test on.
struct DigitsTask: Sendable {
  let clean: Dataset

  init() throws { clean = try Dataset.digits() }

  /// A problem drawn from a seed: rows, perhaps with wrong labels among those that are seen, and weights to start from.
  struct Problem {
    let loss: NetworkLoss
    let split: DataSplit
    let start: [Double]
  }

  /// - Parameters:
  ///   - train: rows to train with; `validation` rows more; all others test.
  ///   - wrongLabels: share of the training and validation rows with a wrong label; the test's are right.
  ///   - l2: λ of the penalty ½λ Σ w², without which a loss has no minima but falls for ever.
  func problem(
    seed: UInt64, hidden: Int, train: Int, validation: Int = 0, wrongLabels: Double = 0, l2: Double = 0
  ) throws -> Problem {
    var generator = SeededGenerator(seed: seed, axes: ["digits"])
    let rows = Array(0..<clean.count).shuffled(using: &generator)
    let seen = Array(rows[..<(train + validation)])
    let split = DataSplit(
      train: Array(rows[..<train]), validation: Array(rows[train..<(train + validation)]),
      test: Array(rows[(train + validation)...]))
    let data = wrongLabels > 0 ? try clean.withLabelNoise(wrongLabels, on: seen, using: &generator) : clean
    let network = try MultilayerPerceptron(widths: [64, hidden, 10], l2: l2)
    return Problem(
      loss: try NetworkLoss(network: network, dataset: data), split: split,
      start: network.initialParameters(using: &generator))
  }
}

extension NetworkLoss {
  func evaluate(_ rows: [Int], at x: [Double]) -> Evaluation {
    evaluate(rows: rows.span, at: x.span, in: Workspace(for: network))
  }
}
