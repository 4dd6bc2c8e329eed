import Scalars

/// m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε), x ← x − η m/((1 − β₁ᵏ)u): Adam in the infinity norm.
///
/// State: the iterate, m, u, and β₁ᵏ. ε is PyTorch's and optax's; the paper has none. Defaults: β₁ = 0.9 and β₂ = 0.999, the
/// paper's; ε = 10⁻⁸; η = 0.05 as for Adam.
struct Adamax: LockstepMethod {
  static let info = MethodInfo(
    id: "adamax", name: "Adamax", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05, [.beta1(default: 0.9), .beta2(default: 0.999), .epsilon(default: 1e-8)]),
    source: "Kingma and Ba, Adam: A Method for Stochastic Optimization, section 7.1, ICLR 2015")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var mean: [Number]
    var largest: [Number]
    var beta1Power = 1.0
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    epsilon = hyperparameters.real("epsilon")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(mean: zero, largest: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    memory.beta1Power *= beta1
    let rate = pace.learningRate / (1 - memory.beta1Power)
    for i in x.indices {
      let g = gradient[i]
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      memory.largest[i] = .max(beta2 * memory.largest[i], .abs(g) + Number(epsilon))
      x[i] -= rate * memory.mean[i] / memory.largest[i].nonzero
    }
  }
}
