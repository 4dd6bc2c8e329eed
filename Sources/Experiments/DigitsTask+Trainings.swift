import Networks
import Scalars

extension DigitsTask.Problem {
  /// The widths with hyphens between.
  var name: String { loss.network.widths.map(String.init).joined(separator: "-") }

  /// The loss on the rows to train with, penalty included: what trainings minimise.
  func trainingLoss(at x: [Double]) -> Double {
    loss.value(ofRows: split.train.span, at: x.span, in: Workspace(for: loss.network))
  }

  /// Where Adam in batches of 32 ends.
  func end(from start: [Double], epochs: Int, seed: UInt64) throws -> [Double] {
    let training = Training(update: .adam(rate: 0.005), batchSize: 32, epochs: epochs)
    return try training.run(loss, from: start, on: DataSplit(train: split.train), seed: seed).parameters
  }

  /// The ends of trainings with weights and batches of their own on the same rows.
  func ends(count: Int, epochs: Int, seed: UInt64) throws -> [[Double]] {
    try (0..<count).map { index in
      let axes = ["training", String(index)]
      var generator = SeededGenerator(seed: seed, axes: axes)
      let start = loss.network.initialParameters(using: &generator)
      return try end(from: start, epochs: epochs, seed: SeededGenerator.streamSeed(seed, axes: axes))
    }
  }
}

extension DigitsTask.Problem {
  /// The training loss's barrier, of `count` points of the line.
  func barrier(on line: WeightLine, count: Int) -> Double {
    let shares = WeightLine.shares(count)
    return WeightLine.barrier(shares.map { loss.evaluate(split.train, at: line.point($0)).loss }, at: shares)
  }
}
