import Jobs
import Scalars

/// Every experiment that a claim can rest on.
public enum ExperimentCatalogue {
  /// One line per file of `Gallery/`.
  static let entries: [any Experiment.Type] = [
    DropoutSmooths.self,
    BatchNormalisationSmooths.self,
    EarlyStopping.self,
    LossAndAccuracy.self,
    FlatnessAndAccuracy.self,
    WidthAndSuccess.self,
    InitialWeights.self,
    DeepLinear.self,
    CostOfLocalMinima.self,
    AlignedMinima.self,
  ]

  public static var ids: [String] { entries.map { $0.id } }

  /// `replications` of the experiment `id`, `jobs` at a time; the result does not depend on `jobs`.
  ///
  /// - Parameter shouldStop: asked before every replication; where it says yes, the answer is nil.
  /// - Parameter didFinish: told how many replications are done, after each.
  /// - Throws: what the experiment throws; an unknown `id` gives nil.
  public static func run(
    _ id: String, replications: Int, seed: UInt64, jobs: Int, shouldStop: () -> Bool = { false },
    didFinish: (Int) -> Void = { _ in }
  ) async throws -> ExperimentResult? {
    guard let entry = entries.first(where: { $0.id == id }) else { return nil }
    let experiment = try entry.init()
    let all = try await inParallel(replications, jobs: jobs, shouldStop: shouldStop, didFinish: didFinish) { index in
      try experiment.replicate(seed: SeededGenerator.streamSeed(seed, axes: ["experiment", id, String(index)]))
    }
    let done = all.compactMap { $0 }
    guard done.count == replications else { return nil }
    return ExperimentResult(
      id: id, measure: entry.measure, statistic: entry.statistic, rows: entry.rows, trainings: entry.trainings,
      counted: entry.counted,
      values: entry.rows.indices.map { row in done.map { $0[row] } })
  }
}
