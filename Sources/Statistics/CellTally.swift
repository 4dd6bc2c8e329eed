import Objectives
import Optimizers
import Sweeps

/// What a cell's runs add up to, taken in one by one.
struct CellTally {
  private let minimum: Double
  private var outcomes = OutcomeCounts()
  private var spent = 0
  private var spentReaching = 0
  private var spentCaught = 0
  private var evaluations = EvaluationCounts()
  private var gaps: [Double] = []
  private var best: (x: [Double], value: Double)?
  private var ends: [Double] = []
  private var firstFailure: String?
  private var paths: [Cell.Path] = []

  init(_ objective: any Objective) {
    minimum = objective.minimum.value
  }

  mutating func add(_ record: RunRecord) {
    outcomes.note(record.outcome)
    spent += record.evaluationsToTarget ?? record.counts.total
    spentReaching += record.evaluationsToTarget ?? 0
    if record.outcome == .localMinimum { spentCaught += record.counts.total }
    evaluations.value += record.counts.value
    evaluations.gradient += record.counts.gradient
    evaluations.hessian += record.counts.hessian
    gaps.append(record.fBest - minimum)
    if !record.xBest.isEmpty, record.fBest < best?.value ?? .infinity { best = (record.xBest, record.fBest) }
    if record.x0.count == 1 {
      ends += record.outcome == .reached ? record.xBest : record.rest.isEmpty ? record.xLast : record.rest
    }
    if record.outcome == .failed, firstFailure == nil { firstFailure = record.reason }
    guard !record.path.isEmpty else { return }
    paths.append(
      Cell.Path(
        start: record.key.start,
        points: stride(from: 0, to: record.path.count - 1, by: 2).map { (x: record.path[$0], y: record.path[$0 + 1]) },
        outcome: record.outcome))
  }

  /// - Parameter caught: runs by the minimum that caught them.
  func cell(objective: Int, method: Int, caught: [Int: Int], curve: GapCurve) -> Cell {
    let success = Proportion(count: outcomes[.reached], of: outcomes.total)
    let quantiles = Quantiles(gaps)
    return Cell(
      objective: objective, method: method, runs: outcomes.total, outcomes: outcomes, success: success,
      expectedRunningTime: success.count > 0 ? Double(spent) / Double(success.count) : nil,
      finalGap: (quantiles[0.5], quantiles[0.1], quantiles[0.9]), spent: spent, spentReaching: spentReaching,
      spentCaught: spentCaught,
      evaluations: evaluations,
      minima: caught.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (minimum: $0.key, count: $0.value) },
      curve: curve, best: best, ends: ends, firstFailure: firstFailure,
      paths: paths)
  }
}
