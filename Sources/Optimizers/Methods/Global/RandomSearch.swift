import Objectives
import Scalars

/// Uniform points of the domain, one a step; the baseline that every global method has to beat.
///
/// State: the incumbent, which is the iterate, since the best point so far is what the method returns. The first step
/// evaluates the start. No hyper-parameters.
struct RandomSearch: Optimizer {
  static let info = MethodInfo(
    id: "random-search", name: "Random search", order: .zeroth, bounds: .inside, hyperparameters: [],
    source: "Brooks, A Discussion of Random Methods for Seeking Maxima, Operations Research 6, 1958")

  struct State: IterateHolding {
    var x: [Double]
    var value = Double.infinity
    var sample: [Double]
    var isFirst = true
  }

  init(_ hyperparameters: Hyperparameters) {}

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, sample: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.isFirst { evaluator.domain.sample(into: &state.sample, using: &generator) }
    let value = try evaluator.value(at: state.sample)
    state.isFirst = false
    if value < state.value {
      state.value = value
      state.x.assign(state.sample)
    }
  }
}
