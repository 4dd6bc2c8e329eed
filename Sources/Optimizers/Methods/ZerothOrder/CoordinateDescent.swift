import Objectives
import Scalars

/// Minimizes along one axis after the other, each over the whole width of the domain.
///
/// State: the iterate and its value. The first step evaluates the start; every further one is a sweep of n searches by
/// Brent's method (`BrentMinimizer`), cyclic or in a new random order each time. Never leaves the domain; a start outside is
/// moved to the nearest side. Ends `.stepVanished` when a sweep moves no coordinate by more than `tolerance` widths. +∞ and
/// NaN count as worst. Cyclic order need not converge where f is not convex along the axes (Powell, Math. Programming 4,
/// 1973).
struct CoordinateDescent: Optimizer {
  static let info = MethodInfo(
    id: "coordinate-descent", name: "Coordinate descent", order: .zeroth, bounds: .inside,
    hyperparameters: [
      .choice("order", default: "cyclic", of: ["cyclic", "random"], meaning: "in which order a sweep takes the axes"),
      .real(
        "tolerance", default: 1e-8, .init(above: 0, atMost: 1),
        meaning: "movement of a sweep at which the run ends, as a fraction of the domain's width"),
    ],
    source: "Wright, Coordinate Descent Algorithms, Math. Programming 151, 2015, doi:10.1007/s10107-015-0892-3")

  struct State: IterateHolding {
    var search: SegmentSearch
    var direction: [Double]
    var order: [Int]
    let widths: [Double]
    var isEvaluated = false

    var x: [Double] { search.x }
  }

  private let isRandom: Bool
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    isRandom = hyperparameters.choice("order") == "random"
    tolerance = hyperparameters.real("tolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      search: SegmentSearch(at: x, in: domain), direction: Array(repeating: 0, count: x.count),
      order: Array(x.indices), widths: domain.widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard state.isEvaluated else {
      try state.search.evaluate(on: &evaluator)
      state.isEvaluated = true
      return
    }
    if isRandom {
      for i in state.order.indices.dropFirst() { state.order.swapAt(i, generator.index(below: i + 1)) }
    }
    var largest = 0.0
    for i in state.order {
      state.direction[i] = state.widths[i]
      defer { state.direction[i] = 0 }
      let moved = try state.search.search(along: state.direction, tolerance: 0.01 * tolerance, on: &evaluator)
      largest = max(largest, moved.magnitude)
    }
    if largest <= tolerance { throw .stepVanished }
  }
}
