import Objectives
import Scalars

/// A population whose worst member gives way to reflections through random simplices of it that have the best as a vertex.
///
/// State: the population with its values, the trial, and the incumbent, which is the iterate. The first step evaluates
/// `population` · (n + 1) uniform points, the first of them the start. Each further step takes the best member and n
/// others at random, and reflects the last of them through the centroid of the rest; a trial outside the domain is drawn
/// again, a hundred times at most, and then clipped. Where the trial is not below the worst member, a second one is made by
/// local mutation, best + ω (best − trial) with ω uniform in [0, 1) per coordinate, clipped to the domain. What is below the
/// worst member replaces it.
///
/// The run ends with `.stepVanished` when all members have the same finite value, to within `tolerance`. Defaults: ten members
/// per vertex, Kaelo and Ali's; they stop at a tolerance of 10⁻⁴. +∞ and NaN are the worst values.
struct ControlledRandomSearch: Optimizer {
  static let info = MethodInfo(
    id: "crs2", name: "CRS2 with local mutation", order: .zeroth, bounds: .resample,
    hyperparameters: [
      .integer("population", default: 10, in: 2...10_000, meaning: "members per vertex of a simplex, n + 1"),
      .flag("localMutation", default: true, meaning: "whether a trial that fails is mirrored at the best member"),
      .real(
        "tolerance", default: 0, .init(atLeast: 0),
        meaning: "difference of the worst and the best value at which the run ends, in units of f"),
    ],
    source: "Kaelo and Ali, Some Variants of the Controlled Random Search Algorithm for Global Optimization, J. Optim. "
      + "Theory Appl. 130, 2006, doi:10.1007/s10957-006-9101-0; Price, same journal 40, 1983")

  struct State: IterateHolding {
    var incumbent: Incumbent
    var population: Population
    var best = 0
    var worst = 0
    /// All members in some order; the vertices of a simplex are drawn to its front.
    var deck: [Int]
    var isEvaluated = false
    var trial: [Double]

    var x: [Double] { incumbent.x }
  }

  private let membersPerVertex: Int
  private let isMutating: Bool
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    membersPerVertex = hyperparameters.integer("population")
    isMutating = hyperparameters.flag("localMutation")
    tolerance = hyperparameters.real("tolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let count = membersPerVertex * (x.count + 1)
    return State(
      incumbent: Incumbent(at: x), population: Population(count: count, dimension: x.count), deck: Array(0..<count),
      trial: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    guard state.isEvaluated else { return try evaluate(&state, on: &evaluator, using: &generator) }
    let (lowest, highest) = (state.population.values[state.best], state.population.values[state.worst])
    guard lowest == .infinity || highest > lowest + tolerance else { throw .stepVanished }
    draw(&state, in: evaluator.domain, using: &generator)
    let value = try evaluator.value(at: state.trial)
    if value < highest {
      state.replaceWorst(value)
    } else if isMutating {
      mutate(&state, in: evaluator.domain, using: &generator)
      let mutated = try evaluator.value(at: state.trial)
      if mutated < highest { state.replaceWorst(mutated) }
    }
  }

  private func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    for member in 0..<state.population.count {
      if member > 0 { evaluator.domain.sample(into: &state.trial, using: &generator) }
      state.population.place(member, at: state.trial, value: try evaluator.value(at: state.trial))
    }
    state.best = state.population.best
    state.worst = state.population.worst
    state.isEvaluated = true
  }

  /// Sets the trial to a reflection inside the domain.
  private func draw(_ state: inout State, in domain: Box, using generator: inout SeededGenerator) {
    for _ in 0..<100 {
      reflect(&state, using: &generator)
      if domain.contains(state.trial) { return }
    }
    domain.clip(&state.trial)
  }

  /// Sets the trial to 2 G − x, with G the centroid of the best and n − 1 other members and x yet another.
  private func reflect(_ state: inout State, using generator: inout SeededGenerator) {
    let n = state.trial.count
    for i in 0..<n { state.trial[i] = state.population[state.best, i] }
    var drawn = 0
    var position = 0
    while drawn < n {
      state.deck.swapAt(position, position + generator.index(below: state.deck.count - position))
      let member = state.deck[position]
      position += 1
      if member == state.best { continue }
      drawn += 1
      let isLast = drawn == n
      for i in 0..<n {
        let x = state.population[member, i]
        state.trial[i] = isLast ? 2 / Double(n) * state.trial[i] - x : state.trial[i] + x
      }
    }
  }

  private func mutate(_ state: inout State, in domain: Box, using generator: inout SeededGenerator) {
    for i in state.trial.indices {
      let best = state.population[state.best, i]
      state.trial[i] = best + generator.uniform() * (best - state.trial[i])
    }
    domain.clip(&state.trial)
  }
}

extension ControlledRandomSearch.State {
  /// Puts the trial in the worst member's place.
  mutating func replaceWorst(_ value: Double) {
    population.place(worst, at: trial, value: value)
    if value < population.values[best] { best = worst }
    worst = population.worst
  }
}
