import Scalars

/// s ← ρs + (1 − ρ)g², x ← x − η g/(√s + ε), element by element, with momentum and centering if asked for.
///
/// State: the iterate, the running mean s of g², that of g where `centered` (then s − mean(g)² replaces s), and a velocity
/// v ← μv + g/(√s + ε) where μ > 0. Two variants are in use: `torch`, the default, with ρ = 0.99 and ε beside
/// the root; `optax` divides by √(s + ε), with ρ = 0.9. The lecture has ρ = 0.9 and no ε, so that neither is its form. ε is
/// 10⁻⁸. Default η = 0.01, PyTorch's: about 0.01 a step, twice across a domain of size 10 in 2000 steps.
struct RMSprop: LockstepMethod {
  static let info = MethodInfo(
    id: "rmsprop", name: "RMSprop", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.01,
      [
        LibraryVariant.hyperparameter(meaning: "ε beside the root (torch) or under it (optax)"),
        .real("decay", default: 0.99, .init(atLeast: 0, below: 1), meaning: "share ρ of the mean square kept")
          .withDefault("0.9", variant: "optax"),
        .epsilon(default: 1e-8), .momentum(default: 0),
        .flag("centered", meaning: "divide by the deviation of the gradient, not by its root mean square"),
      ] + MomentumSchedule.hyperparameters),
    source: "Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var squares: [Number]
    var means: [Number]
    var velocity: [Number]
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let decay: Double
  private let momentum: MomentumSchedule
  private let isCentered: Bool
  private let guardedRoot: GuardedRoot

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    decay = hyperparameters.real("decay")
    momentum = MomentumSchedule(hyperparameters, of: "momentum")
    isCentered = hyperparameters.flag("centered")
    guardedRoot = GuardedRoot(hyperparameters, isInRoot: LibraryVariant(hyperparameters) == .optax)
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(squares: zero, means: zero, velocity: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let momentum = momentum(pace)
    for i in x.indices {
      let g = gradient[i]
      memory.squares[i] = decay * memory.squares[i] + (1 - decay) * g * g
      var square = memory.squares[i]
      if isCentered {
        memory.means[i] += (1 - decay) * (g - memory.means[i])
        // Rounding may take a variance below zero, where its root would be NaN.
        square = .max(square - memory.means[i] * memory.means[i], 0)
      }
      memory.velocity[i] = momentum * memory.velocity[i] + g / guardedRoot(square)
      x[i] -= pace.learningRate * memory.velocity[i]
    }
  }
}
