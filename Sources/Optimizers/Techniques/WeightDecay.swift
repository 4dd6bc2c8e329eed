/// Weight decay as an L2 penalty: g ← g + λx, the gradient of f(x) + λ‖x‖²/2.
///
/// It pulls toward the origin, so it changes which point is the minimizer; off (λ = 0) unless asked for.
struct WeightDecay: Sendable {
  static let hyperparameter = Hyperparameter.real(
    "weightDecay", default: 0, .init(atLeast: 0), meaning: "pull toward the origin, λ; 0 for none")

  var strength: Double

  func apply(to gradient: inout [Double], at x: [Double]) {
    guard strength > 0 else { return }
    for i in gradient.indices { gradient[i] += strength * x[i] }
  }
}
