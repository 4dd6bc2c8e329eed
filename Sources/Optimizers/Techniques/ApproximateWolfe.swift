/// The line search of CG_DESCENT: ends with the Wolfe conditions, or with their approximate form at the limit of rounding.
///
/// Either f(α) ≤ f(0) + δαf′(0) and f′(α) ≥ σf′(0), or (2δ − 1) f′(0) ≥ f′(α) ≥ σf′(0) and f(α) ≤ f(0) + ε|f(0)|: near a
/// minimizer slopes still tell where it lies when values are all equal. Steps of secants from both ends narrow a bracket
/// with f′ < 0 at its low end and f′ ≥ 0 at its high end. One evaluation with gradient per trial, and one value for
/// the quadratic step that begins a search. A value that is not finite counts as too high. The letters are the paper's.
/// Source: Hager and Zhang, SIAM J. Optim. 16, 2005, section 4, doi:10.1137/030601880.
struct ApproximateWolfe: Sendable {
  /// δ and σ, the shares of the slope at the origin.
  var decrease = 0.1
  var curvature = 0.9
  /// ε: how far f may rise, as a fraction of |f|.
  var rise = 1e-6
  /// Trials after which the lowest point found is taken as it is.
  var trials = 50

  /// γ, ρ, ψ₁ and ψ₂: what a bracket has to shrink by, growth of trial steps, steps of the quadratic and of the next guess.
  fileprivate static let shrinkage = 0.66
  fileprivate static let growth = 5.0
  private static let probe = 0.1
  private static let lengthening = 2.0

  /// The points that a search works on; kept between searches so that none allocates.
  struct Workspace: Sendable {
    /// What was accepted.
    var accepted: LinePoint
    /// The lowest point so far that was not.
    fileprivate var lowest: LinePoint

    init(dimension: Int) {
      accepted = LinePoint(dimension: dimension)
      lowest = accepted
    }
  }

  /// Searches from `origin` along `direction`, where `slope` < 0, and never beyond `longestStep`; `lastStep` is α of the
  /// search before, and without one `firstStep` is tried first. True: `space.accepted` holds the point. False: rounding
  /// hides any decrease.
  func search(
    from origin: [Double], value: Double, slope: Double, along direction: [Double], lastStep: Double?,
    firstStep: Double, longestStep: Double, in space: inout Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bool {
    let start = End(step: 0, value: value, slope: slope)
    var guess = firstStep
    if let lastStep {
      let step = Self.probe * lastStep
      space.accepted.place(at: step, along: direction, from: origin)
      let probed = try evaluator.value(at: space.accepted.x)
      guess = Self.quadraticMinimizer(start, step, probed) ?? Self.lengthening * lastStep
    }
    var line = BracketedLine(
      rule: self, origin: origin, direction: direction, start: start, longestStep: longestStep,
      ceiling: value + rise * value.magnitude, trialsLeft: trials)
    space.lowest.value = value
    try line.search(from: min(guess, longestStep), in: &space, on: &evaluator)
    if line.isAccepted { return true }
    guard space.lowest.value < value else { return false }
    swap(&space.accepted, &space.lowest)
    return true
  }

  /// The minimizer of the parabola through the origin's value and slope and a lower value at `step`; nil if it has none.
  private static func quadraticMinimizer(_ start: End, _ step: Double, _ value: Double) -> Double? {
    guard value <= start.value else { return nil }
    let bend = ((value - start.value) / step - start.slope) / step
    let minimizer = -start.slope / (2 * bend)
    return bend > 0 && minimizer.isFinite && minimizer > 0 ? minimizer : nil
  }

  /// A point of the line without its coordinates.
  fileprivate struct End {
    var step: Double
    var value: Double
    var slope: Double
  }
}

/// One search while it goes on: it is over when a point is accepted, trials are spent, or no number is left inside.
private struct BracketedLine {
  typealias End = ApproximateWolfe.End
  typealias Bracket = (low: End, high: End)

  let rule: ApproximateWolfe
  let origin: [Double]
  let direction: [Double]
  let start: End
  let longestStep: Double
  /// f(0) + ε|f(0)|.
  let ceiling: Double
  var trialsLeft: Int
  var isAccepted = false
  var isOver = false

  /// L0 to L3.
  mutating func search(
    from guess: Double, in space: inout ApproximateWolfe.Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) {
    var bracket = try enclose(guess, in: &space, on: &evaluator)
    while !isOver {
      let width = bracket.high.step - bracket.low.step
      bracket = try secantTwice(bracket, in: &space, on: &evaluator)
      if !isOver, bracket.high.step - bracket.low.step > ApproximateWolfe.shrinkage * width {
        let middle = 0.5 * (bracket.low.step + bracket.high.step)
        guard middle > bracket.low.step, middle < bracket.high.step else { return }
        bracket = try update(bracket, at: middle, in: &space, on: &evaluator).bracket
      }
    }
  }

  /// Evaluates the point at `step`; the search is over if that will do.
  private mutating func trial(
    _ step: Double, in space: inout ApproximateWolfe.Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> End {
    space.accepted.place(at: step, along: direction, from: origin)
    guard trialsLeft > 0, space.accepted.x != origin else {
      isOver = true
      return start
    }
    trialsLeft -= 1
    try space.accepted.evaluate(along: direction, on: &evaluator)
    let end = End(step: step, value: space.accepted.value, slope: space.accepted.slope)
    isAccepted = isAcceptable(end)
    isOver = isAccepted
    if !isAccepted, end.value < space.lowest.value { swap(&space.accepted, &space.lowest) }
    return end
  }

  /// T1 or T2; also a low point at the longest step, from which f still falls.
  private func isAcceptable(_ end: End) -> Bool {
    if end.step >= longestStep, end.slope < 0, end.value <= start.value { return true }
    guard end.slope >= rule.curvature * start.slope else { return false }
    let isLow = end.value - start.value <= rule.decrease * end.step * start.slope
    return isLow || end.slope <= (2 * rule.decrease - 1) * start.slope && end.value <= ceiling
  }

  /// `bracket`, B0 to B3: goes outward from `guess` until the slope turns or f is too high.
  private mutating func enclose(
    _ guess: Double, in space: inout ApproximateWolfe.Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bracket {
    var low = start
    var step = guess
    while true {
      let end = try trial(step, in: &space, on: &evaluator)
      if isOver || end.slope >= 0 { return (low, end) }
      guard end.value <= ceiling else { return try bisect((start, end), in: &space, on: &evaluator) }
      low = end
      step = min(ApproximateWolfe.growth * step, longestStep)
    }
  }

  /// U3: halves a bracket whose high end is too high until the slope there is not negative.
  private mutating func bisect(
    _ bracket: Bracket, in space: inout ApproximateWolfe.Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bracket {
    var (low, high) = bracket
    while true {
      let middle = 0.5 * (low.step + high.step)
      guard middle > low.step, middle < high.step else {
        isOver = true
        return (low, high)
      }
      let end = try trial(middle, in: &space, on: &evaluator)
      if isOver || end.slope >= 0 { return (low, end) }
      if end.value <= ceiling { low = end } else { high = end }
    }
  }

  /// `update`, U0 to U3, and which end the point at `step` became.
  private mutating func update(
    _ bracket: Bracket, at step: Double, in space: inout ApproximateWolfe.Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> (bracket: Bracket, isLow: Bool, isHigh: Bool) {
    guard step > bracket.low.step, step < bracket.high.step else { return (bracket, false, false) }
    let end = try trial(step, in: &space, on: &evaluator)
    if isOver { return (bracket, false, false) }
    if end.slope >= 0 { return ((bracket.low, end), false, true) }
    if end.value <= ceiling { return ((end, bracket.high), true, false) }
    return (try bisect((bracket.low, end), in: &space, on: &evaluator), false, false)
  }

  /// `secant²`, S1 to S4.
  private mutating func secantTwice(
    _ bracket: Bracket, in space: inout ApproximateWolfe.Workspace, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bracket {
    let first = try update(bracket, at: Self.secant(bracket.low, bracket.high), in: &space, on: &evaluator)
    guard !isOver, first.isLow || first.isHigh else { return first.bracket }
    let step =
      first.isHigh
      ? Self.secant(bracket.high, first.bracket.high) : Self.secant(bracket.low, first.bracket.low)
    return try update(first.bracket, at: step, in: &space, on: &evaluator).bracket
  }

  /// Where the line through two slopes is 0.
  private static func secant(_ a: End, _ b: End) -> Double {
    (a.step * b.slope - b.step * a.slope) / (b.slope - a.slope)
  }
}
