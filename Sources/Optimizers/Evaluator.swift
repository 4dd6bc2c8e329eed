import Objectives

/// The one gate between a method and its objective: counts, enforces the budget, remembers the best point.
///
/// Only points inside the domain can be best, since f* is the minimum over the domain. Every call throws
/// `.budgetExhausted` once the budget is spent, which ends the run; a method never stops for the budget itself.
///
/// Of a stochastic objective a method is told estimates, and the record keeps exact values of the points it evaluated:
/// `best`, `progress` and `evaluationsToTarget` are without noise, and measuring them is not charged. So a run cannot reach
/// the target by a lucky draw. What a method may know of its own past is `incumbent`.
public struct Evaluator: Sendable {
  public let objective: any Objective
  /// The objective's domain, read once.
  public let domain: Box
  /// Whether the method is told estimates: then no value, and no vanishing gradient, is certain.
  public let isStochastic: Bool
  /// Evaluations allowed, all kinds together.
  public let budget: Int
  public private(set) var counts = EvaluationCounts()
  /// The best point inside the domain and its exact value. For the record; methods look at `incumbent`.
  public private(set) var best = BestPoint()
  /// Evaluations spent when a value first reached the target; nil while none has.
  public private(set) var evaluationsToTarget: Int?
  /// The best value at each checkpoint passed so far.
  public private(set) var progress: [Double] = []
  /// The lowest value told since it was last set, inside the domain or not: how a restarting method watches a descent.
  var lowestOfDescent = Double.infinity

  /// What the method is told; nil where that is the exact values.
  private var oracle: (any StochasticOracle)?
  /// The best point by what the method was told; unused where that is the exact values.
  private var bestTold = BestPoint()
  private let targetValue: Double
  private let checkpoints: [Int]
  /// Magnitudes beyond which a coordinate is too far away to be evaluated.
  let farAway: [Double]

  /// - Parameters:
  ///   - targetValue: f* + target, at or below which the run has reached the global minimum.
  ///   - checkpoints: evaluation counts, ascending, at which the best value is noted.
  ///   - oracleSeed: names the estimates that a stochastic objective gives; without effect on others.
  public init(
    _ objective: any Objective, budget: Int, targetValue: Double = -.infinity, checkpoints: [Int] = [],
    oracleSeed: UInt64 = 0
  ) {
    self.objective = objective
    oracle = (objective as? any StochasticObjective)?.oracle(seed: oracleSeed)
    isStochastic = oracle != nil
    self.domain = objective.domain
    self.budget = budget
    self.targetValue = targetValue
    self.checkpoints = checkpoints
    farAway = objective.domain.widths.map { 1e12 * $0 }
    progress.reserveCapacity(checkpoints.count)
  }

  public var dimension: Int { domain.dimension }
  public var remaining: Int { budget - counts.total }
  /// The best point inside the domain as far as the method can know: by the values that it was told.
  public var incumbent: BestPoint { isStochastic ? bestTold : best }

  /// f(x), or an estimate of it. NaN comes back as +∞, the worst value there is, so that comparisons need no special case.
  public mutating func value(at x: [Double]) throws(TerminationReason) -> Double {
    try admit(x)
    let estimate = isStochastic ? estimate(at: x) : Estimate(objective.value(at: x.span))
    counts.value += 1
    record(x, estimate)
    return estimate.sampled.isNaN ? .infinity : estimate.sampled
  }

  /// f(x) and ∇f(x), or estimates of them; the gradient is written into `gradient`. Throws `.notFinite` where either is
  /// not a finite number.
  public mutating func value(at x: [Double], gradient: inout [Double]) throws(TerminationReason) -> Double {
    try admit(x)
    let estimate =
      isStochastic
      ? estimate(at: x, gradient: &gradient) : Estimate(objective.value(at: x.span, gradient: &gradient))
    counts.gradient += 1
    record(x, estimate)
    guard estimate.sampled.isFinite, gradient.isFinite else { throw .notFinite }
    return estimate.sampled
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

  /// ∇²f(x), always exact, row-major, written into `hessian`; throws `.notFinite` where an element is not a finite number.
  public mutating func hessian(at x: [Double], into hessian: inout [Double]) throws(TerminationReason) {
    try admit(x)
    objective.hessian(at: x.span, into: &hessian)
    counts.hessian += 1
    note()
    guard hessian.isFinite else { throw .notFinite }
  }

  /// The Gauss–Newton matrix 2 Σ ∇rᵢ∇rᵢᵀ of a sum of squares, f = Σ rᵢ(x)², row-major, written into `matrix`: it stands for
  /// a Hessian and counts as one. Throws `.failed` where f is none, and `.notFinite` where an element is not a finite number.
  public mutating func gaussNewton(at x: [Double], into matrix: inout [Double]) throws(TerminationReason) {
    guard let squares = objective.sumOfSquares else { throw .noSumOfSquares }
    try admit(x)
    squares.gaussNewtonMatrix(at: x.span, into: &matrix)
    counts.hessian += 1
    note()
    guard matrix.isFinite else { throw .notFinite }
  }

  /// Looks at the exact value of the point a run ends on, outside the budget: its cost is the evaluations that led to it.
  public mutating func look(at x: [Double]) -> Double {
    let value = objective.value(at: x.span)
    record(x, Estimate(value), isCounted: false)
    if let last = progress.indices.last, checkpoints[last] == counts.total { progress[last] = best.value }
    return value
  }

  /// Makes it one that a run would have left so.
  mutating func resume(
    counts: EvaluationCounts, best: BestPoint, evaluationsToTarget: Int?, progress: [Double]
  ) {
    self.counts = counts
    self.best = best
    self.evaluationsToTarget = evaluationsToTarget
    self.progress = progress
  }

  /// The best value at every checkpoint, carried forward where the run ended early. It is handed over, not kept.
  mutating func handOverProgress() -> [Double] {
    var whole: [Double] = []
    swap(&whole, &progress)
    whole.reserveCapacity(checkpoints.count)
    while whole.count < checkpoints.count { whole.append(best.value) }
    return whole
  }

  private func admit(_ x: [Double]) throws(TerminationReason) {
    guard counts.total < budget else { throw .budgetExhausted }
    for i in x.indices where !(x[i].magnitude <= farAway[i]) { throw x[i].isNaN ? .notFinite : .diverged }
  }

  // Apart and not inlined: where an optional oracle is asked on the way, the compiler copies the evaluator at every call.
  @inline(never)
  private mutating func estimate(at x: [Double]) -> Estimate {
    guard let estimate = oracle?.value(at: x.span) else { return Estimate(objective.value(at: x.span)) }
    return estimate
  }

  @inline(never)
  private mutating func estimate(at x: [Double], gradient: inout [Double]) -> Estimate {
    guard let estimate = oracle?.value(at: x.span, gradient: &gradient) else {
      return Estimate(objective.value(at: x.span, gradient: &gradient))
    }
    return estimate
  }

  private mutating func record(_ x: [Double], _ estimate: Estimate, isCounted: Bool = true) {
    if estimate.sampled < lowestOfDescent { lowestOfDescent = estimate.sampled }
    if isStochastic { _ = bestTold.note(x, estimate.sampled, in: domain) }
    if let exact = estimate.exact, best.note(x, exact, in: domain), exact <= targetValue, evaluationsToTarget == nil {
      evaluationsToTarget = counts.total
    }
    if isCounted { note() }
  }

  private mutating func note() {
    while progress.count < checkpoints.count, checkpoints[progress.count] <= counts.total {
      progress.append(best.value)
    }
  }
}
