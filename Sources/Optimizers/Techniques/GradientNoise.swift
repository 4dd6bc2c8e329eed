import Scalars

/// Seeded Gaussian noise on a gradient: gᵢ ← gᵢ + N(0, σₖ²), with σₖ = σ (1 + k)^(−γ/2) in step k = 0, 1, ….
///
/// Source: Neelakantan et al., Adding Gradient Noise Improves Learning for Very Deep Networks, arXiv:1511.06807 (2015),
/// with γ = 0.55 there; γ = 0 keeps the noise, as a mini-batch of constant size does.
struct GradientNoise: Sendable {
  let deviation: Double
  let decay: Double

  static func hyperparameters(deviation: Double) -> [Hyperparameter] {
    [
      .real(
        "noise", default: deviation, .init(atLeast: 0),
        meaning: "standard deviation σ of the noise on each element of the gradient; 0 for none"),
      .real(
        "noiseDecay", default: 0, .init(atLeast: 0, atMost: 10),
        meaning: "how fast the noise's variance falls, γ in (1 + k)^(−γ)"),
    ]
  }

  init(_ hyperparameters: Hyperparameters) {
    deviation = hyperparameters.real("noise")
    decay = hyperparameters.real("noiseDecay")
  }

  var isSilent: Bool { deviation == 0 }

  func apply(to gradient: inout [Double], step: Int, using generator: inout SeededGenerator) {
    guard !isSilent else { return }
    let sigma = decay == 0 ? deviation : deviation * Elementary.pow(Double(1 + step), -0.5 * decay)
    for i in gradient.indices { gradient[i] += sigma * generator.gaussian() }
  }
}
