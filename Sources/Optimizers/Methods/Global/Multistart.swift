import Objectives
import Scalars

/// A local method, from the given start first, then from other points of the domain whenever it ends or stagnates.
///
/// Those are uniform random points, Latin hypercubes of `points` each, a Sobol sequence with a random shift, or the centres
/// of ever finer grids, the coarsest of `points` cells at most (`sampling`). State: their source, the local run, and the
/// incumbent, which is the iterate, since the best point so far is what the method returns; until a point of the domain has
/// been evaluated it is the local iterate. A local run is given up when it ends for any reason but the budget, or when it
/// has spent `patience` of the budget without getting noticeably lower. A restart is the one step that allocates.
/// Schedules of the local method span the whole budget unless `scheduleSteps` is given. Defaults: L-BFGS, the usual local
/// search of multi-level single linkage and its kin; patience 0.05, without a source: at least 20 restarts' worth for
/// methods that never end of their own.
struct Multistart: Optimizer {
  static let info = MethodInfo(
    id: "multistart", name: "Multistart", order: .first, bounds: .local,
    hyperparameters: [
      .localMethod("local", default: "l-bfgs", meaning: "the method that is restarted, with its options in brackets"),
      .real(
        "patience", default: 0.05, .init(above: 0, atMost: 1),
        meaning: "share of the budget without progress after which a local run is given up"),
      .startDesign, .startCount,
    ],
    source: "Rinnooy Kan and Timmer, Stochastic Global Optimization Methods, Math. Programming 39, 1987")

  struct State: IterateHolding {
    var x: [Double]
    var value = Double.infinity
    var local: any LocalRun
    var sampler: PointSampler
    var stagnation = Stagnation(at: 0)
    /// Evaluations spent when the local run began.
    var begin = 0
    /// The point that the next local run starts from.
    var origin: [Double]
    /// Local runs begun after the first.
    var restarts = 0
  }

  private let local: any Optimizer
  private let patience: Double
  private let starts: StartDesign

  init(_ hyperparameters: Hyperparameters) {
    local = hyperparameters.method("local").optimizer
    patience = hyperparameters.real("patience")
    starts = StartDesign(hyperparameters)
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let sampler = starts.sampler(dimension: x.count, using: &generator)
    return State(x: x, local: local.localRun(at: x, in: domain, using: &generator), sampler: sampler, origin: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    var hasEnded = false
    do { try state.local.step(on: &evaluator, using: &generator) } catch {
      // A run that ends before it has evaluated anything would be restarted for ever.
      guard error != .budgetExhausted, evaluator.counts.total > state.begin else {
        state.remember(evaluator.incumbent)
        throw error
      }
      hasEnded = true
    }
    let spent = evaluator.counts.total
    let idle = state.stagnation.evaluationsWithoutGain(lowest: evaluator.lowestOfDescent, at: spent)
    if hasEnded || Double(idle) >= max(patience * Double(evaluator.budget), 1) {
      restart(&state, on: &evaluator, using: &generator)
    }
    state.remember(evaluator.incumbent)
  }

  private func restart(_ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator) {
    state.sampler.next(into: &state.origin, in: evaluator.domain, using: &generator)
    state.local.restart(at: state.origin, in: evaluator.domain, using: &generator)
    state.begin = evaluator.counts.total
    state.stagnation = Stagnation(at: state.begin)
    evaluator.lowestOfDescent = .infinity
    state.restarts += 1
  }
}

extension Multistart.State {
  /// Moves the iterate to the best point so far.
  mutating func remember(_ best: BestPoint) {
    if best.x.isEmpty {
      if restarts == 0 { x.assign(local.x) }
    } else if best.value < value {
      value = best.value
      x.assign(best.x)
    }
  }
}
