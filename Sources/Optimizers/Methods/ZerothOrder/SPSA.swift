import Objectives
import Scalars

/// Descends along a gradient estimated from two values, at the ends of one random diagonal.
///
/// State: the iterate, k, and the gain a. With Δ of random signs, in widths w of the domain,
/// x ← x − aₖ w ĝ, ĝᵢ = (f(x + cₖ w Δ) − f(x − cₖ w Δ)) / 2 cₖ Δᵢ, aₖ = a / (A + k + 1)^0.602, cₖ = c / (k + 1)^0.101.
/// The first step evaluates the start; every further one costs two evaluations. x is kept cₖ away from the domain's sides,
/// so that no point is outside (Sadegh, Automatica 33, 1997). a is measured, so that a scaling of f changes nothing: the
/// first estimate that is not 0 moves every coordinate by `stepSize` widths. A is 10 % of the steps of the budget, c
/// 0.01 widths, and the exponents are Spall's (IEEE Trans. Aerospace and Electronic Systems 34, 1998). Ends `.notFinite`
/// where a value is not a number, and `.gradientVanished` where the first 2n + 8 estimates of an exact objective are all 0.
struct SPSA: Optimizer {
  static let info = MethodInfo(
    id: "spsa", name: "SPSA", order: .zeroth, bounds: .clip,
    hyperparameters: [
      .real(
        "stepSize", default: 0.02, .init(above: 0, atMost: 1),
        meaning: "length of the first move of a coordinate, as a fraction of the domain's width"),
      .real(
        "perturbation", default: 0.01, .init(above: 0, atMost: 0.25),
        meaning: "half the distance of the first two points, c, as a fraction of the domain's width"),
      .real("stepDecay", default: 0.602, .init(atLeast: 0, atMost: 1), meaning: "exponent by which aₖ falls"),
      .real("perturbationDecay", default: 0.101, .init(atLeast: 0, atMost: 1), meaning: "exponent by which cₖ falls"),
      .real(
        "stability", default: 0.1, .init(atLeast: 0, atMost: 10), meaning: "A, as a fraction of the steps of the budget"
      ),
    ],
    source:
      "Spall, Multivariate Stochastic Approximation Using a Simultaneous Perturbation Gradient Approximation, IEEE"
      + " Trans. Automatic Control 37, 1992, doi:10.1109/9.119632")

  struct State: IterateHolding {
    var x: [Double]
    var signs: [Double]
    var trial: [Double]
    let widths: [Double]
    var step = 0
    /// a / (A + 1)^0.602 over the size of the first estimate; nil until there was one.
    var gain: Double?
    var isEvaluated = false
  }

  private let stepSize: Double
  private let perturbation: Double
  private let stepDecay: Double
  private let perturbationDecay: Double
  private let stability: Double

  init(_ hyperparameters: Hyperparameters) {
    stepSize = hyperparameters.real("stepSize")
    perturbation = hyperparameters.real("perturbation")
    stepDecay = hyperparameters.real("stepDecay")
    perturbationDecay = hyperparameters.real("perturbationDecay")
    stability = hyperparameters.real("stability")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, signs: x, trial: x, widths: domain.widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard state.isEvaluated else {
      guard try evaluator.value(at: state.x).isFinite else { throw .notFinite }
      state.isEvaluated = true
      return
    }
    let k = Double(state.step)
    let c = perturbation * Elementary.exp(-perturbationDecay * Elementary.log(k + 1))
    for i in state.x.indices { state.signs[i] = generator.uniform() < 0.5 ? -1 : 1 }
    let difference = try self.difference(&state, c, on: &evaluator)
    guard difference.isFinite else { throw .notFinite }
    let slope = difference / (2 * c)
    if state.gain == nil {
      if slope != 0 { state.gain = stepSize / slope.magnitude }
      let isHopeless = state.step >= 2 * state.x.count + 8 && !evaluator.isStochastic
      if state.gain == nil, isHopeless { throw .gradientVanished }
    }
    // aₖ over a₀.
    let early = stability * Double(evaluator.budget) / 2 + 1
    let decay = Elementary.exp(stepDecay * (Elementary.log(early) - Elementary.log(early + k)))
    let move = (state.gain ?? 0) * decay * slope
    for i in state.x.indices {
      let moved = state.x[i] - move * state.signs[i] * state.widths[i]
      state.x[i] = min(max(moved, evaluator.domain.lower[i]), evaluator.domain.upper[i])
    }
    state.step += 1
  }

  /// f at one end of the diagonal minus f at the other, both inside the domain.
  private func difference(
    _ state: inout State, _ c: Double, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Double {
    let domain = evaluator.domain
    var values = (0.0, 0.0)
    for side in stride(from: 1.0, through: -1, by: -2) {
      for i in state.x.indices {
        let half = c * state.widths[i]
        let middle = min(max(state.x[i], domain.lower[i] + half), domain.upper[i] - half)
        state.trial[i] = min(max(middle + side * half * state.signs[i], domain.lower[i]), domain.upper[i])
      }
      let value = try evaluator.value(at: state.trial)
      if side > 0 { values.0 = value } else { values.1 = value }
    }
    return values.0 - values.1
  }
}
