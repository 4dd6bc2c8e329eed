import Objectives
import Scalars

/// CMA-ES, started again from a uniform point with twice the population whenever it ends.
///
/// State: the present run and the best point so far, which is the iterate. A run ends as `cma-es` says, or after
/// 100 + 50 (n + 3)² / √λ generations; a restart is the one step that allocates. The whole method only ends with its budget.
/// Points leave the domain only with `bounds=none`; minima near its sides are found more often then. The paper's first σ is half the domain's width; 0.3 is the tutorial's.
struct IPOPCMAES: Optimizer {
  static let info = MethodInfo(
    id: "ipop-cma-es", name: "IPOP-CMA-ES", order: .zeroth, bounds: .map,
    hyperparameters: StrategySettings.hyperparameters,
    source: "Auger and Hansen, A Restart CMA Evolution Strategy With Increasing Population Size, CEC 2005,"
      + " doi:10.1109/CEC.2005.1554902")

  private let settings: StrategySettings

  init(_ hyperparameters: Hyperparameters) { settings = StrategySettings(hyperparameters) }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> RestartedStrategy {
    RestartedStrategy(at: x, in: domain, settings)
  }

  func step(
    _ state: inout RestartedStrategy, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard try state.advance(on: &evaluator, using: &generator) != nil else { return }
    state.restart(
      stepSize: settings.stepSize, populationSize: 2 * state.strategy.parameters.populationSize, on: evaluator,
      using: &generator)
  }
}
