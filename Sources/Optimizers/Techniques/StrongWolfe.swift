/// A step that lowers f enough and flattens its slope: f(α) ≤ f(0) + c₁αf′(0) and |f′(α)| ≤ c₂|f′(0)|.
///
/// Source: Nocedal and Wright, Numerical Optimization, 2nd ed., 2006, algorithms 3.5 and 3.6, with the cubic interpolation
/// (3.59) kept away from the ends of its bracket. Defaults c₁ = 10⁻⁴ and c₂ = 0.9, theirs for quasi-Newton methods. One
/// evaluation with gradient per trial. A value that is not finite counts as too high.
struct StrongWolfe: Sendable {
  var c1 = 1e-4
  var c2 = 0.9
  /// Trials after which the best step that lowers f enough is taken as it is.
  var trials = 30

  /// One end of a bracket without its point.
  private struct End {
    var step: Double
    var value: Double
    var slope: Double

    init(step: Double, value: Double, slope: Double) {
      self.step = step
      self.value = value
      self.slope = slope
    }

    init(_ point: LinePoint) { self.init(step: point.step, value: point.value, slope: point.slope) }
  }

  /// The two points that a search works on; kept between searches so that none allocates.
  struct Workspace: Sendable {
    /// What was accepted.
    var low: LinePoint
    fileprivate var trial: LinePoint

    init(dimension: Int) {
      low = LinePoint(dimension: dimension)
      trial = low
    }
  }

  /// Searches from `origin` along `direction`, where `slope` < 0, with `firstStep` first and never beyond `longestStep`.
  /// True: `space.low` holds the accepted point. False: rounding hides any decrease.
  func search(
    from origin: [Double], value: Double, slope: Double, along direction: [Double], firstStep: Double,
    longestStep: Double, in space: inout Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bool {
    let start = End(step: 0, value: value, slope: slope)
    var previous = start
    var step = min(firstStep, longestStep)
    for count in 1...trials {
      space.trial.place(at: step, along: direction, from: origin)
      try space.trial.evaluate(along: direction, on: &evaluator)
      if !isLow(space.trial, start) || (count > 1 && space.trial.value >= previous.value) {
        return try zoom(
          low: previous, high: End(space.trial), from: origin, start: start, along: direction,
          trialsLeft: trials - count, in: &space, on: &evaluator)
      }
      let last = End(space.trial)
      swap(&space.low, &space.trial)
      if isFlat(last.slope, start) || step >= longestStep { return true }
      if last.slope >= 0 {
        return try zoom(
          low: last, high: previous, from: origin, start: start, along: direction, trialsLeft: trials - count,
          in: &space, on: &evaluator)
      }
      step = min(Self.extrapolation(previous, last), longestStep)
      previous = last
    }
    return true
  }

  /// Narrows the bracket between `low`, which is low enough and is `space.low` unless its step is 0, and `high`.
  private func zoom(
    low: End, high: End, from origin: [Double], start: End, along direction: [Double], trialsLeft: Int,
    in space: inout Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bool {
    var low = low
    var high = high
    var trialsLeft = trialsLeft
    // From the origin, go on beyond the trials allowed: something lower must be found, or rounding be reached.
    while trialsLeft > 0 || low.step == 0 {
      // Then halving alone, whose number of trials is bounded by the digits of a number.
      let step = trialsLeft > 0 ? Self.interpolation(low, high) : 0.5 * (low.step + high.step)
      trialsLeft -= 1
      space.trial.place(at: step, along: direction, from: origin)
      if space.trial.x == (low.step == 0 ? origin : space.low.x) { break }
      try space.trial.evaluate(along: direction, on: &evaluator)
      let trial = End(space.trial)
      if !isLow(space.trial, start) || trial.value >= low.value {
        high = trial
        continue
      }
      swap(&space.low, &space.trial)
      if isFlat(trial.slope, start) { return true }
      if trial.slope * (high.step - low.step) >= 0 { high = low }
      low = trial
    }
    return low.step > 0
  }

  private func isLow(_ point: LinePoint, _ start: End) -> Bool {
    point.isSufficientlyLow(origin: start.value, slope: start.slope, c1: c1)
  }

  private func isFlat(_ slope: Double, _ start: End) -> Bool { slope.magnitude <= -c2 * start.slope }

  /// The minimizer of the cubic through both ends; the middle where there is none, at least a tenth away from each end.
  private static func interpolation(_ a: End, _ b: End) -> Double {
    let middle = 0.5 * (a.step + b.step)
    let cubic = cubicMinimizer(a, b)
    let margin = 0.1 * (b.step - a.step).magnitude
    let lower = min(a.step, b.step) + margin
    let upper = max(a.step, b.step) - margin
    return cubic.isFinite ? min(max(cubic, lower), upper) : middle
  }

  /// The minimizer of the cubic through both ends, between twice and ten times the longer step.
  private static func extrapolation(_ a: End, _ b: End) -> Double {
    let cubic = cubicMinimizer(a, b)
    return cubic.isFinite && cubic > b.step ? min(max(cubic, 2 * b.step), 10 * b.step) : 2 * b.step
  }

  /// (3.59); NaN where the cubic has no minimizer.
  private static func cubicMinimizer(_ a: End, _ b: End) -> Double {
    let d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.step - b.step)
    let root = (d1 * d1 - a.slope * b.slope).squareRoot()
    let d2 = b.step > a.step ? root : -root
    return b.step - (b.step - a.step) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
  }
}
