/// m ← βm + (1 − β)g, x ← x − η sign(m): sign SGD with momentum.
///
/// State: the iterate and the mean gradient m. Defaults: β = 0.9, the paper's; η = 0.01 as for sign SGD, so that the pair
/// differs in the momentum alone.
struct Signum: FirstOrderMethod {
  static let info = MethodInfo(
    id: "signum", name: "Signum", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.01, [.momentum(default: 0.9)] + MomentumSchedule.hyperparameters),
    source: "Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD, ICML 2018")

  struct Memory: FirstOrderMemory { var mean: [Double] }

  let shaping: GradientShaping
  private let momentum: MomentumSchedule

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    momentum = MomentumSchedule(hyperparameters, of: "momentum")
  }

  func memory(at x: [Double]) -> Memory { Memory(mean: Array(repeating: 0, count: x.count)) }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
    let momentum = momentum(pace)
    for i in x.indices {
      memory.mean[i] = momentum * memory.mean[i] + (1 - momentum) * gradient[i]
      x[i] -= pace.learningRate * memory.mean[i].direction
    }
  }
}
