import Objectives
import Scalars

/// k runs of a local method, each with an equal share of the budget; the best of them counts.
///
/// State: the run that is under way, and the incumbent, which is the iterate. The first run begins at the given start,
/// the others at points of `sampling`, as in `multistart`. No run is given up early, but none gets more than what is left
/// divided by the runs to come; what a run that ends of its own leaves goes to the others. After the k-th the method ends
/// for the reason of that run. Schedules of the local method see the whole budget: give them `scheduleSteps`. Default k = 10,
/// without a source.
struct BestOfK: Optimizer {
  static let info = MethodInfo(
    id: "best-of-k", name: "Best of k", order: .first, bounds: .local,
    hyperparameters: [
      .localMethod("local", default: "l-bfgs", meaning: "the method that runs, with its options in brackets"),
      .integer("runs", default: 10, in: 1...1_000_000, meaning: "how many runs share the budget, k"),
      .startDesign, .startCount,
    ],
    source: "Rinnooy Kan and Timmer, Stochastic Global Optimization Methods, Math. Programming 39, 1987, "
      + "doi:10.1007/BF02592070")

  struct State: IterateHolding {
    var incumbent: Incumbent
    var local: any LocalRun
    var sampler: PointSampler
    /// The point that the next run starts from.
    var origin: [Double]
    /// Runs begun so far, and the evaluations at which the one under way is over.
    var begun = 0
    var end = 0

    var x: [Double] { incumbent.x }
  }

  private let local: any Optimizer
  private let runs: Int
  private let starts: StartDesign

  init(_ hyperparameters: Hyperparameters) {
    local = hyperparameters.method("local").optimizer
    runs = hyperparameters.integer("runs")
    starts = StartDesign(hyperparameters)
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let sampler = starts.sampler(dimension: x.count, using: &generator)
    return State(
      incumbent: Incumbent(at: x), local: local.localRun(at: x, in: domain, using: &generator), sampler: sampler,
      origin: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    let spent = evaluator.counts.total
    if state.begun == 0 || spent >= state.end, state.begun < runs {
      begin(&state, on: evaluator, using: &generator)
    }
    do { try state.local.step(on: &evaluator, using: &generator) } catch {
      guard error != .budgetExhausted, state.begun < runs else { throw error }
      state.end = evaluator.counts.total
    }
  }

  private func begin(_ state: inout State, on evaluator: Evaluator, using generator: inout SeededGenerator) {
    if state.begun > 0 {
      state.sampler.next(into: &state.origin, in: evaluator.domain, using: &generator)
      state.local.restart(at: state.origin, in: evaluator.domain, using: &generator)
    }
    state.end = evaluator.counts.total + max(evaluator.remaining / (runs - state.begun), 1)
    state.begun += 1
  }
}
