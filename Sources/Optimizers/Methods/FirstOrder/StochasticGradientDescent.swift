/// xₖ₊₁ = xₖ − ηₖ (∇f(xₖ) + ξₖ) with seeded Gaussian noise ξₖ, which stands for the noise of mini-batches.
///
/// State: the iterate. Gradient descent whose noise is on: σ = 1 by default, the largest of the three variances that
/// Neelakantan et al. (arXiv:1511.06807) recommend, 0.01, 0.3 and 1. η as in gradient descent, so that the pair differs
/// in the noise alone. Noise keeps it moving, so it ends with its budget only.
struct StochasticGradientDescent: FirstOrderMethod {
  static let info = MethodInfo(
    id: "sgd", name: "Stochastic gradient descent", order: .first,
    hyperparameters: GradientShaping.hyperparameters(learningRate: 0.001, noise: 1),
    source: "Robbins and Monro, A Stochastic Approximation Method, Ann. Math. Statist. 22, 1951")

  let shaping: GradientShaping

  init(_ hyperparameters: Hyperparameters) { shaping = GradientShaping(hyperparameters) }

  func memory(at x: [Double]) -> NoMemory<Double> { NoMemory() }

  func update(_ x: inout [Double], _ memory: inout NoMemory<Double>, gradient: [Double], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i] }
  }
}
