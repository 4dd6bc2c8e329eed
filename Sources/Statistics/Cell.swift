import Optimizers
import Sweeps

/// What is known of one method on one objective, over all its runs.
public struct Cell: Sendable {
  /// Positions in the study's lists.
  public let objective: Int
  public let method: Int
  public let runs: Int
  /// Runs per outcome; the counts add up to `runs`.
  public let outcomes: OutcomeCounts
  public let success: Proportion
  /// Evaluations spent by all runs until they reached the target or ended, per success; nil without a success.
  ///
  /// Source: Auger and Hansen, Performance Evaluation of an Advanced Local Search Evolutionary Algorithm, CEC 2005.
  public let expectedRunningTime: Double?
  /// Quantiles of the best f − f*; infinite where runs never saw the domain.
  public let finalGap: (median: Double, q10: Double, q90: Double)
  /// Evaluations spent by all runs until they reached the target or ended.
  public let spent: Int
  /// Evaluations of the runs that reached the target, until they did.
  public let spentReaching: Int
  /// Evaluations of the runs that ended in local minima.
  public let spentCaught: Int
  /// Evaluations of all runs together.
  public let evaluations: EvaluationCounts
  /// Local minima that caught runs: positions in the objective's list, and how many runs each, most first.
  public let minima: [(minimum: Int, count: Int)]
  public let curve: GapCurve
  /// The best point of all runs, and f there; nil if no run saw the domain.
  public let best: (x: [Double], value: Double)?
  /// Where the objective has one dimension, where the runs came to rest, in the order of their starts: the best point of
  /// those that reached the minimum, else where descent from the last iterate leads, else the last iterate.
  public let ends: [Double]
  /// Why the first of the failed runs failed.
  public let firstFailure: String?
  /// Paths of the first starts, where the objective has two dimensions.
  public let paths: [Path]

  /// One run's recorded path.
  public struct Path: Sendable {
    public let start: Int
    public let points: [(x: Double, y: Double)]
    public let outcome: Outcome
  }
}

/// Runs per outcome.
public struct OutcomeCounts: Sendable, Equatable {
  private var counts: [Outcome: Int] = [:]

  mutating func note(_ outcome: Outcome) { counts[outcome, default: 0] += 1 }

  public subscript(outcome: Outcome) -> Int { counts[outcome] ?? 0 }
  public var total: Int { counts.values.reduce(0, +) }
}
