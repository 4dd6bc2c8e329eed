/// Weight decay: coupled, an L2 penalty, g ← g + λx; or decoupled, x ← (1 − ηλ)x beside the update.
///
/// Coupled is the gradient of f(x) + λ‖x‖²/2. Decoupled is Loshchilov and Hutter's (Decoupled Weight Decay Regularization,
/// ICLR 2019), as PyTorch and optax write it: the paper's λ is multiplied by the schedule alone, here by ηₖ. Either pulls
/// toward the origin, so it changes which point is the minimizer; off (λ = 0) unless asked for.
struct WeightDecay: Sendable {
  static func hyperparameters(isDecoupled: Bool) -> [Hyperparameter] {
    [
      .real("weightDecay", default: 0, .init(atLeast: 0), meaning: "pull toward the origin, λ; 0 for none"),
      .flag("decoupled", default: isDecoupled, meaning: "weight decay acts on the iterate and not on the gradient"),
    ]
  }

  let strength: Double
  /// Whether there is decay that acts on the iterate.
  let isDecoupled: Bool

  init(_ hyperparameters: Hyperparameters) {
    strength = hyperparameters.real("weightDecay")
    isDecoupled = strength > 0 && hyperparameters.flag("decoupled")
  }

  /// Whether there is decay that acts on the gradient.
  var isCoupled: Bool { strength > 0 && !isDecoupled }

  /// Adds coupled decay to the gradient.
  func apply<Number: LockstepNumber>(to gradient: inout [Number], at x: [Number]) {
    guard isCoupled else { return }
    for i in gradient.indices { gradient[i] += strength * x[i] }
  }
}
