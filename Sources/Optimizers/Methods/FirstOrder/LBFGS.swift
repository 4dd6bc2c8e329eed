import Objectives
import Scalars

/// x ← x − αHg, with H the inverse Hessian as the last m pairs s = Δx, y = Δg describe it.
///
/// State: the iterate with its value and gradient, and m pairs. H g by the two-loop recursion from H₀ = (s·y/y·y) I; α by a
/// strong Wolfe search from 1. Defaults: m = 10, within the 3 to 20 that Nocedal and Wright find good; the first step of
/// all, along −g, tries 1 % of the domain's diagonal, so that it depends on neither f's scale nor that of x (they leave it
/// open); no step is longer than the diagonal. A pair without positive curvature s·y is left out. Where a search fails
/// it starts again from the gradient; where that fails too, rounding is reached: `.stepVanished`.
struct LBFGS: Optimizer {
  static let info = MethodInfo(
    id: "l-bfgs", name: "L-BFGS", order: .first,
    hyperparameters: [
      .integer("memory", default: 10, in: 1...100, meaning: "pairs of steps and gradient changes remembered, m"),
      .real(
        "firstStep", default: 0.01, .init(above: 0, atMost: 1),
        meaning: "length of the first trial step, as a fraction of the domain's diagonal"),
      .gradientTolerance,
    ],
    source: "Liu and Nocedal, On the Limited Memory BFGS Method, Math. Programming 45, 1989")

  struct State: IterateHolding {
    var x: [Double]
    var value = Double.nan
    var isEvaluated = false
    var gradient: [Double]
    var direction: [Double]
    var curvature: CurvaturePairs
    var line: StrongWolfe.Workspace
    let diagonal: Double
  }

  private let memory: Int
  private let firstStep: Double
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    memory = hyperparameters.integer("memory")
    firstStep = hyperparameters.real("firstStep")
    tolerance = hyperparameters.real("gradientTolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let zero = [Double](repeating: 0, count: x.count)
    return State(
      x: x, gradient: zero, direction: zero, curvature: CurvaturePairs(capacity: memory, dimension: x.count),
      line: StrongWolfe.Workspace(dimension: x.count), diagonal: domain.diagonal)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.isEvaluated {
      state.value = try evaluator.value(at: state.x, gradient: &state.gradient)
      state.isEvaluated = true
    }
    guard state.gradient.maximumMagnitude > tolerance else { throw .gradientVanished }
    while try !search(&state, on: &evaluator) {
      guard !state.curvature.isEmpty else { throw .stepVanished }
      state.curvature.removeAll()
    }
    state.curvature.append(
      from: state.x, state.gradient, to: state.line.low.x, state.line.low.gradient)
    swap(&state.x, &state.line.low.x)
    swap(&state.gradient, &state.line.low.gradient)
    state.value = state.line.low.value
  }

  private func search(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) -> Bool {
    state.curvature.aim(&state.direction, gradient: state.gradient)
    let slope = state.gradient.dot(state.direction)
    let length = state.direction.norm
    guard slope < 0, length.isFinite else { return false }
    return try StrongWolfe().search(
      from: state.x, value: state.value, slope: slope, along: state.direction,
      firstStep: state.curvature.isEmpty ? firstStep * state.diagonal / length : 1,
      longestStep: state.diagonal / length, in: &state.line, on: &evaluator)
  }
}
