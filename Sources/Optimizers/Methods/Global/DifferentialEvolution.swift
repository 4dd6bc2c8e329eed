import Objectives
import Scalars

/// Every member of a population is challenged by the best one plus a scaled difference of two others.
///
/// State: the population with its values, the trial, and the incumbent, which is the iterate. The first step evaluates a Latin
/// hypercube of `population` · n members, whose first is the start. Each further step is one generation, best/1/bin: with F
/// uniform in [`mutationFrom`, `mutationTo`) once a generation (dither), the trial takes each coordinate of
/// best + F (a − b) with probability `crossover`, one of them for certain, and those of its member otherwise; it replaces
/// the member at once where it is not worse. A coordinate outside the domain is drawn anew, uniformly.
///
/// When the values' standard deviation is at most `tolerance` times their mean's magnitude, a local search from the best
/// member follows (`polish`), and the run ends with `.stepVanished`. Defaults: those of scipy's differential_evolution;
/// Storn and Price have a fixed F. +∞ and NaN are the worst values, and a population that has one has not converged.
struct DifferentialEvolution: Optimizer {
  static let info = MethodInfo(
    id: "differential-evolution", name: "Differential evolution", order: .first, bounds: .local,
    hyperparameters: [
      .integer("population", default: 15, in: 1...10_000, meaning: "members per dimension; five in all at least"),
      .real("mutationFrom", default: 0.5, .init(atLeast: 0, atMost: 2), meaning: "lower end of the weight F"),
      .real("mutationTo", default: 1, .init(atLeast: 0, atMost: 2), meaning: "upper end of the weight F"),
      .real("crossover", default: 0.7, .init(atLeast: 0, atMost: 1), meaning: "probability CR of a coordinate"),
      .real(
        "tolerance", default: 0.01, .init(atLeast: 0, atMost: 1),
        meaning: "standard deviation of the values at which the run ends, over their mean"),
      .flag("polish", default: true, meaning: "whether a local search from the best member ends the run"),
      .localMethod("local", default: "l-bfgs", meaning: "the method that polishes, with its options in brackets"),
      .localPatience,
    ],
    source: "Storn and Price, Differential Evolution, J. Global Optim. 11, 1997, doi:10.1023/A:1008202821328")

  struct State: IterateHolding {
    var incumbent: Incumbent
    var population: Population
    var best = 0
    var isEvaluated = false
    var trial: [Double]
    var local: any LocalRun

    var x: [Double] { incumbent.x }
  }

  private let membersPerDimension: Int
  private let mutation: (from: Double, to: Double)
  private let crossover: Double
  private let tolerance: Double
  private let isPolishing: Bool
  private let local: LocalSearch

  init(_ hyperparameters: Hyperparameters) {
    membersPerDimension = hyperparameters.integer("population")
    let ends = (hyperparameters.real("mutationFrom"), hyperparameters.real("mutationTo"))
    mutation = (min(ends.0, ends.1), max(ends.0, ends.1))
    crossover = hyperparameters.real("crossover")
    tolerance = hyperparameters.real("tolerance")
    isPolishing = hyperparameters.flag("polish")
    local = LocalSearch(hyperparameters)
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    var population = Population(count: max(5, membersPerDimension * x.count), dimension: x.count)
    population.spreadAsLatinHypercube(in: domain, using: &generator)
    population.place(0, at: x, value: .infinity)
    return State(
      incumbent: Incumbent(at: x), population: population, trial: x,
      local: local.run(at: x, in: domain, using: &generator))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    guard state.isEvaluated else { return try evaluate(&state, on: &evaluator) }
    guard !hasConverged(state.population.values) else {
      if isPolishing { try polish(&state, on: &evaluator, using: &generator) }
      throw .stepVanished
    }
    let weight = generator.uniform(from: mutation.from, to: mutation.to)
    for member in 0..<state.population.count {
      breed(&state, member, weight: weight, in: evaluator.domain, using: &generator)
      let value = try evaluator.value(at: state.trial)
      guard value <= state.population.values[member] else { continue }
      state.population.place(member, at: state.trial, value: value)
      if value < state.population.values[state.best] { state.best = member }
    }
  }

  private func evaluate(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) {
    for member in 0..<state.population.count {
      state.population.copy(member, into: &state.trial)
      state.population.place(member, at: state.trial, value: try evaluator.value(at: state.trial))
    }
    state.best = state.population.best
    state.isEvaluated = true
  }

  /// Sets the trial that challenges `member`.
  private func breed(
    _ state: inout State, _ member: Int, weight: Double, in domain: Box, using generator: inout SeededGenerator
  ) {
    let (a, b) = Self.pair(below: state.population.count, without: member, using: &generator)
    let certain = generator.index(below: state.trial.count)
    for i in state.trial.indices {
      guard generator.uniform() < crossover || i == certain else {
        state.trial[i] = state.population[member, i]
        continue
      }
      let difference = state.population[a, i] - state.population[b, i]
      let mutated = state.population[state.best, i] + weight * difference
      let isInside = mutated >= domain.lower[i] && mutated <= domain.upper[i]
      state.trial[i] = isInside ? mutated : generator.uniform(from: domain.lower[i], to: domain.upper[i])
    }
  }

  /// Two different members, neither of them `member`.
  private static func pair(
    below count: Int, without member: Int, using generator: inout SeededGenerator
  ) -> (Int, Int) {
    var a = generator.index(below: count - 1)
    if a >= member { a += 1 }
    var b = generator.index(below: count - 2)
    if b >= min(a, member) { b += 1 }
    if b >= max(a, member) { b += 1 }
    return (a, b)
  }

  private func hasConverged(_ values: [Double]) -> Bool {
    let count = Double(values.count)
    var sum = 0.0
    for value in values { sum += value }
    let mean = sum / count
    guard mean.isFinite else { return false }
    var squares = 0.0
    for value in values { squares += (value - mean) * (value - mean) }
    return (squares / count).squareRoot() <= tolerance * mean.magnitude
  }

  private func polish(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    state.population.copy(state.best, into: &state.trial)
    _ = try local.descend(&state.local, from: &state.trial, on: &evaluator, using: &generator)
  }
}
