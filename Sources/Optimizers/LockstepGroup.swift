import Objectives
import Scalars

/// Runs in lockstep, eight to a batch and some batches side by side, and the gate between them and their objective:
/// `Evaluator`'s rules, lane by lane.
///
/// Coordinate i of batch b is element b·n + i of every array. A rule of update goes from coordinate to coordinate, so it
/// takes the batches for one point of as many dimensions: what a step costs beside its arithmetic is shared by all of
/// them, and while roots and quotients of one are under way, the processor begins with the next.
///
/// All runs that go on have spent the same evaluations, one gradient a step. How a run stood when it ended is kept as its
/// `Descent`; what its lane computes after that counts for nothing.
struct LockstepGroup {
  /// How many runs a group has at most; points of many dimensions are long enough by themselves.
  static func size(dimension: Int) -> Int { Lanes.width * max(1, min(8, 32 / dimension)) }

  /// The starts; lanes without a run hold the first.
  let starts: [Lanes]
  let budget: Int
  /// What became of the runs; nil while they go on.
  private(set) var ends: [Descent?]
  /// Whether some run goes on.
  private(set) var isGoing = true
  /// f of every batch, as last evaluated.
  private(set) var values: [Lanes]

  /// The evaluator of the run that has ended last.
  private var evaluator: Evaluator
  private let dimension: Int
  private let lower: [Lanes]
  private let upper: [Lanes]
  private let farAway: [Lanes]
  private let targetValue: Lanes
  private let checkpoints: [Int]
  /// Evaluations spent by each run that goes on.
  private var count = 0
  private var best: [Lanes]
  private var bestPoint: [Lanes]
  /// `best` at the checkpoints passed so far.
  private var progress: [[Lanes]] = []
  private var evaluationsToTarget: [Int?]
  private var hasReached: [LaneMask]
  private var isParked: [LaneMask]
  private var isAnyParked: Bool
  /// Of each batch, whether some of its runs go on: else it is evaluated no more.
  private var isWanted: [Bool]

  /// - Parameter points: the starts, at least one and up to `size(dimension:)`.
  init(
    from points: ArraySlice<[Double]>, on objective: any Objective, budget: Int, targetValue: Double,
    checkpoints: [Int]
  ) {
    evaluator = Evaluator(objective, budget: budget, targetValue: targetValue, checkpoints: checkpoints)
    self.budget = budget
    self.targetValue = Lanes(targetValue)
    self.checkpoints = checkpoints
    let domain = evaluator.domain
    lower = domain.lower.map { Lanes($0) }
    upper = domain.upper.map { Lanes($0) }
    farAway = evaluator.farAway.map { Lanes($0) }
    dimension = lower.count
    let batches = (points.count + Lanes.width - 1) / Lanes.width
    var starts: [Lanes] = []
    var isParked = [LaneMask](repeating: .init(repeating: false), count: batches)
    for batch in 0..<batches {
      starts += lower
      for lane in 0..<Lanes.width {
        let run = batch * Lanes.width + lane
        isParked[batch][lane] = run >= points.count
        let point = points[points.startIndex + (run < points.count ? run : 0)]
        for i in point.indices { starts[batch * dimension + i].values[lane] = point[i] }
      }
    }
    self.starts = starts
    self.isParked = isParked
    isAnyParked = points.count < batches * Lanes.width
    isWanted = Array(repeating: true, count: batches)
    hasReached = Array(repeating: .init(repeating: false), count: batches)
    best = Array(repeating: Lanes(.infinity), count: batches)
    values = best
    bestPoint = starts
    progress.reserveCapacity(checkpoints.count)
    ends = Array(repeating: nil, count: points.count)
    evaluationsToTarget = Array(repeating: nil, count: batches * Lanes.width)
  }

  /// The runs that go on.
  var going: [Int] { ends.indices.filter { ends[$0] == nil } }

  /// The batches some of whose runs go on.
  var wanted: [Int] { isWanted.indices.filter { isWanted[$0] } }

  /// Those of one batch.
  func going(inBatch batch: Int) -> [Int] {
    (batch * Lanes.width..<min((batch + 1) * Lanes.width, ends.count)).filter { ends[$0] == nil }
  }

  /// The numbers that `run` has in `x`.
  func column(_ run: Int, of x: [Lanes]) -> [Double] {
    elements(ofBatch: run / Lanes.width).map { x[$0].values[run % Lanes.width] }
  }

  /// Does to each batch of `x` by itself what does not go from coordinate to coordinate.
  func eachBatch(of x: inout [Lanes], _ body: (inout [Lanes]) -> Void) {
    for batch in isWanted.indices {
      var own = Array(x[elements(ofBatch: batch)])
      body(&own)
      x.replaceSubrange(elements(ofBatch: batch), with: own)
    }
  }

  /// Whether some run of a batch that goes on has no slope larger than `tolerance`.
  @inline(__always)
  func isAnyFlat(_ gradient: [Lanes], within tolerance: Double) -> Bool {
    let (wanted, slopes) = (isWanted.span, gradient.span)
    var isFlat = LaneMask(repeating: false)
    for batch in wanted.indices where wanted[batch] {
      isFlat = isFlat | isSmall(batch, within: tolerance) { slopes[$0] }
    }
    return isFlat.isAny
  }

  /// The lanes of a batch in which no `element` is larger than `bound`.
  @inline(__always)
  func isSmall(_ batch: Int, within bound: Double, _ element: (Int) -> Lanes) -> LaneMask {
    var isSmall = LaneMask(repeating: true)
    for i in elements(ofBatch: batch) { isSmall = isSmall & (Lanes.abs(element(i)) .<= Lanes(bound)) }
    return isSmall
  }

  /// Puts lanes without a run where they do no harm.
  @inline(__always)
  func park(_ x: inout [Lanes]) {
    guard isAnyParked else { return }
    for batch in isWanted.indices {
      for i in 0..<dimension { x[batch * dimension + i].replace(with: lower[i], where: isParked[batch]) }
    }
  }

  @inline(__always)
  private func elements(ofBatch batch: Int) -> Range<Int> { batch * dimension..<(batch + 1) * dimension }
}

/// Evaluations.
extension LockstepGroup {
  /// f(x) and ∇f(x) of every run; ends those whose budget is spent, that are too far away, or that are not finite there.
  @inline(__always)
  mutating func evaluate<Memory: FirstOrderMemory>(
    _ objective: any Objective, at x: [Lanes], gradient: inout [Lanes], memory: Memory
  ) where Memory.Number == Lanes {
    guard count < budget else {
      for run in going { end(run, .budgetExhausted, at: memory.iterate(at: x), steps: count) }
      return
    }
    objective.evaluate(batches: isWanted, at: x.span, values: &values, gradient: &gradient)
    let (isInside, isFinite, reaches) = Self.look(
      at: x, values, gradient, wanted: isWanted, in: (lower, upper), target: targetValue, hasReached, best: &best,
      bestPoint: &bestPoint)
    // Who is too far away has not been evaluated.
    if (!isInside).isAny, isAnyFarAway(x) { endFarAway(x, memory.iterate(at: x)) }
    count += 1
    if reaches.isAny { noteTarget() }
    while progress.count < checkpoints.count, checkpoints[progress.count] <= count { progress.append(best) }
    if (!isFinite).isAny { endInfinite(gradient, memory.iterate(at: x)) }
  }

  /// Takes over what is better inside the domain. Says which lanes of all batches are inside, which are finite, and which
  /// have come to the target. Through spans: an array asks at every element whether it is shared.
  @inline(__always)
  private static func look(
    at x: [Lanes], _ values: [Lanes], _ gradient: [Lanes], wanted: [Bool], in domain: (lower: [Lanes], upper: [Lanes]),
    target: Lanes, _ hasReached: [LaneMask], best: inout [Lanes], bestPoint: inout [Lanes]
  ) -> (isInside: LaneMask, isFinite: LaneMask, reaches: LaneMask) {
    let (x, values, gradient, wanted, hasReached) = (x.span, values.span, gradient.span, wanted.span, hasReached.span)
    let (lower, upper) = (domain.lower.span, domain.upper.span)
    let dimension = lower.count
    var best = best.mutableSpan
    var bestPoint = bestPoint.mutableSpan
    var (isInside, isFinite) = (LaneMask(repeating: true), LaneMask(repeating: true))
    var reaches = LaneMask(repeating: false)
    for batch in wanted.indices where wanted[batch] {
      let value = values[batch]
      let first = batch &* dimension
      var counts = LaneMask(repeating: true)
      isFinite = isFinite & value.isFinite
      for i in 0..<dimension {
        let own = x[first &+ i]
        counts = counts & (own .>= lower[i]) & (own .<= upper[i])
        isFinite = isFinite & gradient[first &+ i].isFinite
      }
      isInside = isInside & counts
      let isBetter = counts & (value .< best[batch]) & (value .> Lanes(-.infinity))
      let lowest = best[batch].replacing(with: value, where: isBetter)
      best[batch] = lowest
      for i in first..<first &+ dimension { bestPoint[i] = bestPoint[i].replacing(with: x[i], where: isBetter) }
      reaches = reaches | ((lowest .<= target) & !hasReached[batch])
    }
    return (isInside, isFinite, reaches)
  }

  @inline(never)
  private mutating func noteTarget() {
    for batch in best.indices {
      let reaches = (best[batch] .<= targetValue) & !hasReached[batch]
      for lane in 0..<Lanes.width where reaches[lane] { evaluationsToTarget[batch * Lanes.width + lane] = count }
      hasReached[batch] = hasReached[batch] | reaches
    }
  }
}

/// Ends.
extension LockstepGroup {
  private func isAnyFarAway(_ x: [Lanes]) -> Bool {
    var isNear = LaneMask(repeating: true)
    for batch in isWanted.indices where isWanted[batch] {
      for i in 0..<dimension { isNear = isNear & (Lanes.abs(x[batch * dimension + i]) .<= farAway[i]) }
    }
    return (!isNear).isAny
  }

  /// Ends the runs that are too far away to be evaluated.
  @inline(never)
  private mutating func endFarAway(_ x: [Lanes], _ iterate: [Lanes]) {
    for run in going {
      let point = column(run, of: x)
      guard let outlier = point.indices.first(where: { !(point[$0].magnitude <= evaluator.farAway[$0]) }) else { continue }
      end(run, point[outlier].isNaN ? .notFinite : .diverged, at: iterate, steps: count)
    }
  }

  /// Ends the runs whose value or gradient is not finite.
  @inline(never)
  private mutating func endInfinite(_ gradient: [Lanes], _ iterate: [Lanes]) {
    for run in going {
      let value = values[run / Lanes.width].values[run % Lanes.width]
      if value.isFinite, column(run, of: gradient).isFinite { continue }
      end(run, .notFinite, at: iterate, steps: count - 1)
    }
  }

  /// `progress` of one run, with room for what is to come.
  private func trace(_ batch: Int, _ lane: Int) -> [Double] {
    Array(unsafeUninitializedCapacity: checkpoints.count) { values, count in
      for best in progress {
        values.initializeElement(at: count, to: best[batch].values[lane])
        count += 1
      }
    }
  }

  /// Ends `run` for `reason`.
  @inline(never)
  mutating func end(_ run: Int, _ reason: TerminationReason, at iterate: [Lanes], steps: Int) {
    let (batch, lane) = run.quotientAndRemainder(dividingBy: Lanes.width)
    let lowest = best[batch].values[lane]
    evaluator.resume(
      counts: EvaluationCounts(gradient: count),
      best: lowest < .infinity ? BestPoint(x: column(run, of: bestPoint), value: lowest) : BestPoint(),
      evaluationsToTarget: evaluationsToTarget[run], progress: trace(batch, lane))
    ends[run] = Descent(ending: &evaluator, at: column(run, of: iterate), steps: steps, reason: reason)
    isParked[batch][lane] = true
    isAnyParked = true
    isWanted[batch] = (!isParked[batch]).isAny
    isGoing = isWanted.contains(true)
  }
}
