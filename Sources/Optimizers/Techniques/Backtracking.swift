/// Halves the step until f falls by the share c₁ of what the slope promises.
///
/// Source: Armijo, Minimization of Functions Having Lipschitz Continuous First Partial Derivatives, Pacific J. Math. 16,
/// 1966; c₁ = 10⁻⁴ and the first step 1 as in Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 3.1.
struct Backtracking: Sendable {
  var c1 = 1e-4

  /// Searches from `origin` with value `value` and slope `slope` < 0 along `direction`; `point` ends at what was accepted.
  /// Throws `.stepVanished` where a step no longer changes the iterate.
  func search(
    from origin: [Double], value: Double, slope: Double, along direction: [Double], point: inout LinePoint,
    on evaluator: inout Evaluator
  ) throws(TerminationReason) {
    var step = 1.0
    while true {
      point.place(at: step, along: direction, from: origin)
      guard point.x != origin else { throw .stepVanished }
      try point.evaluate(along: direction, on: &evaluator)
      if point.isSufficientlyLow(origin: value, slope: slope, c1: c1) { return }
      step *= 0.5
    }
  }
}
