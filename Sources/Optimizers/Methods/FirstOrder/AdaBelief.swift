import Scalars

/// m ← β₁m + (1 − β₁)g, s ← β₂s + (1 − β₂)(g − m)² + ε, x ← x − η m̂/(√ŝ + ε): Adam that trusts a steady gradient.
///
/// m̂ = m/(1 − β₁ᵏ) and ŝ = s/(1 − β₂ᵏ). State: the iterate, m, s, and the powers of β. Defaults: β₁ = 0.9 and β₂ = 0.999,
/// the paper's; ε = 10⁻¹⁶, that of its authors' code and optax (the paper prints 10⁻⁸); η = 0.05 as for Adam.
struct AdaBelief: LockstepMethod {
  static let info = MethodInfo(
    id: "adabelief", name: "AdaBelief", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05, [.beta1(default: 0.9), .beta2(default: 0.999), .epsilon(default: 1e-16)]),
    source: "Zhuang et al., AdaBelief Optimizer, NeurIPS 2020")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var mean: [Number]
    var deviation: [Number]
    var beta1Power = 1.0
    var beta2Power = 1.0
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta1: Double
  private let beta2: Double
  private let guardedRoot: GuardedRoot

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    guardedRoot = GuardedRoot(hyperparameters)
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(mean: zero, deviation: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    memory.beta1Power *= beta1
    memory.beta2Power *= beta2
    let meanCorrection = 1 / (1 - memory.beta1Power)
    let deviationCorrection = 1 / (1 - memory.beta2Power)
    for i in x.indices {
      let g = gradient[i]
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      let surprise = g - memory.mean[i]
      memory.deviation[i] =
        beta2 * memory.deviation[i] + (1 - beta2) * surprise * surprise + Number(guardedRoot.epsilon)
      let divisor = guardedRoot(deviationCorrection * memory.deviation[i])
      x[i] -= pace.learningRate * (meanCorrection * memory.mean[i]) / divisor
    }
  }
}
