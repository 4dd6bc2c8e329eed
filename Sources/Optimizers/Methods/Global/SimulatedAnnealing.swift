import Objectives
import Scalars

/// A random walk that always goes downhill and goes uphill by Δ with probability exp(−Δ/T), while T falls to nearly 0.
///
/// State: the current point, which is the iterate, its value, and T₀. The first step evaluates the start; each further
/// step proposes x + step · z, folded back at the domain's sides. z is Cauchy (Szu and Hartley, Phys. Lett. A 122, 1987:
/// a long jump now and then among short ones) or Gaussian, and scaled by the domain's widths; ‖step · z‖ is about
/// `stepSize` · √(T/T₀) of a width in every dimension: at temperature T a bowl is visited to a radius ∝ √T.
///
/// T₀ is measured, so that a + b·f for f changes nothing: the first 5 % of the budget, 100 proposals at most, are accepted
/// whatever they cost, and T₀ is the mean |Δ| over −ln `initialAcceptance` (Johnson et al., Operations Research 37, 1989).
/// Then T = T₀ · schedule, by default geometric (Kirkpatrick et al.) down to 10⁻⁶ T₀ at the end of the budget. Below
/// a budget of 20 nothing is measured, T = 0, and it only goes downhill. Defaults without a source: Cauchy, ½ and ½ did
/// better than Gaussian, 0.2 or 1, and 0.8 on most of ten catalogue functions, and 10⁻⁶ lets the last steps resolve 10⁻³ of
/// the first. +∞ and NaN are the worst values and are left at the first chance.
struct SimulatedAnnealing: Optimizer {
  static let info = MethodInfo(
    id: "simulated-annealing", name: "Simulated annealing", order: .zeroth, bounds: .reflect,
    hyperparameters: [
      .choice(
        "proposal", default: Proposal.cauchy.rawValue, of: Proposal.allCases.map(\.rawValue),
        meaning: "how a proposal is distributed about the current point"),
      .real(
        "stepSize", default: 0.5, .init(above: 0, atMost: 10),
        meaning: "length of a proposal at the first temperature, as a fraction of the domain's width"),
      .choice(
        "cooling", default: Schedule.Shape.exponential.rawValue, of: Schedule.Shape.allCases.map(\.rawValue),
        meaning: "how the temperature falls; exponential is the geometric cooling of the literature"),
      .real(
        "finalTemperature", default: 1e-6, .init(above: 0, atMost: 1),
        meaning: "temperature at the end of the budget, as a fraction of the first"),
      .real(
        "initialAcceptance", default: 0.5, .init(above: 0, below: 1),
        meaning: "probability with which a mean difference is accepted at the first temperature"),
    ],
    source: "Kirkpatrick, Gelatt and Vecchi, Optimization by Simulated Annealing, Science 220, 1983")

  enum Proposal: String, Sendable, CaseIterable { case gaussian, cauchy }

  struct State: IterateHolding {
    var x: [Double]
    var value = Double.infinity
    var proposal: [Double]
    var step = 0
    /// Σ|Δ| of the finite differences seen while measuring, and how many there were.
    var differences = (sum: 0.0, count: 0)
    let widths: [Double]
  }

  private let proposal: Proposal
  private let stepSize: Double
  private let cooling: Schedule
  private let initialAcceptance: Double

  init(_ hyperparameters: Hyperparameters) {
    proposal = Proposal(rawValue: hyperparameters.choice("proposal")) ?? .gaussian
    stepSize = hyperparameters.real("stepSize")
    cooling = Schedule(
      shape: Schedule.Shape(rawValue: hyperparameters.choice("cooling")) ?? .exponential,
      finalFraction: hyperparameters.real("finalTemperature"))
    initialAcceptance = hyperparameters.real("initialAcceptance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, proposal: x, widths: domain.widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    let proposals = Self.measuringProposals(evaluator.budget)
    let isMeasuring = state.step <= proposals
    let cooled =
      isMeasuring ? 1 : cooling.factor(step: state.step - proposals, budget: evaluator.budget - proposals)
    if state.step > 0 {
      propose(&state, length: stepSize * cooled.squareRoot(), in: evaluator.domain, using: &generator)
    }
    let value = try evaluator.value(at: state.proposal)
    if isMeasuring {
      state.measure(value)
      state.accept(value)
    } else {
      let temperature = cooled * state.meanDifference / -Elementary.log(initialAcceptance)
      let probability = Metropolis.probability(from: state.value, to: value, temperature: temperature)
      if probability == 1 || generator.uniform() < probability { state.accept(value) }
    }
    state.step += 1
  }

  /// How many proposals measure the first temperature.
  static func measuringProposals(_ budget: Int) -> Int { min(budget / 20, 100) }

  private func propose(
    _ state: inout State, length: Double, in domain: Box, using generator: inout SeededGenerator
  ) {
    var scale = length / Double(state.x.count).squareRoot()
    if proposal == .cauchy { scale /= generator.gaussian().magnitude }
    for i in state.x.indices {
      let moved = state.x[i] + scale * state.widths[i] * generator.gaussian()
      state.proposal[i] = domain.reflecting(moved, coordinate: i)
    }
  }
}

extension SimulatedAnnealing.State {
  var meanDifference: Double { differences.count == 0 ? 0 : differences.sum / Double(differences.count) }

  mutating func measure(_ newValue: Double) {
    let difference = (newValue - value).magnitude
    guard step > 0, difference.isFinite else { return }
    differences.sum += difference
    differences.count += 1
  }

  mutating func accept(_ newValue: Double) {
    value = newValue
    x.assign(proposal)
  }
}
