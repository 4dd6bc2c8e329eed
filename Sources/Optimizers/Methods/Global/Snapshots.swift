import Objectives
import Scalars

/// The lowest of the points that a gradient method has come to each time its learning rate starts anew: SGDR's snapshots.
///
/// The learning rate of the local method falls along `cycles` half cosines, each over twice as many steps as the one
/// before, from its first value to `finalFraction` of it: `schedule=cosine-restarts`, which takes the place of a schedule
/// of its own. Its memory goes on through the restarts, as in the paper. State: the local run, and the lowest snapshot,
/// which is the iterate. A snapshot costs one value; the last is taken with the last evaluation. Where the local method ends
/// of its own accord its point is a snapshot too. Bounds: as the local method's. Defaults: the cycles double as in the
/// paper; that there are 5 and that they end at 0 is Huang et al.'s (Snapshot Ensembles, ICLR 2017).
struct Snapshots: Optimizer {
  static let info = MethodInfo(
    id: "snapshots", name: "Snapshots of warm restarts", order: .first, bounds: .local,
    hyperparameters: [
      .localMethod(
        "local", default: "momentum", isScheduled: true,
        meaning: "the gradient method whose learning rate is restarted, with its options in brackets"),
      .integer(
        "cycles", default: 5, in: 1...20, meaning: "cycles of the learning rate, one snapshot at the end of each"),
    ],
    source: "Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017, "
      + "doi:10.48550/arXiv.1608.03983")

  struct State: IterateHolding {
    var x: [Double]
    /// The value of the lowest snapshot, as the method was told.
    var value = Double.infinity
    var local: any LocalRun
    var steps = 0
    /// Snapshots taken.
    var count = 0
  }

  private let local: any Optimizer
  private let cycles: Int

  init(_ hyperparameters: Hyperparameters) {
    cycles = hyperparameters.integer("cycles")
    local = hyperparameters.method("local").restartingCosine(cycles: cycles)
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, local: local.localRun(at: x, in: domain, using: &generator))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if evaluator.remaining == 1, state.steps > 0 { try takeSnapshot(&state, on: &evaluator) }
    do { try state.local.step(on: &evaluator, using: &generator) } catch {
      if error.isOfItsOwnAccord { try takeSnapshot(&state, on: &evaluator) }
      throw error
    }
    state.steps += 1
    let end = Schedule.restart(state.count + 1, of: cycles, over: evaluator.budget)
    if state.count < cycles - 1, Double(state.steps) >= end { try takeSnapshot(&state, on: &evaluator) }
  }

  private func takeSnapshot(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) {
    state.count += 1
    let value = try evaluator.value(at: state.local.x)
    guard value < state.value || state.count == 1 else { return }
    state.value = value
    state.x.assign(state.local.x)
  }
}

extension Method {
  /// The same method with a learning rate that restarts `cycles` times over the run; itself where it has no schedule.
  fileprivate func restartingCosine(cycles: Int) -> any Optimizer {
    let changed = [
      Spec.Option(key: "schedule", value: "cosine-restarts"), Spec.Option(key: "scheduleStages", value: "\(cycles)"),
    ]
    let kept = specification.options.filter { option in !changed.contains { $0.key == option.key } }
    return (try? MethodCatalogue.method(Spec(name: info.id, options: kept + changed)))?.optimizer ?? optimizer
  }
}
