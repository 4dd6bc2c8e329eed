import Objectives
import Scalars

/// Points of a Sobol sequence, one a step: random search without the gaps and clusters of randomness.
///
/// State: the sequence, shifted at random once a run, and the incumbent, which is the iterate. The first step evaluates
/// the start. Joe and Kuo's direction numbers reach 40 dimensions; further coordinates are plain random numbers. No
/// hyper-parameters.
struct SobolSearch: Optimizer {
  static let info = MethodInfo(
    id: "sobol-search", name: "Sobol search", order: .zeroth, bounds: .inside, hyperparameters: [],
    source: "Sobol, On the Systematic Search in a Hypercube, SIAM J. Numer. Anal. 16, 1979, doi:10.1137/0716058")

  struct State: IterateHolding {
    var incumbent: Incumbent
    var sequence: SobolSequence
    var sample: [Double]
    var isFirst = true

    var x: [Double] { incumbent.x }
  }

  init(_ hyperparameters: Hyperparameters) {}

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(incumbent: Incumbent(at: x), sequence: SobolSequence(dimension: x.count, using: &generator), sample: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    if !state.isFirst {
      state.sequence.next(into: &state.sample, using: &generator)
      evaluator.domain.stretch(&state.sample)
    }
    _ = try evaluator.value(at: state.sample)
    state.isFirst = false
  }
}
