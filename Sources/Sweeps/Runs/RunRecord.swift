import Optimizers

/// All that is kept of one run. A pure function of the run's key.
public struct RunRecord: Sendable, Equatable {
  public var key: RunKey
  /// Seed of the run's own draws.
  public var seed: UInt64
  public var x0: [Double]
  /// The best point inside the domain; empty if the run never saw one.
  public var xBest: [Double]
  public var xLast: [Double]
  /// +∞ where there is no best point.
  public var fBest: Double
  /// NaN or infinite where the run ended so.
  public var fLast: Double
  public var counts: EvaluationCounts
  /// Evaluations spent when the target was first reached; nil if it was not.
  public var evaluationsToTarget: Int?
  public var steps: Int
  public var reason: String
  public var outcome: Outcome
  /// Where local descent from the last iterate ends, for `inGlobalBasin` and `localMinimum`; else empty.
  public var rest: [Double]
  /// f at `rest`; NaN where there is none.
  public var fRest: Double
  /// The path of the first few starts of 2-D objectives, thinned, as x₁, x₂, x₁, x₂ …; else empty.
  public var path: [Double]
}

extension RunRecord {
  /// Whether two records hold the same bits, NaN included.
  public static func == (a: RunRecord, b: RunRecord) -> Bool {
    func bits(_ x: [Double]) -> [UInt64] { x.map(\.bitPattern) }
    return a.key == b.key && a.seed == b.seed && bits(a.x0) == bits(b.x0) && bits(a.xBest) == bits(b.xBest)
      && bits(a.xLast) == bits(b.xLast) && bits([a.fBest, a.fLast, a.fRest]) == bits([b.fBest, b.fLast, b.fRest])
      && a.counts == b.counts && a.evaluationsToTarget == b.evaluationsToTarget && a.steps == b.steps
      && a.reason == b.reason && a.outcome == b.outcome && bits(a.rest) == bits(b.rest) && bits(a.path) == bits(b.path)
  }
}
