import Objectives
import Scalars

/// Up to eight runs in lockstep, and the gate between them and their objective: `Evaluator`'s rules, lane by lane.
///
/// All runs that go on have spent the same evaluations, one gradient a step. How a run stood when it ended is kept as its
/// `Descent`; what its lane computes after that counts for nothing.
struct LockstepBatch {
  /// How many batches take turns: while the roots and quotients of one are under way, the processor begins with the other.
  static let inTurn = 2

  /// The starts, coordinate by coordinate; lanes without a run hold the first.
  let starts: [Lanes]
  let budget: Int
  /// What became of the runs; nil while they go on.
  private(set) var ends: [Descent?]
  /// Whether some run goes on.
  private(set) var isGoing = true

  /// The evaluator of a run that has not begun.
  private let blank: Evaluator
  private let lower: [Lanes]
  private let upper: [Lanes]
  private let farAway: [Lanes]
  private let targetValue: Lanes
  private let checkpoints: [Int]
  /// Evaluations spent by each run that goes on.
  private var count = 0
  private var best = Lanes(.infinity)
  private var bestPoint: [Lanes]
  private var progress: [Lanes] = []
  private var evaluationsToTarget: [Int?]
  private var hasReached = LaneMask(repeating: false)
  private var isParked: LaneMask

  /// - Parameter points: up to eight starts.
  init(
    from points: ArraySlice<[Double]>, on objective: any Objective, budget: Int, targetValue: Double,
    checkpoints: [Int]
  ) {
    blank = Evaluator(objective, budget: budget, targetValue: targetValue, checkpoints: checkpoints)
    self.budget = budget
    self.targetValue = Lanes(targetValue)
    self.checkpoints = checkpoints
    let domain = blank.domain
    lower = domain.lower.map { Lanes($0) }
    upper = domain.upper.map { Lanes($0) }
    farAway = blank.farAway.map { Lanes($0) }
    var starts = lower
    var isParked = LaneMask(repeating: false)
    for lane in 0..<Lanes.width {
      isParked[lane] = lane >= points.count
      let point = points[points.startIndex + (lane < points.count ? lane : 0)]
      for i in starts.indices { starts[i].values[lane] = point[i] }
    }
    self.starts = starts
    self.isParked = isParked
    bestPoint = starts
    progress.reserveCapacity(checkpoints.count)
    ends = Array(repeating: nil, count: points.count)
    evaluationsToTarget = Array(repeating: nil, count: Lanes.width)
  }

  /// The lanes of the runs that go on.
  var going: some Sequence<Int> { ends.indices.lazy.filter { [ends] in ends[$0] == nil } }

  /// Puts lanes without a run where they do no harm.
  @inline(__always)
  func park(_ x: inout [Lanes]) {
    guard isParked.isAny else { return }
    for i in x.indices { x[i].replace(with: lower[i], where: isParked) }
  }

  /// f(x) and ∇f(x) of every run; ends those whose budget is spent, that are too far away, or that are not finite there.
  @inline(__always)
  mutating func value<Memory: FirstOrderMemory>(
    of objective: any Objective, at x: [Lanes], gradient: inout [Lanes], memory: Memory
  ) -> Lanes where Memory.Number == Lanes {
    guard count < budget else {
      end(where: .init(repeating: true), .budgetExhausted, at: memory.iterate(at: x), steps: count)
      return Lanes(.infinity)
    }
    let value = objective.lanes(at: x.span, gradient: &gradient)
    var isInside = LaneMask(repeating: true)
    var isFinite = value.isFinite
    for i in x.indices {
      isInside = isInside & (x[i] .>= lower[i]) & (x[i] .<= upper[i])
      isFinite = isFinite & gradient[i].isFinite
    }
    if (!(isInside & isFinite)).isAny {
      endFarAway(x, memory.iterate(at: x))
      note(x, value, isInside)
      end(where: !isFinite, .notFinite, at: memory.iterate(at: x), steps: count - 1)
    } else {
      note(x, value, isInside)
    }
    return value
  }

  @inline(__always)
  private mutating func note(_ x: [Lanes], _ value: Lanes, _ isInside: LaneMask) {
    count += 1
    let isBetter = isInside & (value .< best) & (value .> Lanes(-.infinity))
    best.replace(with: value, where: isBetter)
    for i in x.indices { bestPoint[i].replace(with: x[i], where: isBetter) }
    let reaches = (best .<= targetValue) & !hasReached
    if reaches.isAny {
      for lane in 0..<Lanes.width where reaches[lane] { evaluationsToTarget[lane] = count }
      hasReached = hasReached | reaches
    }
    while progress.count < checkpoints.count, checkpoints[progress.count] <= count { progress.append(best) }
  }

  /// Ends the runs that are too far away to be evaluated.
  @inline(never)
  private mutating func endFarAway(_ x: [Lanes], _ iterate: [Lanes]) {
    for lane in 0..<ends.count where ends[lane] == nil {
      let outlier = x.indices.first { !(x[$0].values[lane].magnitude <= farAway[$0].values[lane]) }
      guard let outlier else { continue }
      end(lane, x[outlier].values[lane].isNaN ? .notFinite : .diverged, at: iterate, steps: count)
    }
  }

  @inline(never)
  private mutating func end(where mask: LaneMask, _ reason: TerminationReason, at iterate: [Lanes], steps: Int) {
    for lane in ends.indices where mask[lane] && ends[lane] == nil { end(lane, reason, at: iterate, steps: steps) }
  }

  /// Ends the run of `lane` for `reason`.
  @inline(never)
  mutating func end(_ lane: Int, _ reason: TerminationReason, at iterate: [Lanes], steps: Int) {
    let evaluator = blank.resumed(
      counts: EvaluationCounts(gradient: count),
      best: best.values[lane] < .infinity
        ? BestPoint(x: bestPoint.map { $0.values[lane] }, value: best.values[lane]) : BestPoint(),
      evaluationsToTarget: evaluationsToTarget[lane], progress: progress.map { $0.values[lane] })
    ends[lane] = Descent(
      ending: evaluator, at: iterate.map { $0.values[lane] }, steps: steps, reason: reason,
      checkpoints: checkpoints.count)
    isParked[lane] = true
    isGoing = ends.contains { $0 == nil }
  }
}
