import Objectives
import Scalars

/// Samples a normal distribution and learns its mean, width and covariance from the ranks of the values.
///
/// State: the distribution N(m, σ²C), its two evolution paths, and a history of values; the iterate is m. The first step
/// evaluates the start, which becomes m; every step is one generation: λ points, of which the better half moves m, and
/// all of them C: the worse half with negative weights ("active"). Only ranks of values are used, so that f and any
/// increasing function of f give the same run. Defaults are those of the paper's table 1 (λ = 4 + ⌊3 ln n⌋), and σ = 0.3 of
/// the domain's width in each coordinate, as it advises.
///
/// With `bounds=smooth` points outside the domain are mapped into it (`SmoothBounds`) and no deviation exceeds a third of
/// its width; with `bounds=none` they are evaluated where they are. Ends, as pycma does, `.stagnated` when the values of a
/// generation and of the last 10 + 30n/λ differ by less than `valueTolerance`, when they are equal twice in a row, or when
/// median and best values no longer fall; `.stepVanished` when every deviation is below `stepTolerance` or lost in
/// rounding; `.failed` when the condition of C exceeds 10¹⁴. +∞ and NaN count as worst.
///
/// Not of pycma: mirrored sampling for λ < 6, its later damping for large μ_eff, and `tolxstagnation`.
struct CMAES: Optimizer {
  static let info = MethodInfo(
    id: "cma-es", name: "CMA-ES", order: .zeroth, bounds: .map,
    hyperparameters: StrategySettings.hyperparameters + EarlyStopping.hyperparameters,
    source: "Hansen, The CMA Evolution Strategy: A Tutorial, 2016, doi:10.48550/arXiv.1604.00772")

  struct State: Monitored {
    var x: [Double]
    var strategy: EvolutionStrategy
    var isStarted = false
    var monitor = EarlyStopping.Monitor()

    mutating func settle(at x: [Double]) { self.x.assign(x) }
  }

  private let settings: StrategySettings
  private let earlyStopping: EarlyStopping

  init(_ hyperparameters: Hyperparameters) {
    settings = StrategySettings(hyperparameters)
    earlyStopping = EarlyStopping(hyperparameters)
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      x: x,
      strategy: settings.strategy(
        at: x, stepSize: settings.stepSize, populationSize: settings.populationSize(x.count),
        bounds: SmoothBounds(domain, isOpen: settings.isOpen), isLimited: false))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.isStarted {
      _ = try evaluator.value(at: state.x)
      state.isStarted = true
    }
    try earlyStopping.endWithoutImprovement(evaluator.lowestOfDescent, &state, on: evaluator)
    try state.strategy.advance(on: &evaluator, using: &generator)
    state.strategy.writeMean(into: &state.x)
  }
}
