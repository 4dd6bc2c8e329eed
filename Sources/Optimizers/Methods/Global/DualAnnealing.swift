import Objectives
import Scalars

/// Generalized simulated annealing with heavy-tailed jumps, and a local search from every new best point.
///
/// State: the current point and its value, the annealing step, and the incumbent, which is the iterate. The first step
/// evaluates the start; every further one is 2 n proposals at the temperature
/// T(k) = T₀ (2^(q − 1) − 1)/((k + 2)^(q − 1) − 1): n times all coordinates jump, then each alone, by lengths of the visiting
/// distribution of parameter q = `visit`, which are not scaled by the domain. What leaves the domain comes in at the opposite
/// side. A proposal higher by Δ is taken with probability (1 − (1 − a) Δ (k + 1)/T)^(1/(1 − a)), 0 where the bracket is negative,
/// a = `accept`. A step that found a new best is followed by a local search from it. Below T₀ · `restartRatio` the walk begins
/// again at a uniform point with T₀. Local searches end inside the domain: their last point is clipped to it.
///
/// After 1000 steps without a better point, and from then on after n, the lowest point accepted since is searched
/// locally too. Defaults: those of scipy's dual_annealing, T₀ = 5230, q = 2.62, a = −5, 2·10⁻⁵; the local method there is
/// L-BFGS-B; a gradient of 10⁻⁶ is rest enough for a search that many others follow. Xiang et al. let T₀ and q be chosen
/// per problem. +∞ and NaN are never accepted, except from +∞.
struct DualAnnealing: Optimizer {
  static let info = MethodInfo(
    id: "dual-annealing", name: "Dual annealing", order: .first, bounds: .local,
    hyperparameters: [
      .localMethod(
        "local", default: "l-bfgs[gradientTolerance=1e-6]",
        meaning: "the method of the local searches, with options in brackets"),
      .flag("localSearch", default: true, meaning: "whether new best points are searched locally at all"),
      .real(
        "initialTemperature", default: 5230, .init(above: 0.01, atMost: 5e4), meaning: "first temperature T₀"),
      .real(
        "restartRatio", default: 2e-5, .init(above: 0, below: 1),
        meaning: "share of T₀ below which the walk begins again"),
      .real("visit", default: 2.62, .init(above: 1, below: 3), meaning: "visiting parameter q; jumps grow with it"),
      .real(
        "accept", default: -5, .init(above: -1e4, atMost: -5),
        meaning: "acceptance parameter; the lower, the less is accepted uphill"),
      .localPatience,
    ],
    source: "Xiang, Sun, Fan and Gong, Generalized Simulated Annealing Algorithm and Its Application to the Thomson "
      + "Model, Physics Letters A 233, 1997, doi:10.1016/S0375-9601(97)00474-X")

  struct State: IterateHolding {
    var incumbent: Incumbent
    var current: Candidate
    var proposal: [Double]
    /// The lowest point accepted since the last local search.
    var lowest: Candidate
    /// k, from 0 after every restart of the walk.
    var annealing = -1
    /// Steps since the incumbent improved, and how many of them are waited for.
    var idle = 0
    var idleLimit = 1000
    var local: any LocalRun
    let widths: [Double]

    var x: [Double] { incumbent.x }
  }

  struct Candidate: Sendable {
    var x: [Double]
    var value = Double.infinity

    mutating func move(to x: [Double], _ value: Double) {
      self.x.assign(x)
      self.value = value
    }
  }

  private let local: LocalSearch
  private let isLocal: Bool
  private let initialTemperature: Double
  private let restartRatio: Double
  private let visit: Double
  private let visiting: VisitingDistribution
  private let acceptance: Double

  init(_ hyperparameters: Hyperparameters) {
    local = LocalSearch(hyperparameters)
    isLocal = hyperparameters.flag("localSearch")
    initialTemperature = hyperparameters.real("initialTemperature")
    restartRatio = hyperparameters.real("restartRatio")
    visit = hyperparameters.real("visit")
    visiting = VisitingDistribution(q: visit)
    acceptance = hyperparameters.real("accept")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      incumbent: Incumbent(at: x), current: Candidate(x: x), proposal: x, lowest: Candidate(x: x),
      local: local.run(at: x, in: domain, using: &generator), widths: domain.widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    let isFirst = state.annealing < 0
    let temperature = temperature(max(state.annealing, 0))
    if isFirst || temperature < restartRatio * initialTemperature {
      try begin(&state, isFirst: isFirst, on: &evaluator, using: &generator)
      return
    }
    let hasImproved = try walk(&state, temperature, on: &evaluator, using: &generator) || state.annealing == 0
    state.annealing += 1
    guard isLocal else { return }
    if hasImproved { try search(&state, on: &evaluator, using: &generator) }
    if state.idle >= state.idleLimit { try searchLowest(&state, on: &evaluator, using: &generator) }
  }

  /// T(k).
  func temperature(_ k: Int) -> Double {
    let start = Elementary.pow(2, visit - 1) - 1
    return initialTemperature * start / (Elementary.pow(Double(k + 2), visit - 1) - 1)
  }

  private func begin(
    _ state: inout State, isFirst: Bool, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !isFirst { evaluator.domain.sample(into: &state.proposal, using: &generator) }
    let value = try evaluator.value(at: state.proposal)
    state.current.move(to: state.proposal, value)
    state.annealing = 0
  }

  /// The 2 n proposals of one temperature; says whether one of them is a new best.
  private func walk(
    _ state: inout State, _ temperature: Double, on evaluator: inout Evaluator,
    using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Bool {
    let n = state.proposal.count
    let before = evaluator.incumbent.value
    let scale = visiting.scale(temperature: temperature)
    state.idle += 1
    for j in 0..<(2 * n) {
      state.proposal.assign(state.current.x)
      for i in j < n ? 0..<n : (j - n)..<(j - n + 1) {
        let jump = visiting.jump(scale: scale, limit: 1e8, using: &generator)
        state.proposal[i] = evaluator.domain.wrapping(state.proposal[i] + jump, coordinate: i)
      }
      let value = try evaluator.value(at: state.proposal)
      let isLower = value < state.current.value
      guard isLower || isAccepted(value - state.current.value, temperature / Double(state.annealing + 1), &generator)
      else { continue }
      state.current.move(to: state.proposal, value)
      if !isLower || state.lowest.value == .infinity, state.idle < state.idleLimit || value < state.lowest.value {
        state.lowest.move(to: state.proposal, value)
      }
    }
    guard evaluator.incumbent.value < before else { return false }
    state.idle = 0
    return true
  }

  private func isAccepted(_ rise: Double, _ temperature: Double, _ generator: inout SeededGenerator) -> Bool {
    let draw = generator.uniform()
    let base = 1 - (1 - acceptance) * rise / temperature
    guard base > 0 else { return false }
    return draw <= Elementary.exp(Elementary.log(base) / (1 - acceptance))
  }

  /// A local search from the incumbent, which becomes the current point where that is lower.
  private func search(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    let best = evaluator.incumbent
    guard !best.x.isEmpty else { return }
    state.proposal.assign(best.x)
    try descend(&state, below: best.value, on: &evaluator, using: &generator)
  }

  /// A local search from the lowest point accepted of late.
  private func searchLowest(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    state.proposal.assign(state.lowest.x)
    let best = evaluator.incumbent.value
    state.lowest.value = .infinity
    try descend(&state, below: best, on: &evaluator, using: &generator)
    state.idle = 0
    state.idleLimit = state.proposal.count
  }

  private func descend(
    _ state: inout State, below best: Double, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    let value = try local.descend(&state.local, from: &state.proposal, on: &evaluator, using: &generator)
    guard value < best else { return }
    state.idle = 0
    state.current.move(to: state.proposal, value)
  }
}
