import Scalars

/// m ← β₁m + (1 − β₁)g, v ← v − (1 − β₂) sign(v − g²) g², x ← x − η m̂/(√v̂ + ε): Adam whose divisor changes additively.
///
/// m̂ = m/(1 − β₁ᵏ) and v̂ = v/(1 − β₂ᵏ), as in optax; the paper corrects neither. State: the iterate, m, v, and the powers of
/// β. Defaults: β₁ = 0.9, β₂ = 0.999, ε = 10⁻³, the paper's; m and v begin at 10⁻⁶, as in the paper's experiments and
/// optax; η = 0.05 as for Adam.
struct Yogi: LockstepMethod {
  static let info = MethodInfo(
    id: "yogi", name: "Yogi", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05,
      [
        .beta1(default: 0.9), .beta2(default: 0.999), .epsilon(default: 1e-3),
        .real(
          "initialAccumulator", default: 1e-6, .init(atLeast: 0), meaning: "first value of the mean and the mean square"
        ),
      ]),
    source: "Zaheer, Reddi, Sachan, Kale and Kumar, Adaptive Methods for Nonconvex Optimization, NeurIPS 2018")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var mean: [Number]
    var square: [Number]
    var beta1Power = 1.0
    var beta2Power = 1.0
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta1: Double
  private let beta2: Double
  private let initialAccumulator: Double
  private let guardedRoot: GuardedRoot

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    initialAccumulator = hyperparameters.real("initialAccumulator")
    guardedRoot = GuardedRoot(hyperparameters)
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let initial = [Number](repeating: Number(initialAccumulator), count: x.count)
    return Memory(mean: initial, square: initial)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    memory.beta1Power *= beta1
    memory.beta2Power *= beta2
    let meanCorrection = 1 / (1 - memory.beta1Power)
    let squareCorrection = 1 / (1 - memory.beta2Power)
    for i in x.indices {
      let g = gradient[i]
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      memory.square[i] -= (1 - beta2) * (memory.square[i] - g * g).direction * (g * g)
      // Rounding may take a mean square below zero, where its root would be NaN.
      let divisor = guardedRoot(squareCorrection * Number.max(memory.square[i], 0))
      x[i] -= pace.learningRate * (meanCorrection * memory.mean[i]) / divisor
    }
  }
}
