import Objectives
import Scalars

/// What IPOP and BIPOP have in common: a strategy that is given up when it ends, and the best point so far.
struct RestartedStrategy: IterateHolding {
  /// The best point so far, which is the iterate; the start until a point of the domain has been evaluated.
  private(set) var x: [Double]
  private var value = Double.infinity
  private(set) var strategy: EvolutionStrategy
  /// Evaluations spent when the present run began.
  private var begin = 0
  private let settings: StrategySettings
  private let bounds: SmoothBounds
  private var origin: [Double]
  private var isStarted = false

  init(at x: [Double], in domain: Box, _ settings: StrategySettings) {
    self.x = x
    self.settings = settings
    bounds = SmoothBounds(domain, isOpen: settings.isOpen)
    origin = x
    strategy = settings.strategy(
      at: x, stepSize: settings.stepSize, populationSize: settings.populationSize(x.count), bounds: bounds,
      isLimited: true)
  }

  /// One generation of the present run; returns the evaluations of the run if that has ended, nil otherwise.
  ///
  /// - Parameter limit: the evaluations after which a run is given up.
  mutating func advance(
    limit: Int = .max, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Int? {
    defer { remember(evaluator.incumbent) }
    if !isStarted {
      _ = try evaluator.value(at: origin)
      isStarted = true
    }
    let spent = evaluator.counts.total - begin
    guard spent < limit else { return spent }
    do { try strategy.advance(on: &evaluator, using: &generator) } catch {
      guard error != .budgetExhausted else { throw error }
      return evaluator.counts.total - begin
    }
    return nil
  }

  /// Begins another run from a uniform point of the domain.
  mutating func restart(
    stepSize: Double, populationSize: Int, on evaluator: Evaluator, using generator: inout SeededGenerator
  ) {
    evaluator.domain.sample(into: &origin, using: &generator)
    begin = evaluator.counts.total
    strategy = settings.strategy(
      at: origin, stepSize: stepSize, populationSize: populationSize, bounds: bounds, isLimited: true)
  }

  private mutating func remember(_ best: BestPoint) {
    guard best.value < value else { return }
    value = best.value
    x.assign(best.x)
  }
}
