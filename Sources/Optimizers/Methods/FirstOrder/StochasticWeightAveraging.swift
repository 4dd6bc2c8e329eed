import Objectives
import Scalars

/// The average of the points that a local method visits late in its run: x ← x + (θ − x)/n.
///
/// State: the local run, its points' average, which is the iterate, and how many they are. Until `startFraction` of the
/// budget is spent the iterate is the local one; from then on every `period`th is averaged, all alike (`uniform`, the
/// paper's) or x ← δx + (1 − δ)θ (`exponential`, Polyak averaging as networks are trained with). Where the local method
/// ends of its own accord, its point is the iterate and its reason the reason. Evaluations, bounds and schedules are the
/// local method's; the average is evaluated when the run has ended. Defaults: 0.75, the paper's; every step, as there are
/// no epochs; δ = 0.99; around momentum, the paper's SGD.
struct StochasticWeightAveraging: Optimizer {
  static let info = MethodInfo(
    id: "swa", name: "Stochastic weight averaging", order: .first,
    hyperparameters: [
      .localMethod(
        "local", default: "momentum", meaning: "the method whose points are averaged, with its options in brackets"),
      .real(
        "startFraction", default: 0.75, .init(atLeast: 0, below: 1),
        meaning: "share of the budget before averaging begins"),
      .integer("period", default: 1, in: 1...1_000_000, meaning: "steps from one averaged point to the next"),
      .choice(
        "average", default: Average.uniform.rawValue, of: Average.allCases.map(\.rawValue),
        meaning: "all points alike, or the older the less"),
      .real("decay", default: 0.99, .init(atLeast: 0, below: 1), meaning: "share δ of the exponential average kept"),
    ] + EarlyStopping.hyperparameters,
    source: "Izmailov et al., Averaging Weights Leads to Wider Optima and Better Generalization, UAI 2018")

  enum Average: String, Sendable, CaseIterable { case uniform, exponential }

  struct State: Monitored {
    var x: [Double]
    var local: any LocalRun
    var steps = 0
    var monitor = EarlyStopping.Monitor()
    /// Points averaged.
    var count = 0

    mutating func settle(at x: [Double]) { self.x.assign(x) }
  }

  private let local: any Optimizer
  private let earlyStopping: EarlyStopping
  private let startFraction: Double
  private let period: Int
  private let average: Average
  private let decay: Double

  init(_ hyperparameters: Hyperparameters) {
    local = hyperparameters.method("local").optimizer
    earlyStopping = EarlyStopping(hyperparameters)
    startFraction = hyperparameters.real("startFraction")
    period = hyperparameters.integer("period")
    average = Average(rawValue: hyperparameters.choice("average")) ?? .uniform
    decay = hyperparameters.real("decay")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, local: local.localRun(at: x, in: domain, using: &generator))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    try earlyStopping.endWithoutImprovement(evaluator.lowestOfDescent, &state, on: evaluator)
    do { try state.local.step(on: &evaluator, using: &generator) } catch {
      if error.isOfItsOwnAccord || state.count == 0 { state.x.assign(state.local.x) }
      throw error
    }
    let isAveraging = Double(evaluator.counts.total) > startFraction * Double(evaluator.budget)
    if !isAveraging {
      state.x.assign(state.local.x)
    } else {
      if state.steps % period == 0 { take(state.local.x, into: &state) }
      state.steps += 1
    }
  }

  private func take(_ point: [Double], into state: inout State) {
    state.count += 1
    let share = state.count == 1 ? 1 : average == .uniform ? 1 / Double(state.count) : 1 - decay
    for i in state.x.indices { state.x[i] += share * (point[i] - state.x[i]) }
  }
}
