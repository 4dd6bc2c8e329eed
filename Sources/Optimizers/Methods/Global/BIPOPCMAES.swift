import Objectives
import Scalars

/// CMA-ES, started again with populations that double and, for as many evaluations, with small ones and short steps.
///
/// State: the present run, the evaluations that either regime has spent, and the best point so far, which is the iterate.
/// The first run has the default population and counts as small. Whenever a run ends, the regime that has spent less
/// goes on, from a uniform point: the large one with twice its last population λ; the small one with
/// λ₀ (λ / 2λ₀)^U², U uniform, and a first step of `stepSize` · 10^−2U, for at most half the evaluations of all large runs.
/// A run ends as `cma-es` says, or after 100 + 50 (n + 3)² / √λ generations; a restart is the one step that allocates. The
/// whole method only ends with its budget. Points leave the domain only with `bounds=none`.
struct BIPOPCMAES: Optimizer {
  static let info = MethodInfo(
    id: "bipop-cma-es", name: "BIPOP-CMA-ES", order: .zeroth, bounds: .map,
    hyperparameters: StrategySettings.hyperparameters,
    source: "Hansen, Benchmarking a BI-Population CMA-ES on the BBOB-2009 Function Testbed, GECCO 2009,"
      + " doi:10.1145/1570256.1570333")

  struct State: IterateHolding {
    var runs: RestartedStrategy
    /// λ of the last large run, at first that of the first run.
    var largePopulation: Int
    var isLarge = false
    var smallSpent = 0
    var largeSpent = 0

    var x: [Double] { runs.x }
  }

  private let settings: StrategySettings

  init(_ hyperparameters: Hyperparameters) { settings = StrategySettings(hyperparameters) }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      runs: RestartedStrategy(at: x, in: domain, settings), largePopulation: settings.populationSize(x.count))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    let isFirst = state.largeSpent == 0 && !state.isLarge
    let limit = state.isLarge || isFirst ? Int.max : state.largeSpent / 2
    guard let spent = try state.runs.advance(limit: limit, on: &evaluator, using: &generator) else { return }
    if state.isLarge { state.largeSpent += spent } else { state.smallSpent += spent }
    state.isLarge = state.smallSpent >= state.largeSpent
    if state.isLarge {
      state.largePopulation *= 2
      state.runs.restart(
        stepSize: settings.stepSize, populationSize: state.largePopulation, on: evaluator, using: &generator)
    } else {
      restartSmall(&state, on: evaluator, using: &generator)
    }
  }

  private func restartSmall(_ state: inout State, on evaluator: Evaluator, using generator: inout SeededGenerator) {
    let first = Double(settings.populationSize(state.x.count))
    let u = generator.uniform()
    let exponent = u * u * Elementary.log(0.5 * Double(state.largePopulation) / first)
    let shrinkage = Elementary.exp(-2 * Elementary.log(10) * generator.uniform())
    state.runs.restart(
      stepSize: settings.stepSize * shrinkage, populationSize: Int(first * Elementary.exp(exponent)), on: evaluator,
      using: &generator)
  }
}
