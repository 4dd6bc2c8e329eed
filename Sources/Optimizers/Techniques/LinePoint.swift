/// A point x + αp of a line search, with f and the slope ∇f·p there.
struct LinePoint: Sendable {
  /// α.
  var step = 0.0
  var value = Double.infinity
  /// dφ/dα; NaN where the value is not finite.
  var slope = Double.nan
  var x: [Double]
  var gradient: [Double]

  init(dimension: Int) {
    x = Array(repeating: 0, count: dimension)
    gradient = x
  }

  /// Moves to `origin` + `step` · `direction`, without evaluating.
  mutating func place(at step: Double, along direction: [Double], from origin: [Double]) {
    self.step = step
    for i in x.indices { x[i] = origin[i] + step * direction[i] }
  }

  /// Evaluates f and ∇f here: one evaluation.
  mutating func evaluate(along direction: [Double], on evaluator: inout Evaluator) throws(TerminationReason) {
    value = try evaluator.trial(at: x, gradient: &gradient)
    slope = value == .infinity ? .nan : gradient.dot(direction)
  }

  /// Whether f has fallen by the share `c1` of what the slope at the origin promises (Armijo, 1966).
  func isSufficientlyLow(origin value: Double, slope: Double, c1: Double) -> Bool {
    self.value <= value + c1 * step * slope
  }
}
