/// Minimizes a function of one variable over an interval, by parabolas where they fit and golden sections elsewhere.
///
/// `point` is where the function is wanted next, `tell` what it is there; this way round, no closure is passed about.
/// Source: Brent, Algorithms for Minimization Without Derivatives, 1973, chapter 5, `localmin`.
struct BrentMinimizer: Sendable {
  /// Where to evaluate next; nil once the interval is as small as wished.
  private(set) var point: Double?
  /// The best point so far and its value.
  private(set) var best = (x: 0.0, value: Double.infinity)

  private var lower: Double
  private var upper: Double
  private let tolerance: Double
  /// The second and the third best points.
  private var second = (x: 0.0, value: Double.infinity)
  private var third = (x: 0.0, value: Double.infinity)
  private var step = 0.0
  private var stepBeforeLast = 0.0
  private var told = 0

  /// (3 − √5) / 2.
  private static let golden = 0.381_966_011_250_105_15
  /// An interval of any width is 1e-300 of itself after some 1500 golden sections.
  private static let limit = 500

  /// - Parameter tolerance: the distance from the minimizer at which to stop.
  init(from lower: Double, to upper: Double, tolerance: Double) {
    self.lower = lower
    self.upper = upper
    self.tolerance = tolerance
    point = lower + Self.golden * (upper - lower)
  }

  /// Takes the function's value at `point`; +∞ is the worst there is.
  mutating func tell(_ value: Double) {
    guard let x = point else { return }
    if told == 0 {
      best = (x, value)
      second = best
      third = best
    } else {
      place(x, value)
    }
    told += 1
    point = told < Self.limit ? next() : nil
  }

  private mutating func place(_ x: Double, _ value: Double) {
    if value <= best.value {
      if x >= best.x { lower = best.x } else { upper = best.x }
      (third, second, best) = (second, best, (x, value))
      return
    }
    if x < best.x { lower = x } else { upper = x }
    if value <= second.value || second.x == best.x {
      (third, second) = (second, (x, value))
    } else if value <= third.value || third.x == best.x || third.x == second.x {
      third = (x, value)
    }
  }

  private mutating func next() -> Double? {
    let middle = 0.5 * (lower + upper)
    let smallest = 0x1p-26 * best.x.magnitude + tolerance / 3
    guard (best.x - middle).magnitude > 2 * smallest - 0.5 * (upper - lower) else { return nil }
    var isParabola = false
    if stepBeforeLast.magnitude > smallest, let jump = parabolicStep() {
      stepBeforeLast = step
      step = jump
      isParabola = true
      let x = best.x + jump
      // The function is not evaluated too close to the ends.
      if x - lower < 2 * smallest || upper - x < 2 * smallest { step = best.x < middle ? smallest : -smallest }
    }
    if !isParabola {
      stepBeforeLast = best.x < middle ? upper - best.x : lower - best.x
      step = Self.golden * stepBeforeLast
    }
    return best.x + (step.magnitude >= smallest ? step : step < 0 ? -smallest : smallest)
  }

  /// The step to the vertex of the parabola through the three points; nil where it would not be small and inside.
  private func parabolicStep() -> Double? {
    let r = (best.x - second.x) * (best.value - third.value)
    let q = (best.x - third.x) * (best.value - second.value)
    let numerator = (best.x - third.x) * q - (best.x - second.x) * r
    let denominator = 2 * (q - r)
    let jump = -numerator / denominator
    guard jump.isFinite, jump.magnitude < 0.5 * stepBeforeLast.magnitude, jump > lower - best.x, jump < upper - best.x
    else { return nil }
    return jump
  }
}
