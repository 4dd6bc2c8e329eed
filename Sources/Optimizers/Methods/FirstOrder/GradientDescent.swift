import Scalars

/// xₖ₊₁ = xₖ − ηₖ gₖ, with gₖ = ∇f(xₖ).
///
/// State: the iterate. Default η = 10⁻³: stable where the curvature stays below 2/η = 2000, which holds on Rastrigin
/// (about 400) and near Rosenbrock's valley (about 1000), yet contracts a unit bowl to 2 % in 2000 steps.
struct GradientDescent: LockstepMethod {
  static let info = MethodInfo(
    id: "gradient-descent", name: "Gradient descent", order: .first,
    hyperparameters: GradientShaping.hyperparameters(learningRate: 0.001),
    source: "Cauchy, C. R. Acad. Sci. Paris 25, 1847")

  typealias ScalarMemory = NoMemory<Double>
  typealias LanesMemory = NoMemory<Lanes>
  let shaping: GradientShaping

  init(_ hyperparameters: Hyperparameters) { shaping = GradientShaping(hyperparameters) }

  func memory<Number>(at x: [Number]) -> NoMemory<Number> { NoMemory() }

  func update<Number>(_ x: inout [Number], _ memory: inout NoMemory<Number>, gradient: [Number], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i] }
  }
}
