import Objectives
import Scalars

/// A simplex of n + 1 points that reflects, expands, contracts or shrinks away from its worst vertex.
///
/// State: the simplex, ordered from best to worst; the iterate is its best vertex. The rules and ties of Lagarias, Reeds,
/// Wright and Wright (SIAM J. Optim. 9, 1998) with ρ = 1, χ = 2, γ = σ = ½; for n > 2, where those stall, `adaptive` takes
/// χ = 1 + 2/n, γ = ¾ − 1/2n, σ = 1 − 1/n (Gao and Han, Comput. Optim. Appl. 51, 2012). The first simplex is the start and
/// n points 5 % of the domain's width away from it along the axes, inward where outward would leave the domain; 5 % is
/// fminsearch's, which takes it of the coordinates, where a start at 0 needs an exception. The first step evaluates the
/// simplex. The run ends with `.stepVanished` when the simplex is smaller than `tolerance` times the domain in all
/// coordinates. +∞ and NaN count as worst.
struct NelderMead: Optimizer {
  static let info = MethodInfo(
    id: "nelder-mead", name: "Nelder–Mead", order: .zeroth,
    hyperparameters: [
      .real(
        "simplexSize", default: 0.05, .init(above: 0, atMost: 1),
        meaning: "edge of the first simplex, as a fraction of the domain's width"),
      .flag("adaptive", default: true, meaning: "coefficients that depend on the dimension (Gao and Han), for n > 2"),
      .real(
        "tolerance", default: 1e-12, .init(atLeast: 0, atMost: 1),
        meaning: "size of the simplex at which the run ends, as a fraction of the domain's width"),
    ],
    source: "Nelder and Mead, A Simplex Method for Function Minimization, Computer Journal 7, 1965")

  struct State: IterateHolding {
    var simplex: Simplex
    var isEvaluated = false

    var x: [Double] { simplex.vertices[0] }
  }

  private let simplexSize: Double
  private let isAdaptive: Bool
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    simplexSize = hyperparameters.real("simplexSize")
    isAdaptive = hyperparameters.flag("adaptive")
    tolerance = hyperparameters.real("tolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(simplex: Simplex(at: x, size: simplexSize, in: domain))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard state.isEvaluated else {
      try state.simplex.evaluate(on: &evaluator)
      state.isEvaluated = true
      return
    }
    guard !state.simplex.isCollapsed(tolerance: tolerance) else { throw .stepVanished }
    try move(&state.simplex, on: &evaluator)
  }

  /// One iteration: reflect, then expand, contract or shrink, as the reflected value tells.
  private func move(_ simplex: inout Simplex, on evaluator: inout Evaluator) throws(TerminationReason) {
    let n = simplex.dimension
    let (expansion, contraction, shrinkage) = coefficients(n)
    simplex.locateCentroid()
    let reflected = try simplex.evaluateTrial(1, on: &evaluator)
    if reflected < simplex.values[0] {
      let expanded = try simplex.evaluateSecondTrial(expansion, on: &evaluator)
      if expanded < reflected { simplex.preferSecondTrial() }
      simplex.replaceWorst(min(reflected, expanded))
    } else if reflected < simplex.values[n - 1] {
      simplex.replaceWorst(reflected)
    } else {
      let isOutside = reflected < simplex.values[n]
      let contracted = try simplex.evaluateSecondTrial(isOutside ? contraction : -contraction, on: &evaluator)
      if isOutside ? contracted <= reflected : contracted < simplex.values[n] {
        simplex.preferSecondTrial()
        simplex.replaceWorst(contracted)
      } else {
        try simplex.shrink(shrinkage, on: &evaluator)
      }
    }
  }

  /// χ, γ and σ. In one dimension Gao and Han's would shrink to a point, and in two they are the classical ones.
  private func coefficients(_ n: Int) -> (expansion: Double, contraction: Double, shrinkage: Double) {
    guard isAdaptive, n > 2 else { return (2, 0.5, 0.5) }
    let n = Double(n)
    return (1 + 2 / n, 0.75 - 0.5 / n, 1 - 1 / n)
  }
}
