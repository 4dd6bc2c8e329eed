import Objectives
import Scalars

/// x ← x + αd, d ← −g + max(β, η_k) d with β = (y − 2d‖y‖²/d·y)·g/d·y, y = Δg: CG_DESCENT, nonlinear conjugate gradients.
///
/// State: the iterate with its value and gradient, d, and the last α. η_k = −1/(‖d‖ min(η, ‖g‖)) with η = 0.01 keeps β
/// from undoing all progress; g·d ≤ −⅞‖g‖² whatever the line search does. α by Hager and Zhang's own search, which ends
/// with the Wolfe conditions or, where rounding hides f's decrease, their approximate ones. Defaults are the paper's; but
/// the first step of all tries 1 % of the domain's diagonal, where the paper's depends on where the origin of x lies; no
/// step is longer than the diagonal. One value with gradient per trial step. Where a search fails d starts again from −g;
/// where that fails too, rounding is reached: `.stepVanished`. Bounds: none.
struct ConjugateGradient: Optimizer {
  static let info = MethodInfo(
    id: "conjugate-gradient", name: "Conjugate gradient", order: .first,
    hyperparameters: [.firstStep, .gradientTolerance] + EarlyStopping.hyperparameters,
    source: "Hager and Zhang, A New Conjugate Gradient Method with Guaranteed Descent and an Efficient Line Search, "
      + "SIAM J. Optim. 16, 2005, doi:10.1137/030601880")

  struct State: Monitored {
    var iterate: SmoothIterate
    var direction: [Double]
    /// Whether the direction is −g, for want of a better one.
    var isRestarted = true
    /// α of the last step; nil before the first.
    var lastStep: Double?
    var line: ApproximateWolfe.Workspace
    let diagonal: Double
    var monitor = EarlyStopping.Monitor()

    var x: [Double] { iterate.x }

    mutating func settle(at x: [Double]) { iterate = SmoothIterate(at: x) }
  }

  /// η of the paper.
  fileprivate static let truncation = 0.01

  private let firstStep: Double
  private let tolerance: Double
  private let earlyStopping: EarlyStopping
  var search = ApproximateWolfe()

  init(_ hyperparameters: Hyperparameters) {
    firstStep = hyperparameters.real("firstStep")
    tolerance = hyperparameters.real("gradientTolerance")
    earlyStopping = EarlyStopping(hyperparameters)
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      iterate: SmoothIterate(at: x), direction: Array(repeating: 0, count: x.count),
      line: ApproximateWolfe.Workspace(dimension: x.count), diagonal: domain.diagonal)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.iterate.isEvaluated {
      try state.iterate.evaluate(on: &evaluator)
      state.restart()
    }
    guard state.iterate.gradient.maximumMagnitude > tolerance else { throw .gradientVanished }
    try earlyStopping.endWithoutImprovement(state.iterate.value, &state, on: evaluator)
    while try !isFound(&state, on: &evaluator) {
      guard !state.isRestarted else { throw .stepVanished }
      state.restart()
    }
    state.lastStep = state.line.accepted.step
    state.turn()
    state.iterate.move(to: &state.line.accepted)
  }

  private func isFound(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) -> Bool {
    let slope = state.iterate.gradient.dot(state.direction)
    let length = state.direction.norm
    guard slope < 0, length.isFinite else { return false }
    return try search.search(
      from: state.x, value: state.iterate.value, slope: slope, along: state.direction, lastStep: state.lastStep,
      firstStep: firstStep * state.diagonal / length, longestStep: state.diagonal / length, in: &state.line,
      on: &evaluator)
  }
}

extension ConjugateGradient.State {
  fileprivate mutating func restart() {
    for i in x.indices { direction[i] = -iterate.gradient[i] }
    isRestarted = true
    lastStep = nil
  }

  /// Sets the next direction, from the gradients before and after the accepted step.
  fileprivate mutating func turn() {
    var (product, square, changeByNext, directionByNext) = (0.0, 0.0, 0.0, 0.0)
    for i in x.indices {
      let next = line.accepted.gradient[i]
      let change = next - iterate.gradient[i]
      product += direction[i] * change
      square += change * change
      changeByNext += change * next
      directionByNext += direction[i] * next
    }
    let beta = (changeByNext - 2 * directionByNext * (square / product)) / product
    let smallest = -1 / (direction.norm * min(ConjugateGradient.truncation, iterate.gradient.norm))
    // Without positive curvature, at the longest step allowed, the formula has no meaning.
    let isUsable = product > 0 && beta.isFinite
    let factor = isUsable ? max(beta, smallest) : 0
    for i in x.indices { direction[i] = factor * direction[i] - line.accepted.gradient[i] }
    isRestarted = factor == 0
  }
}
