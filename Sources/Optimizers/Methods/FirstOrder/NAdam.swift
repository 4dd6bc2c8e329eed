import Scalars

/// Adam with Nesterov's look-ahead: x ← x − η (μₖ₊₁m̂ + (1 − μₖ)ĝ)/(√v̂ + ε).
///
/// m and v are Adam's. Two variants are in use. `torch`, the default and the paper's form, lets the look-ahead's momentum
/// grow, μₖ = β₁(1 − 0.96^(kψ)/2), and corrects m by 1 − Πμ up to k + 1 and g by that up to k. `optax` keeps μ = β₁, so that
/// these are 1 − β₁^(k+1) and 1 − β₁ᵏ. Neither multiplies v̂ by β₂ as the paper's Algorithm 2 does. State: the iterate, m, v,
/// and the products of μ and β₂. Defaults: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, ψ = 0.004, PyTorch's; η = 0.05 as for Adam.
struct NAdam: LockstepMethod {
  static let info = MethodInfo(
    id: "nadam", name: "NAdam", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05,
      [
        LibraryVariant.hyperparameter(meaning: "momentum that grows (torch, the paper's) or is constant (optax)"),
        .beta1(default: 0.9), .beta2(default: 0.999), .epsilon(default: 1e-8),
        .real(
          "momentumDecay", default: 0.004, .init(atLeast: 0), meaning: "how fast torch's momentum grows to β₁, ψ"),
      ]),
    source: "Dozat, Incorporating Nesterov Momentum into Adam, ICLR Workshop 2016")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var mean: [Number]
    var square: [Number]
    var momentumProduct = 1.0
    var beta2Power = 1.0
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let variant: LibraryVariant
  private let beta1: Double
  private let beta2: Double
  private let momentumDecay: Double
  private let guardedRoot: GuardedRoot

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    variant = LibraryVariant(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    momentumDecay = hyperparameters.real("momentumDecay")
    guardedRoot = GuardedRoot(hyperparameters)
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(mean: zero, square: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let momentum = momentum(step: pace.step + 1)
    let nextMomentum = self.momentum(step: pace.step + 2)
    memory.momentumProduct = product(memory.momentumProduct, momentum)
    memory.beta2Power *= beta2
    let gradientShare = (1 - momentum) / (1 - memory.momentumProduct)
    let meanShare = nextMomentum / (1 - memory.momentumProduct * nextMomentum)
    let squareCorrection = 1 / (1 - memory.beta2Power)
    for i in x.indices {
      let g = gradient[i]
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      memory.square[i] = beta2 * memory.square[i] + (1 - beta2) * g * g
      let divisor = guardedRoot(squareCorrection * memory.square[i])
      x[i] -= pace.learningRate * (gradientShare * g + meanShare * memory.mean[i]) / divisor
    }
  }

  /// Πμ up to the next step; PyTorch keeps it in single precision, which shows in the tenth digit of its iterates.
  private func product(_ product: Double, _ momentum: Double) -> Double {
    switch variant {
    case .torch: Double(Float(product) * Float(momentum))
    case .optax: product * momentum
    }
  }

  /// μ in step k = 1, 2, ….
  private func momentum(step k: Int) -> Double {
    switch variant {
    case .torch: beta1 * (1 - 0.5 * Elementary.pow(0.96, Double(k) * momentumDecay))
    case .optax: beta1
    }
  }
}
