import Objectives
import Scalars

/// Looks a step away along both ends of every axis, moves to what is lower, and halves the step where nothing is.
///
/// State: the iterate, its value, and the step, in widths of the domain. The first step evaluates the start. Each further
/// one polls the axes in order, moves to the first point that is lower, and goes on from there; if none of the 2n is, the
/// step is multiplied by `contraction`. Simple decrease is enough, since steps are powers of one number. Points outside the
/// domain are not evaluated; a start outside is moved to the nearest side. Ends `.stepVanished` when the step is below
/// `tolerance` widths. +∞ and NaN count as worst. Defaults: contraction ½ as in the paper; a first step of ¼ is without
/// source.
struct CompassSearch: Optimizer {
  static let info = MethodInfo(
    id: "compass-search", name: "Compass search", order: .zeroth, bounds: .inside,
    hyperparameters: [
      .real(
        "stepSize", default: 0.25, .init(above: 0, atMost: 1),
        meaning: "first step, as a fraction of the domain's width"),
      .real(
        "contraction", default: 0.5, .init(above: 0, below: 1),
        meaning: "what the step is multiplied by where nothing is lower"),
      .real(
        "tolerance", default: 1e-12, .init(atLeast: 0, atMost: 1),
        meaning: "step at which the run ends, as a fraction of the domain's width"),
    ],
    source:
      "Kolda, Lewis and Torczon, Optimization by Direct Search, SIAM Review 45, 2003, doi:10.1137/S003614450242889")

  struct State: IterateHolding {
    var x: [Double]
    var value = Double.infinity
    var trial: [Double]
    var stepSize: Double
    let widths: [Double]
    var isEvaluated = false
  }

  private let stepSize: Double
  private let contraction: Double
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    stepSize = hyperparameters.real("stepSize")
    contraction = hyperparameters.real("contraction")
    tolerance = hyperparameters.real("tolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let inside = domain.clamping(x)
    return State(x: inside, trial: inside, stepSize: stepSize, widths: domain.widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard state.isEvaluated else {
      state.value = try evaluator.value(at: state.x)
      state.isEvaluated = true
      return
    }
    guard state.stepSize > tolerance, state.stepSize > 0x1p-60 else { throw .stepVanished }
    var hasMoved = false
    for i in state.x.indices {
      if try poll(&state, axis: i, sign: 1, on: &evaluator) {
        hasMoved = true
      } else if try poll(&state, axis: i, sign: -1, on: &evaluator) {
        hasMoved = true
      }
    }
    if !hasMoved { state.stepSize *= contraction }
  }

  /// Evaluates the point a step away along axis `i`, and moves there if it is lower.
  private func poll(
    _ state: inout State, axis i: Int, sign: Double, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bool {
    let moved = state.x[i] + sign * state.stepSize * state.widths[i]
    guard moved >= evaluator.domain.lower[i], moved <= evaluator.domain.upper[i], moved != state.x[i] else {
      return false
    }
    state.trial[i] = moved
    defer { state.trial[i] = state.x[i] }
    let value = try evaluator.value(at: state.trial)
    guard value < state.value else { return false }
    state.value = value
    state.x[i] = moved
    return true
  }
}
