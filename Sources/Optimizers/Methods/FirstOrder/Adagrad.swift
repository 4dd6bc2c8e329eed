import Scalars

/// s ← s + g², x ← x − η g/(√s + ε), element by element.
///
/// State: the iterate and the sum s of squared gradients. Two variants are in use. `torch`, the default and the paper's form
/// (which has δ for ε), starts from s = 0 with ε = 10⁻¹⁰ beside the root; `optax` divides by √(s + ε), from s = 0.1 and with
/// ε = 10⁻⁷. Default η = 0.5, not PyTorch's 0.01: steps fall as η/√k, so that 2000 of them reach about
/// 2η√2000 = 45, a few times across a domain of size 10, where 0.01 would not get beyond 0.9.
struct Adagrad: LockstepMethod {
  static let info = MethodInfo(
    id: "adagrad", name: "Adagrad", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.5,
      [
        LibraryVariant.hyperparameter(meaning: "ε beside the root (torch, the paper's) or under it (optax)"),
        .epsilon(default: 1e-10).withDefault("1e-07", variant: "optax"),
        .real("initialAccumulator", default: 0, .init(atLeast: 0), meaning: "first value of the sum of squares")
          .withDefault("0.1", variant: "optax"),
      ]),
    source: "Duchi, Hazan and Singer, Adaptive Subgradient Methods, JMLR 12, 2011")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory { var squares: [Number] }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let initialAccumulator: Double
  private let guardedRoot: GuardedRoot

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    initialAccumulator = hyperparameters.real("initialAccumulator")
    guardedRoot = GuardedRoot(hyperparameters, isInRoot: LibraryVariant(hyperparameters) == .optax)
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    Memory(squares: Array(repeating: Number(initialAccumulator), count: x.count))
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    for i in x.indices {
      memory.squares[i] += gradient[i] * gradient[i]
      x[i] -= pace.learningRate * (gradient[i] / guardedRoot(memory.squares[i]))
    }
  }
}
