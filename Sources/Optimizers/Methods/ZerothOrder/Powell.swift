import Objectives
import Scalars

/// Searches along n directions in turn and learns conjugate ones: the total move of a sweep replaces the best of them.
///
/// State: the iterate, its value and n directions, at first the axes, in widths of the domain. The first step evaluates the
/// start; each further one is a sweep: n line searches by Brent's method, each over the whole part of the line inside the
/// domain, and if Powell's test of the extrapolated point says so, one more along the sweep's total move, which replaces the
/// direction of the largest decrease. That is SciPy's variant for bounds, but a search that finds nothing lower stays where
/// it is. Never leaves the domain; a start outside is moved to the nearest side. Ends `.stepVanished` when a sweep lowers
/// f by less than `valueTolerance` of |f|. +∞ and NaN count as worst. SciPy's tolerances are 10⁻⁴, too coarse for a target of
/// 10⁻⁶ where f* ≠ 0.
struct Powell: Optimizer {
  static let info = MethodInfo(
    id: "powell", name: "Powell", order: .zeroth, bounds: .inside,
    hyperparameters: [
      .real(
        "tolerance", default: 1e-9, .init(above: 0, atMost: 1),
        meaning: "precision of a line search, as a fraction of the direction's length, at first the domain's width"),
      .real(
        "valueTolerance", default: 1e-8, .init(atLeast: 0, below: 1),
        meaning: "decrease of a sweep at which the run ends, as a fraction of |f|"),
    ],
    source: "Powell, An Efficient Method for Finding the Minimum of a Function of Several Variables Without Calculating"
      + " Derivatives, Computer Journal 7, 1964, doi:10.1093/comjnl/7.2.155")

  struct State: IterateHolding {
    var search: SegmentSearch
    var directions: [[Double]]
    /// Where the sweep began, then the sweep's total move.
    var origin: [Double]
    var move: [Double]
    var extrapolated: [Double]
    var isEvaluated = false

    var x: [Double] { search.x }
  }

  private let tolerance: Double
  private let valueTolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    tolerance = hyperparameters.real("tolerance")
    valueTolerance = hyperparameters.real("valueTolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let widths = domain.widths
    let directions = x.indices.map { axis in x.indices.map { $0 == axis ? widths[$0] : 0 } }
    let zero = [Double](repeating: 0, count: x.count)
    return State(
      search: SegmentSearch(at: x, in: domain), directions: directions, origin: zero, move: zero, extrapolated: zero)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard state.isEvaluated else {
      try state.search.evaluate(on: &evaluator)
      state.isEvaluated = true
      return
    }
    let before = state.search.value
    state.origin.assign(state.search.x)
    var (largest, best) = (0.0, 0)
    for i in state.directions.indices {
      let value = state.search.value
      _ = try state.search.search(along: state.directions[i], tolerance: tolerance, on: &evaluator)
      if value - state.search.value > largest { (largest, best) = (value - state.search.value, i) }
    }
    let after = state.search.value
    let enough = valueTolerance * (before.magnitude + after.magnitude) + 1e-20
    guard 2 * (before - after) > enough || (before == .infinity && after < .infinity) else { throw .stepVanished }
    try replace(best, largest: largest, before: before, &state, on: &evaluator)
  }

  /// Puts the sweep's total move in the place of direction `best` where that promises a gain.
  private func replace(
    _ best: Int, largest: Double, before: Double, _ state: inout State, on evaluator: inout Evaluator
  ) throws(TerminationReason) {
    let domain = evaluator.domain
    let after = state.search.value
    var reach = 1.0
    for i in state.move.indices {
      state.move[i] = state.search.x[i] - state.origin[i]
      guard state.move[i] != 0 else { continue }
      let side = state.move[i] > 0 ? domain.upper[i] : domain.lower[i]
      reach = min(reach, (side - state.search.x[i]) / state.move[i])
    }
    for i in state.move.indices {
      let moved = state.search.x[i] + reach * state.move[i]
      state.extrapolated[i] = min(max(moved, domain.lower[i]), domain.upper[i])
    }
    let beyond = try evaluator.value(at: state.extrapolated)
    guard before > beyond else { return }
    let (gain, rest) = (before - after - largest, before - beyond)
    guard 2 * (before + beyond - 2 * after) * gain * gain - largest * rest * rest < 0 else { return }
    let step = try state.search.search(along: state.move, tolerance: tolerance, on: &evaluator)
    guard step != 0 else { return }
    let last = state.directions.count - 1
    for i in state.move.indices {
      state.directions[best][i] = state.directions[last][i]
      state.directions[last][i] = step * state.move[i]
    }
  }
}
