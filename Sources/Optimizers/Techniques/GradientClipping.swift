import Scalars

/// Clips a gradient's elements to [−c, c], then its Euclidean length to c: gᵢ ← clamp(gᵢ), g ← g · min(1, c/‖g‖).
///
/// Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML 2013. As in optax,
/// a gradient longer than c ends exactly c long; PyTorch divides by ‖g‖ + 10⁻⁶ instead.
struct GradientClipping: Sendable {
  static let hyperparameters: [Hyperparameter] = [
    .real("clipValue", default: 0, .init(atLeast: 0), meaning: "largest magnitude of a gradient's element; 0 for none"),
    .real("clipNorm", default: 0, .init(atLeast: 0), meaning: "largest Euclidean length of the gradient; 0 for none"),
  ]

  let value: Double
  let norm: Double

  init(_ hyperparameters: Hyperparameters) {
    value = hyperparameters.real("clipValue")
    norm = hyperparameters.real("clipNorm")
  }

  var isOn: Bool { value > 0 || norm > 0 }

  func apply<Number: LockstepNumber>(to gradient: inout [Number]) {
    if value > 0 {
      let bound = Number(value)
      for i in gradient.indices { gradient[i] = .min(.max(gradient[i], -bound), bound) }
    }
    if norm > 0 {
      let bound = Number(norm)
      let length = Number.length(of: gradient)
      for i in gradient.indices {
        gradient[i] = .select(length - bound, gradient[i] / length * bound, gradient[i])
      }
    }
  }
}
