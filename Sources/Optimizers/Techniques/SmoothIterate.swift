/// An iterate with its value and gradient, for methods that search along lines or in models from it.
struct SmoothIterate: Sendable {
  private(set) var x: [Double]
  /// f(x); NaN until it is evaluated.
  private(set) var value = Double.nan
  /// ∇f(x); 0 until it is evaluated.
  private(set) var gradient: [Double]

  /// At `x`, not evaluated.
  init(at x: [Double]) {
    self.x = x
    gradient = Array(repeating: 0, count: x.count)
  }

  /// Whether f and ∇f are known, which are finite numbers then.
  var isEvaluated: Bool { !value.isNaN }

  /// Evaluates f and ∇f: one evaluation.
  mutating func evaluate(on evaluator: inout Evaluator) throws(TerminationReason) {
    value = try evaluator.value(at: x, gradient: &gradient)
  }

  /// Moves to `point`, which has been evaluated; what is left there is the iterate before.
  mutating func move(to point: inout LinePoint) {
    swap(&x, &point.x)
    swap(&gradient, &point.gradient)
    value = point.value
  }
}
