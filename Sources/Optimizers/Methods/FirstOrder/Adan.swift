import Scalars

/// Adam with Nesterov momentum on gradient differences: x ← x − η (m̂ + θv̂)/(√n̂ + ε).
///
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)d with d = g − gₖ₋₁ (0 at first), n ← β₃n + (1 − β₃)(g + θd)², and hats divide by
/// 1 − βᵏ. Two variants are in use: `paper`, the default and its authors' code, has θ = β₂; `optax` has θ = 1 − β₂ (the
/// paper's letter β₂ is what is not kept, our 1 − β₂) and ε under the root too. State: the iterate, m, v, n, the gradient
/// before, and the powers of β. Defaults: β = 0.98, 0.92, 0.99 and ε = 10⁻⁸, the paper's; η = 0.05 as for Adam. The
/// paper's weight decay divides by 1 + ηλ; `decoupled` multiplies by 1 − ηλ.
struct Adan: LockstepMethod {
  static let info = MethodInfo(
    id: "adan", name: "Adan", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05,
      [
        .choice(
          "variant", default: Variant.paper.rawValue, of: Variant.allCases.map(\.rawValue),
          meaning: "share θ of the differences: β₂ (paper) or 1 − β₂ (optax)"),
        .beta1(default: 0.98),
        .real("beta2", default: 0.92, .init(atLeast: 0, below: 1), meaning: "share β₂ of the mean difference kept"),
        .real("beta3", default: 0.99, .init(atLeast: 0, below: 1), meaning: "share β₃ of the mean square kept"),
        .epsilon(default: 1e-8),
        .real("epsilonRoot", default: 0, .init(atLeast: 0), meaning: "added to the mean square under the root")
          .withDefault("1e-08", variant: "optax"),
      ]),
    source: "Xie, Zhou, Li, Lin and Yan, Adan: Adaptive Nesterov Momentum Algorithm, arXiv:2208.06677, 2022")

  enum Variant: String, Sendable, CaseIterable { case paper, optax }

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var mean: [Number]
    var difference: [Number]
    var square: [Number]
    var previous: [Number]
    var beta1Power = 1.0
    var beta2Power = 1.0
    var beta3Power = 1.0
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta1: Double
  private let beta2: Double
  private let beta3: Double
  /// θ.
  private let share: Double
  private let guardedRoot: GuardedRoot
  private let epsilonRoot: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    beta3 = hyperparameters.real("beta3")
    share = hyperparameters.choice("variant") == Variant.optax.rawValue ? 1 - beta2 : beta2
    guardedRoot = GuardedRoot(hyperparameters)
    epsilonRoot = hyperparameters.real("epsilonRoot")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(mean: zero, difference: zero, square: zero, previous: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    memory.beta1Power *= beta1
    memory.beta2Power *= beta2
    memory.beta3Power *= beta3
    let meanCorrection = 1 / (1 - memory.beta1Power)
    let differenceCorrection = 1 / (1 - memory.beta2Power)
    let squareCorrection = 1 / (1 - memory.beta3Power)
    for i in x.indices {
      let g = gradient[i]
      let difference = pace.step == 0 ? Number(0) : g - memory.previous[i]
      memory.previous[i] = g
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      memory.difference[i] = beta2 * memory.difference[i] + (1 - beta2) * difference
      let ahead = g + share * difference
      memory.square[i] = beta3 * memory.square[i] + (1 - beta3) * ahead * ahead
      let step = meanCorrection * memory.mean[i] + share * (differenceCorrection * memory.difference[i])
      x[i] -= pace.learningRate * step / guardedRoot(squareCorrection * memory.square[i] + Number(epsilonRoot))
    }
  }
}
