import Scalars

/// m ← βm + (1 − β)g, x ← x − η sign(m): sign SGD with momentum.
///
/// State: the iterate and the mean gradient m. Defaults: β = 0.9, the paper's; η = 0.01 as for sign SGD, so that the pair
/// differs in the momentum alone.
struct Signum: LockstepMethod {
  static let info = MethodInfo(
    id: "signum", name: "Signum", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.01, [.momentum(default: 0.9)] + MomentumSchedule.hyperparameters),
    source: "Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD, ICML 2018")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory { var mean: [Number] }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let momentum: MomentumSchedule

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    momentum = MomentumSchedule(hyperparameters, of: "momentum")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> { Memory(mean: Array(repeating: 0, count: x.count)) }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let momentum = momentum(pace)
    for i in x.indices {
      memory.mean[i] = momentum * memory.mean[i] + (1 - momentum) * gradient[i]
      x[i] -= pace.learningRate * memory.mean[i].direction
    }
  }
}
