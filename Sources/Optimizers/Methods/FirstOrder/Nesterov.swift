import Scalars

/// Nesterov's momentum: v ← μv + g, x ← x − η(g + μv).
///
/// State: the iterate and the velocity v. The form of Sutskever et al. (ICML 2013) as PyTorch and optax write it: the
/// iterate is the look-ahead point, so one gradient a step is enough. Nesterov's own μ grows with k: that is
/// `momentumSchedule=nesterov`; by default it is constant.
/// Defaults: μ = 0.9 and η = 10⁻³, as for momentum, so that the pair differs in the look-ahead alone.
struct Nesterov: LockstepMethod {
  static let info = MethodInfo(
    id: "nesterov", name: "Nesterov momentum", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001, [.momentum(default: 0.9)] + MomentumSchedule.hyperparameters),
    source: "Nesterov, A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²), 1983")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory { var velocity: [Number] }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let momentum: MomentumSchedule

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    momentum = MomentumSchedule(hyperparameters, of: "momentum")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> { Memory(velocity: Array(repeating: 0, count: x.count)) }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let momentum = momentum(pace)
    for i in x.indices {
      memory.velocity[i] = momentum * memory.velocity[i] + gradient[i]
      x[i] -= pace.learningRate * (gradient[i] + momentum * memory.velocity[i])
    }
  }
}
