import Objectives
import Scalars

/// φ ← φ + α(θ − φ), θ ← φ after every k steps of a local method at θ: slow weights φ that follow fast ones.
///
/// State: the local run and φ, which is the iterate. The local method keeps its memory (the paper's first choice) where it
/// can; line searches and simplices begin anew from φ, the one step that allocates. Where the local method ends of its own
/// accord, its point is the iterate and its reason the reason. Evaluations, bounds and schedules are the local method's.
/// Defaults: α = 0.5 and k = 5, the paper's, around Adam.
struct Lookahead: Optimizer {
  static let info = MethodInfo(
    id: "lookahead", name: "Lookahead", order: .first,
    hyperparameters: [
      .localMethod("local", default: "adam", meaning: "the method that looks ahead, with its options in brackets"),
      .integer("period", default: 5, in: 1...1_000_000, meaning: "steps of the local method between slow steps, k"),
      .real("slowRate", default: 0.5, .init(above: 0, atMost: 1), meaning: "share α of the way that a slow step goes"),
    ] + EarlyStopping.hyperparameters,
    source: "Zhang, Lucas, Hinton and Ba, Lookahead Optimizer: k Steps Forward, 1 Step Back, NeurIPS 2019")

  struct State: Monitored {
    var x: [Double]
    var local: any LocalRun
    var steps = 0
    var monitor = EarlyStopping.Monitor()

    mutating func settle(at x: [Double]) { self.x.assign(x) }
  }

  private let local: any Optimizer
  private let earlyStopping: EarlyStopping
  private let period: Int
  private let slowRate: Double

  init(_ hyperparameters: Hyperparameters) {
    local = hyperparameters.method("local").optimizer
    earlyStopping = EarlyStopping(hyperparameters)
    period = hyperparameters.integer("period")
    slowRate = hyperparameters.real("slowRate")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, local: local.localRun(at: x, in: domain, using: &generator))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    try earlyStopping.endWithoutImprovement(evaluator.lowestOfDescent, &state, on: evaluator)
    do { try state.local.step(on: &evaluator, using: &generator) } catch {
      if error.isOfItsOwnAccord { state.x.assign(state.local.x) }
      throw error
    }
    state.steps += 1
    guard state.steps % period == 0 else { return }
    let fast = state.local.x
    for i in state.x.indices { state.x[i] += slowRate * (fast[i] - state.x[i]) }
    state.local.move(to: state.x, in: evaluator.domain, using: &generator)
  }
}
