import CVectors
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
  /// The least of all runs' largest slopes, as last looked at.
  private var leastSlope = Double.infinity
  /// f of every batch, as last evaluated.
  private(set) var values: [Lanes]

  /// The evaluator of the run that has ended last.
  private var evaluator: Evaluator
  private let dimension: Int
  private let lower: [Lanes]
  private let upper: [Lanes]
  private let farAway: [Lanes]
  private let checkpoints: [Int]
  /// Evaluations spent by each run that goes on.
  private var count = 0
  private var best: [Lanes]
  private var bestPoint: [Lanes]
  /// `best` at the checkpoints passed so far. Not in one array: so large a piece of memory goes back to the system.
  private var progress: [[Lanes]] = []
  private var evaluationsToTarget: [Int?]
  /// The target of the runs that have not come to it, −∞ of the others.
  private var targets: [Lanes]
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
    targets = Array(repeating: Lanes(targetValue), count: batches)
    best = Array(repeating: Lanes(.infinity), count: batches)
    values = best
    bestPoint = starts
    progress.reserveCapacity(checkpoints.count)
    ends = Array(repeating: nil, count: points.count)
    evaluationsToTarget = Array(repeating: nil, count: batches * Lanes.width)
  }

  /// The runs that go on.
  var going: [Int] { ends.indices.filter { ends[$0] == nil } }

  /// Moves what became of the runs to the end of `descents`.
  mutating func handOver(to descents: inout [Descent]) {
    for run in ends.indices {
      if let end = ends[run].take() { descents.append(end) }
    }
  }

  /// How many there are.
  var batches: Int { isWanted.count }

  /// Whether the run of a lane of a batch goes on.
  func goesOn(_ batch: Int, _ lane: Int) -> Bool { !isParked[batch][lane] }

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

  /// Whether some run may have no slope larger than `tolerance`; which, `isAtRest` knows.
  @inline(__always)
  func isAnyFlat(within tolerance: Double) -> Bool { leastSlope <= tolerance }

  /// Looks at a gradient that has become another since it was evaluated.
  @inline(never)
  mutating func lookAgain(at gradient: [Lanes]) {
    leastSlope = .infinity
    for batch in isWanted.indices where isWanted[batch] {
      var slope = Lanes(0)
      for i in elements(ofBatch: batch) {
        let size = Lanes.abs(gradient[i])
        // One that is NaN is not the largest.
        slope.replace(with: size, where: size .> slope)
      }
      leastSlope = min(leastSlope, slope.values.min())
    }
  }

  /// The lanes of a batch in which no slope is larger than `tolerance`, and no coordinate has moved by more than `limit`.
  @inline(__always)
  func isAtRest(
    _ batch: Int, _ gradient: Span<Lanes>, within tolerance: Double, from previous: Span<Lanes>, to point: Span<Lanes>,
    within limit: Double
  ) -> LaneMask {
    var isAtRest = LaneMask(repeating: isWanted[batch])
    for i in elements(ofBatch: batch) {
      isAtRest = isAtRest & (Lanes.abs(gradient[i]) .<= Lanes(tolerance))
      isAtRest = isAtRest & (Lanes.abs(point[i] - previous[i]) .<= Lanes(limit))
    }
    return isAtRest
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
    let sighting = look8(
      isWanted.count, dimension, isWanted, x, values, gradient, lower, upper, targets, &best, &bestPoint)
    leastSlope = sighting.leastSlope
    // Who is too far away has not been evaluated.
    if sighting.isAnyOutside, isAnyFarAway(x) { endFarAway(x, memory.iterate(at: x)) }
    count += 1
    if sighting.isAnyAtTarget { noteTarget() }
    while progress.count < checkpoints.count, checkpoints[progress.count] <= count { progress.append(best) }
    if sighting.isAnyInfinite { endInfinite(gradient, memory.iterate(at: x)) }
  }

  @inline(never)
  private mutating func noteTarget() {
    for batch in best.indices {
      let reaches = best[batch] .<= targets[batch]
      for lane in 0..<Lanes.width where reaches[lane] { evaluationsToTarget[batch * Lanes.width + lane] = count }
      targets[batch].replace(with: Lanes(-.infinity), where: reaches)
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
      let outlier = point.indices.first { !(point[$0].magnitude <= evaluator.farAway[$0]) }
      guard let outlier else { continue }
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
      // By index: to go through it would count each of its arrays twice.
      while count < progress.count {
        values.initializeElement(at: count, to: progress[count][batch].values[lane])
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
