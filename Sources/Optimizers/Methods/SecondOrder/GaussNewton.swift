import Objectives
import Scalars

/// x ← x + α p, with the shortest p that minimizes Σ (rᵢ + ∇rᵢ·p)²: the residuals' linear models, for f = Σ rᵢ(x)².
///
/// It is Newton's method with B = 2 Σ ∇rᵢ∇rᵢᵀ in the Hessian's place, which has no negative curvature and needs no second
/// derivatives; p = −B⁺∇f. Near a minimum of value 0 it converges quadratically, near others linearly, and where the
/// residuals are large and curved it may crawl. α by backtracking from 1; eigenvalues of B below δ times the largest count
/// as δ of it, since they are mostly rounding; no step is longer than the domain's diagonal. An iteration costs one matrix,
/// counted as a Hessian, and one value with gradient per trial step. Ends as Newton's method does; with `.failed` where
/// the objective is not a sum of squares. Bounds: none.
struct GaussNewton: Optimizer {
  static let info = MethodInfo(
    id: "gauss-newton", name: "Gauss–Newton", order: .second,
    hyperparameters: [
      .real(
        "eigenvalueFloor", default: 1e-13, .init(above: 0, atMost: 1),
        meaning: "smallest eigenvalue used, as a fraction of the largest, δ"),
      .gradientTolerance,
    ],
    source: "Björck, Numerical Methods for Least Squares Problems, SIAM 1996, section 9.2.1")

  typealias State = Newton.State

  private let newton: Newton

  init(_ hyperparameters: Hyperparameters) { newton = Newton(hyperparameters, matrix: .gaussNewton) }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    newton.start(at: x, in: domain, using: &generator)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    try newton.step(&state, on: &evaluator, using: &generator)
  }
}
