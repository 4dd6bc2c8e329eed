/// x ← x − η sign(g): every coordinate moves by η, whatever the size of its slope.
///
/// State: the iterate. A coordinate without slope stays. Default η = 0.01: 2000 steps go twice across a domain of size 10
/// (the paper tunes η). It cannot come nearer to a minimizer than η unless a schedule lowers that.
struct SignSGD: FirstOrderMethod {
  static let info = MethodInfo(
    id: "sign-sgd", name: "Sign SGD", order: .first,
    hyperparameters: GradientShaping.hyperparameters(learningRate: 0.01),
    source: "Bernstein, Wang, Azizzadenesheli and Anandkumar, signSGD, ICML 2018")

  typealias Memory = NoMemory
  let shaping: GradientShaping

  init(_ hyperparameters: Hyperparameters) { shaping = GradientShaping(hyperparameters) }

  func update(_ x: inout [Double], _ memory: inout NoMemory, gradient: [Double], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i].direction }
  }
}
