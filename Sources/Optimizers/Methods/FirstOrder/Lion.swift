import Scalars

/// x ← x − η sign(β₁m + (1 − β₁)g), then m ← β₂m + (1 − β₂)g.
///
/// State: the iterate and the mean gradient m. Weight decay is decoupled, as in the paper, and off by default. Defaults:
/// β₁ = 0.9 and β₂ = 0.99, the paper's; η = 0.01, a fifth of Adam's here, as the paper advises 3 to 10 times less.
struct Lion: LockstepMethod {
  static let info = MethodInfo(
    id: "lion", name: "Lion", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.01, isDecayDecoupled: true,
      [
        .real("beta1", default: 0.9, .init(atLeast: 0, below: 1), meaning: "share β₁ of the mean gradient in a step"),
        .real("beta2", default: 0.99, .init(atLeast: 0, below: 1), meaning: "share β₂ of the mean gradient kept"),
      ]),
    source: "Chen et al., Symbolic Discovery of Optimization Algorithms, NeurIPS 2023")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory { var mean: [Number] }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta1: Double
  private let beta2: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> { Memory(mean: Array(repeating: 0, count: x.count)) }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    for i in x.indices {
      let g = gradient[i]
      x[i] -= pace.learningRate * (beta1 * memory.mean[i] + (1 - beta1) * g).direction
      memory.mean[i] = beta2 * memory.mean[i] + (1 - beta2) * g
    }
  }
}
