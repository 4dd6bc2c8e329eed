import Scalars

/// Adam rectified: while the mean square rests on too few gradients, x ← x − ηm̂; after that, x ← x − η r m̂/(√v + ε).
///
/// With ρ∞ = 2/(1 − β₂) − 1 and ρₖ = ρ∞ − 2kβ₂ᵏ/(1 − β₂ᵏ): Adam's step is scaled by
/// r = √((ρₖ − 4)(ρₖ − 2)ρ∞/((ρ∞ − 4)(ρ∞ − 2)ρₖ)) once ρₖ > 5, which β₂ = 0.999 reaches in step 6, and not divided before.
/// As in PyTorch, ε stands beside the uncorrected √v, √(1 − β₂ᵏ) above. State: the iterate, m, v, and the powers of β.
/// Defaults: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸ and η = 10⁻³, the paper's and not Adam's 0.05 here, since the first five steps
/// are as long as the gradient says: with η = 0.01 they leave Rosenbrock's valley for good.
struct RAdam: LockstepMethod {
  static let info = MethodInfo(
    id: "radam", name: "RAdam", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001, [.beta1(default: 0.9), .beta2(default: 0.999), .epsilon(default: 1e-8)]),
    source: "Liu et al., On the Variance of the Adaptive Learning Rate and Beyond, ICLR 2020")

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
  private let guardedRoot: GuardedRoot

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    guardedRoot = GuardedRoot(hyperparameters)
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(mean: zero, square: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    memory.beta1Power *= beta1
    memory.beta2Power *= beta2
    let rate = pace.learningRate / (1 - memory.beta1Power)
    let scale = adaptiveScale(step: Double(pace.step + 1), beta2Power: memory.beta2Power)
    for i in x.indices {
      let g = gradient[i]
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      memory.square[i] = beta2 * memory.square[i] + (1 - beta2) * g * g
      let factor = scale.map { Number($0) / guardedRoot(memory.square[i]) } ?? 1
      x[i] -= rate * memory.mean[i] * factor
    }
  }

  /// r √(1 − β₂ᵏ), or nil while the mean square is not to be trusted.
  private func adaptiveScale(step k: Double, beta2Power: Double) -> Double? {
    let limit = 2 / (1 - beta2) - 1
    let length = limit - 2 * k * beta2Power / (1 - beta2Power)
    guard length > 5 else { return nil }
    let rectification = (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)
    return (rectification * (1 - beta2Power)).squareRoot()
  }
}
