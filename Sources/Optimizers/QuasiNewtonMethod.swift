import Objectives
import Scalars

/// What a quasi-Newton method knows of the inverse Hessian H.
protocol CurvatureModel: Sendable {
  /// Whether nothing has been learnt yet.
  var isEmpty: Bool { get }
  mutating func removeAll()
  /// Learns from a step and the change of the gradient along it, unless that has no positive curvature.
  mutating func append(from x: [Double], _ gradient: [Double], to newX: [Double], _ newGradient: [Double])
  /// Sets `direction` to −H · `gradient`; to −`gradient` while nothing is known.
  mutating func aim(_ direction: inout [Double], gradient: [Double])
}

/// x ← x − αHg with α from a strong Wolfe search: a conforming method says only how it represents H.
///
/// The first step of all, along −g, tries a fraction of the domain's diagonal, so that it depends on neither f's scale nor
/// that of x; then α = 1 is tried first. No step is longer than the diagonal. Where a search fails, H is forgotten and
/// the gradient followed; where that fails too, rounding is reached: `.stepVanished`. Early stopping looks at
/// the iterates, not at what a search tries.
protocol QuasiNewtonMethod: Optimizer where State == QuasiNewtonState<Curvature> {
  associatedtype Curvature: CurvatureModel

  /// The first trial step, as a fraction of the domain's diagonal.
  var firstStep: Double { get }
  var tolerance: Double { get }
  var earlyStopping: EarlyStopping { get }
  func curvature(dimension: Int) -> Curvature
}

struct QuasiNewtonState<Curvature: CurvatureModel>: Monitored {
  var iterate: SmoothIterate
  var direction: [Double]
  var curvature: Curvature
  var line: StrongWolfe.Workspace
  let diagonal: Double
  var monitor = EarlyStopping.Monitor()

  var x: [Double] { iterate.x }

  mutating func settle(at x: [Double]) { iterate = SmoothIterate(at: x) }
}

extension QuasiNewtonMethod {
  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      iterate: SmoothIterate(at: x), direction: Array(repeating: 0, count: x.count),
      curvature: curvature(dimension: x.count), line: StrongWolfe.Workspace(dimension: x.count),
      diagonal: domain.diagonal)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.iterate.isEvaluated { try state.iterate.evaluate(on: &evaluator) }
    guard state.iterate.gradient.maximumMagnitude > tolerance else { throw .gradientVanished }
    try earlyStopping.endWithoutImprovement(state.iterate.value, &state, on: evaluator)
    while try !search(&state, on: &evaluator) {
      guard !state.curvature.isEmpty else { throw .stepVanished }
      state.curvature.removeAll()
    }
    state.curvature.append(
      from: state.x, state.iterate.gradient, to: state.line.low.x, state.line.low.gradient)
    state.iterate.move(to: &state.line.low)
  }

  private func search(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) -> Bool {
    state.curvature.aim(&state.direction, gradient: state.iterate.gradient)
    let slope = state.iterate.gradient.dot(state.direction)
    let length = state.direction.norm
    guard slope < 0, length.isFinite else { return false }
    return try StrongWolfe().search(
      from: state.x, value: state.iterate.value, slope: slope, along: state.direction,
      firstStep: state.curvature.isEmpty ? firstStep * state.diagonal / length : 1,
      longestStep: state.diagonal / length, in: &state.line, on: &evaluator)
  }
}

extension Hyperparameter {
  /// The first trial step of a line search that knows no scale yet.
  static let firstStep = Hyperparameter.real(
    "firstStep", default: 0.01, .init(above: 0, atMost: 1),
    meaning: "length of the first trial step, as a fraction of the domain's diagonal")
}
