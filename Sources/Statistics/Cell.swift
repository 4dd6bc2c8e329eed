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
  /// Evaluations of all runs together.
  public let evaluations: EvaluationCounts
  /// Local minima that caught runs: positions in the objective's list, and how many runs each, most first.
  public let minima: [(minimum: Int, count: Int)]
  public let curve: GapCurve
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

  init(_ outcomes: some Sequence<Outcome>) { for outcome in outcomes { counts[outcome, default: 0] += 1 } }

  public subscript(outcome: Outcome) -> Int { counts[outcome] ?? 0 }
  public var total: Int { counts.values.reduce(0, +) }
}

/// How the best gap of a cell's runs falls with the evaluations spent.
public struct GapCurve: Sendable {
  /// Ascending.
  public let evaluations: [Int]
  /// Quantiles over the runs at each of `evaluations`; infinite where that share of runs had not seen the domain.
  public let median: [Double]
  public let q25: [Double]
  public let q75: [Double]
}
