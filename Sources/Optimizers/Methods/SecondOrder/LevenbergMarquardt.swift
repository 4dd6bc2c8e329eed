import Objectives
import Scalars

/// x ← x + p, with p the minimizer of Σ (rᵢ + ∇rᵢ·p)² over ‖p‖ ≤ Δ, if f = Σ rᵢ(x)² falls enough: Gauss–Newton with trust.
///
/// p = −(B + μI)⁻¹∇f with B = 2 Σ ∇rᵢ∇rᵢᵀ and the μ ≥ 0 that meets the radius, found exactly as in trust-region Newton,
/// which says how Δ changes. The radius is the same in all coordinates: Moré's scaling by the columns of the Jacobian,
/// made for unknowns of different units, is not needed in a box. An iteration costs one value with gradient, and one
/// matrix, counted as a Hessian, where the last step was taken: what MINPACK counts as `nfev` and `njev`. Ends with
/// `.gradientVanished`, `.stepVanished`, or `.failed` where the objective is not a sum of squares. Bounds: none.
struct LevenbergMarquardt: Optimizer {
  static let info = MethodInfo(
    id: "levenberg-marquardt", name: "Levenberg–Marquardt", order: .second,
    hyperparameters: [
      .real(
        "firstRadius", default: 0.5, .init(above: 0, atMost: 1),
        meaning: "first radius of trust, as a fraction of the domain's diagonal"),
      .gradientTolerance,
    ],
    source:
      "Levenberg, Quart. Appl. Math. 2, 1944; Marquardt, J. SIAM 11, 1963; Moré, The Levenberg–Marquardt Algorithm: "
      + "Implementation and Theory, Lecture Notes in Mathematics 630, 1978")

  typealias State = TrustRegionNewton.State

  private let trusting: TrustRegionNewton

  init(_ hyperparameters: Hyperparameters) { trusting = TrustRegionNewton(hyperparameters, matrix: .gaussNewton) }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    trusting.start(at: x, in: domain, using: &generator)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    try trusting.step(&state, on: &evaluator, using: &generator)
  }
}
