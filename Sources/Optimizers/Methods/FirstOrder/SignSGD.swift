import Scalars

/// x ← x − η sign(g): every coordinate moves by η, whatever the size of its slope.
///
/// State: the iterate. A coordinate without slope stays. Default η = 0.01: 2000 steps go twice across a domain of size 10
/// (the paper tunes η). It cannot come nearer to a minimizer than η unless a schedule lowers that.
struct SignSGD: LockstepMethod {
  static let info = MethodInfo(
    id: "sign-sgd", name: "Sign SGD", order: .first,
    hyperparameters: GradientShaping.hyperparameters(learningRate: 0.01),
    source: "Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD, ICML 2018")

  typealias ScalarMemory = NoMemory<Double>
  typealias LanesMemory = NoMemory<Lanes>
  let shaping: GradientShaping

  init(_ hyperparameters: Hyperparameters) { shaping = GradientShaping(hyperparameters) }

  func memory<Number>(at x: [Number]) -> NoMemory<Number> { NoMemory() }

  func update<Number>(_ x: inout [Number], _ memory: inout NoMemory<Number>, gradient: [Number], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i].direction }
  }
}
