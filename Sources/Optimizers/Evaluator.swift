import Objectives

/// The one gate between a method and its objective: counts, enforces the budget, remembers the best point.
///
/// Only points inside the domain can be best, since f* is the minimum over the domain. Every call throws
/// `.budgetExhausted` once the budget is spent, which ends the run; a method never stops for the budget itself.
public struct Evaluator: Sendable {
  public let objective: any Objective
  /// The objective's domain, read once.
  public let domain: Box
  /// Evaluations allowed, all kinds together.
  public let budget: Int
  public private(set) var counts = EvaluationCounts()
  /// The best point inside the domain and its value; empty and +∞ while there is none.
  public private(set) var best: (x: [Double], value: Double)
  /// Evaluations spent when a value first reached the target; nil while none has.
  public private(set) var evaluationsToTarget: Int?
  /// The best value at each checkpoint passed so far.
  public private(set) var progress: [Double] = []
  /// The lowest value since it was last set, inside the domain or not: how a restarting method watches a descent.
  var lowestOfDescent = Double.infinity

  private let targetValue: Double
  private let checkpoints: [Int]
  private let farAway: [Double]

  /// - Parameters:
  ///   - targetValue: f* + target, at or below which the run has reached the global minimum.
  ///   - checkpoints: evaluation counts, ascending, at which the best value is noted.
  public init(_ objective: any Objective, budget: Int, targetValue: Double = -.infinity, checkpoints: [Int] = []) {
    self.objective = objective
    self.domain = objective.domain
    self.budget = budget
    self.targetValue = targetValue
    self.checkpoints = checkpoints
    best = ([], .infinity)
    farAway = objective.domain.widths.map { 1e12 * $0 }
    progress.reserveCapacity(checkpoints.count)
  }

  public var dimension: Int { domain.dimension }
  public var remaining: Int { budget - counts.total }

  /// f(x). NaN comes back as +∞, the worst value there is, so that comparisons need no special case.
  public mutating func value(at x: [Double]) throws(TerminationReason) -> Double {
    try admit(x)
    let value = objective.value(at: x.span)
    counts.value += 1
    record(x, value)
    return value.isNaN ? .infinity : value
  }

  /// f(x) and ∇f(x), which is written into `gradient`; throws `.notFinite` where either is not a finite number.
  public mutating func value(at x: [Double], gradient: inout [Double]) throws(TerminationReason) -> Double {
    try admit(x)
    let value = objective.value(at: x.span, gradient: &gradient)
    counts.gradient += 1
    record(x, value)
    guard value.isFinite, gradient.isFinite else { throw .notFinite }
    return value
  }

  /// f(x) and ∇f(x) at a point that a line search may step back from: +∞ where either is not a finite number, and
  /// where `x` is too far away to be evaluated at all.
  public mutating func trial(at x: [Double], gradient: inout [Double]) throws(TerminationReason) -> Double {
    do { return try value(at: x, gradient: &gradient) } catch {
      switch error {
      case .notFinite, .diverged: return .infinity
      default: throw error
      }
    }
  }

  /// ∇²f(x), row-major, written into `hessian`; throws `.notFinite` where an element is not a finite number.
  public mutating func hessian(at x: [Double], into hessian: inout [Double]) throws(TerminationReason) {
    try admit(x)
    objective.hessian(at: x.span, into: &hessian)
    counts.hessian += 1
    note()
    guard hessian.isFinite else { throw .notFinite }
  }

  /// Looks at the point a run ends on, outside the budget: its cost is the evaluations that led to it.
  public mutating func look(at x: [Double]) -> Double {
    let value = objective.value(at: x.span)
    record(x, value, isCounted: false)
    if let last = progress.indices.last, checkpoints[last] == counts.total { progress[last] = best.value }
    return value
  }

  private func admit(_ x: [Double]) throws(TerminationReason) {
    guard counts.total < budget else { throw .budgetExhausted }
    for i in x.indices where !(x[i].magnitude <= farAway[i]) { throw x[i].isNaN ? .notFinite : .diverged }
  }

  private mutating func record(_ x: [Double], _ value: Double, isCounted: Bool = true) {
    if value < lowestOfDescent { lowestOfDescent = value }
    if value < best.value, value > -.infinity, domain.contains(x) {
      // Element by element: sharing the array would make the method's next move copy it.
      if best.x.isEmpty { best.x = Array(repeating: 0, count: x.count) }
      best.x.assign(x)
      best.value = value
      if value <= targetValue, evaluationsToTarget == nil { evaluationsToTarget = counts.total }
    }
    if isCounted { note() }
  }

  private mutating func note() {
    while progress.count < checkpoints.count, checkpoints[progress.count] <= counts.total {
      progress.append(best.value)
    }
  }
}
