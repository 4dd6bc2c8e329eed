import Scalars

/// x ← x − ηg + √(2ηT) ξ with ξ ~ N(0, I): gradient descent that samples exp(−f/T) instead of coming to rest.
///
/// State: the iterate. At rest it stands about T/2 per dimension above a minimum; a schedule that lowers η cools it too,
/// since the noise falls as √η alone (the paper's own schedule is a power of time, `inverse-time` here). With T = 1 and η for
/// its ε/2 it is the paper's, f being a negative log-likelihood. Defaults: T = 1; η = 10⁻³ as for gradient descent. It never
/// ends of its own accord.
struct LangevinDynamics: FirstOrderMethod {
  static let info = MethodInfo(
    id: "sgld", name: "Stochastic gradient Langevin dynamics", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [.real("temperature", default: 1, .init(above: 0), meaning: "temperature T, in units of f")]),
    source: "Welling and Teh, Bayesian Learning via Stochastic Gradient Langevin Dynamics, ICML 2011")

  let shaping: GradientShaping
  let restsAtStationaryPoints = false
  private let temperature: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    temperature = hyperparameters.real("temperature")
  }

  func memory(at x: [Double]) -> NoMemory<Double> { NoMemory() }

  func update(_ x: inout [Double], _ memory: inout NoMemory<Double>, gradient: [Double], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i] }
  }

  func disturb(
    _ x: inout [Double], _ memory: inout NoMemory<Double>, pace: Pace, using generator: inout SeededGenerator
  ) {
    let deviation = (2 * pace.learningRate * temperature).squareRoot()
    for i in x.indices { x[i] += deviation * generator.gaussian() }
  }
}
