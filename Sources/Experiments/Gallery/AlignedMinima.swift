import Networks

/// How much of the barrier between the ends of two trainings is only the order and the signs of hidden units.
///
/// Source: Entezari, Sedghi, Saukh and Neyshabur, The Role of Permutation Invariance in Linear Mode Connectivity of Neural
/// Networks, ICLR 2022, who conjecture that all of it is in wide nets. Ends without a barrier leave nothing to vanish: 0.
struct AlignedMinima: Experiment {
  static let id = "aligned-minima"
  static let measure =
    "share of the training loss's barrier on the line between two trainings that vanishes when their hidden units are aligned; digits, 300 rows, 40 epochs"
  static let statistic = Statistic.mean(above: 0.5)
  private static let widths = [8, 16, 32, 64]
  static let rows = widths.map { "64-\($0)-10" }
  static let trainings = 2 * widths.count
  private static let count = 21

  private let task: DigitsTask

  init() throws { task = try DigitsTask() }

  func replicate(seed: UInt64) throws -> [[Double]] {
    try Self.widths.map { width in
      let problem = try task.problem(seed: seed, hidden: width, train: 300)
      let ends = try problem.ends(count: 2, epochs: 40, seed: seed)
      let line = WeightLine(from: ends[0], to: ends[1])
      let plain = problem.barrier(on: line, count: Self.count)
      let aligned = problem.barrier(on: line.aligned(in: problem.loss.network), count: Self.count)
      return [plain > 0 ? 1 - aligned / plain : 0]
    }
  }
}
