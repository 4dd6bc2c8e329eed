import Objectives
import Scalars

/// A walk from local minimum to local minimum: jump, descend, accept as an annealer would.
///
/// State: the local minimum where the walk stands, the jump's length and how many of the last jumps were accepted, and the
/// incumbent, which is the iterate. The first step descends from the start; each further one adds a uniform number of
/// [−s, s] domain widths to every coordinate, folds back what leaves the domain, descends, and accepts the new minimum by
/// Metropolis' rule at `temperature`, in units of f. After every `interval` jumps s is divided by `stepFactor` where more than
/// the share `targetAcceptance` was accepted, since the walk is then caught in one basin, and multiplied by it otherwise.
///
/// A local search ends inside the domain: its last point is clipped to it, evaluated, and is where the walk goes on.
/// Defaults: scipy's basinhopping, T = 1, factor 0.9 every 50, half accepted; its step is 0.5 in units of x,
/// here 0.05 of a width; a gradient of 10⁻⁶ ends a descent, since going on to rounding would take half of all evaluations.
/// A descent that ends in NaN or +∞ is rejected.
struct BasinHopping: Optimizer {
  static let info = MethodInfo(
    id: "basin-hopping", name: "Basin hopping", order: .first, bounds: .local,
    hyperparameters: [
      .localMethod(
        "local", default: "l-bfgs[gradientTolerance=1e-6]",
        meaning: "the method that descends, with its options in brackets"),
      .real(
        "temperature", default: 1, .init(atLeast: 0),
        meaning: "temperature of the acceptance rule, in units of f; 0 goes downhill only"),
      .real(
        "stepSize", default: 0.05, .init(above: 0, atMost: 1),
        meaning: "first half-width of a jump, as a fraction of the domain's width"),
      .integer("interval", default: 50, in: 1...1_000_000, meaning: "jumps after which the step size is adapted"),
      .real("targetAcceptance", default: 0.5, .init(above: 0, below: 1), meaning: "share of jumps to be accepted"),
      .real("stepFactor", default: 0.9, .init(above: 0, below: 1), meaning: "factor by which the step size adapts"),
      .localPatience,
    ],
    source: "Wales and Doye, Global Optimization by Basin-Hopping, J. Phys. Chem. A 101, 1997, doi:10.1021/jp970984n")

  struct State: IterateHolding {
    var incumbent: Incumbent
    /// The local minimum where the walk stands, and its value.
    var current: [Double]
    var value = Double.infinity
    var proposal: [Double]
    var stepSize: Double
    /// Jumps since the step size was adapted, and how many of them were accepted.
    var jumps = 0
    var accepted = 0
    var isFirst = true
    var local: any LocalRun
    let widths: [Double]

    var x: [Double] { incumbent.x }
  }

  private let local: LocalSearch
  private let temperature: Double
  private let stepSize: Double
  private let interval: Int
  private let targetAcceptance: Double
  private let stepFactor: Double

  init(_ hyperparameters: Hyperparameters) {
    local = LocalSearch(hyperparameters)
    temperature = hyperparameters.real("temperature")
    stepSize = hyperparameters.real("stepSize")
    interval = hyperparameters.integer("interval")
    targetAcceptance = hyperparameters.real("targetAcceptance")
    stepFactor = hyperparameters.real("stepFactor")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      incumbent: Incumbent(at: x), current: x, proposal: x, stepSize: stepSize,
      local: local.run(at: x, in: domain, using: &generator), widths: domain.widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    if !state.isFirst { jump(&state, in: evaluator.domain, using: &generator) }
    let value = try local.descend(&state.local, from: &state.proposal, on: &evaluator, using: &generator)
    let probability = Metropolis.probability(from: state.value, to: value, temperature: temperature)
    let isAccepted = probability == 1 || generator.uniform() < probability
    if isAccepted {
      state.value = value
      state.current.assign(state.proposal)
    }
    if !state.isFirst { adapt(&state, isAccepted: isAccepted) }
    state.isFirst = false
  }

  private func jump(_ state: inout State, in domain: Box, using generator: inout SeededGenerator) {
    for i in state.current.indices {
      let length = state.stepSize * state.widths[i]
      let moved = state.current[i] + generator.uniform(from: -length, to: length)
      state.proposal[i] = domain.reflecting(moved, coordinate: i)
    }
  }

  private func adapt(_ state: inout State, isAccepted: Bool) {
    state.jumps += 1
    if isAccepted { state.accepted += 1 }
    guard state.jumps == interval else { return }
    if Double(state.accepted) > targetAcceptance * Double(interval) {
      // A jump of more than the domain's width is folded back anyway.
      state.stepSize = min(state.stepSize / stepFactor, 1)
    } else {
      state.stepSize *= stepFactor
    }
    state.jumps = 0
    state.accepted = 0
  }
}
