import Objectives
import Scalars

/// One iteration of DIRECT: which rectangles may hold the minimum for some Lipschitz constant, and how they are cut.
///
/// Of Jones, Perttunen and Stuckman (1993), with what Gablonsky and Kelley (2001) leave open to choice as parameters.
struct DividingRectangles: Sendable {
  let measure: TrisectedBox.Measure
  /// Whether all rectangles of a class that share its lowest value are cut, or one.
  let cutsTies: Bool
  /// ε: a rectangle must promise an improvement of ε |f_min|.
  let epsilon: Double

  struct State: IterateHolding {
    var incumbent: Incumbent
    var rectangles: TrisectedBox
    /// The classes on the lower right convex hull of size and value, from small to large.
    fileprivate var hull: [Int] = []
    fileprivate var chosen: [Int] = []
    fileprivate var axes: [Int] = []
    /// For every axis, the values below and above the centre that is being cut.
    fileprivate var outer: [(below: Double, above: Double)]
    fileprivate var center: [Double]
    fileprivate var point: [Double]
    fileprivate var isStartEvaluated = false

    var x: [Double] { incumbent.x }
  }

  func start(at x: [Double]) -> State {
    State(
      incumbent: Incumbent(at: x), rectangles: TrisectedBox(dimension: x.count, measure: measure),
      outer: Array(repeating: (0, 0), count: x.count), center: x, point: x)
  }

  func step(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    guard state.isStartEvaluated else {
      _ = try evaluator.value(at: state.point)
      state.isStartEvaluated = true
      return
    }
    guard !state.rectangles.isEmpty else {
      for i in state.center.indices { state.center[i] = 0.5 }
      state.rectangles.addCube(value: try evaluate(&state, on: &evaluator))
      return
    }
    findHull(&state)
    choose(&state)
    guard !state.chosen.isEmpty else { throw .stepVanished }
    for rectangle in state.chosen { try cut(rectangle, &state, on: &evaluator) }
  }

  /// f at `center`, which is a point of the unit cube.
  private func evaluate(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) -> Double {
    state.point.assign(state.center)
    evaluator.domain.stretch(&state.point)
    // Slopes between infinite values are not numbers; this is as bad as a value need be.
    return min(try evaluator.value(at: state.point), 1e200)
  }

  private func findHull(_ state: inout State) {
    let rectangles = state.rectangles
    state.hull.removeAll(keepingCapacity: true)
    var lowest = Double.infinity
    var first = -1
    for k in 0..<rectangles.classCount {
      guard let value = rectangles.lowestValue(ofClass: k), value < lowest else { continue }
      lowest = value
      first = k
    }
    for k in stride(from: first, through: 0, by: -1) {
      guard let value = rectangles.lowestValue(ofClass: k) else { continue }
      while state.hull.count > 1 {
        let (a, b) = (state.hull[state.hull.count - 2], state.hull[state.hull.count - 1])
        guard slope(b, k, value, rectangles) < slope(a, b, rectangles.lowestValue(ofClass: b) ?? 0, rectangles)
        else { break }
        state.hull.removeLast()
      }
      state.hull.append(k)
    }
  }

  /// The slope from class `a` to the larger class `b`, whose lowest value is `value`.
  private func slope(_ a: Int, _ b: Int, _ value: Double, _ rectangles: TrisectedBox) -> Double {
    let rise = value - (rectangles.lowestValue(ofClass: a) ?? 0)
    return rise / (rectangles.size(ofClass: b) - rectangles.size(ofClass: a))
  }

  /// Takes the rectangles to be cut out of their classes.
  private func choose(_ state: inout State) {
    state.chosen.removeAll(keepingCapacity: true)
    let goal = state.rectangles.lowest - epsilon * state.rectangles.lowest.magnitude
    for (position, k) in state.hull.enumerated() {
      guard let value = state.rectangles.lowestValue(ofClass: k) else { continue }
      if position + 1 < state.hull.count {
        let next = state.hull[position + 1]
        let steepest = slope(k, next, state.rectangles.lowestValue(ofClass: next) ?? 0, state.rectangles)
        guard value - steepest * state.rectangles.size(ofClass: k) <= goal else { continue }
      }
      repeat {
        state.chosen.append(state.rectangles.removeLowest(ofClass: k))
      } while cutsTies && state.rectangles.lowestValue(ofClass: k) == value
    }
  }

  /// Cuts a rectangle along all its longest sides, first where the lowest new value lies.
  private func cut(
    _ rectangle: Int, _ state: inout State, on evaluator: inout Evaluator
  ) throws(TerminationReason) {
    let third = TrisectedBox.power(state.rectangles.level(rectangle) + 1)
    state.axes.removeAll(keepingCapacity: true)
    state.rectangles.copyCenter(rectangle, into: &state.center)
    for axis in state.center.indices where state.rectangles.isLongest(axis, of: rectangle) {
      let middle = state.center[axis]
      state.center[axis] = middle - third
      state.outer[axis].below = try evaluate(&state, on: &evaluator)
      state.center[axis] = middle + third
      state.outer[axis].above = try evaluate(&state, on: &evaluator)
      state.center[axis] = middle
      insert(axis, &state)
    }
    for axis in state.axes { state.rectangles.cut(rectangle, along: axis, values: state.outer[axis]) }
    state.rectangles.insert(rectangle)
  }

  /// Puts `axis` behind those of `axes` that have no higher value beside the centre.
  private func insert(_ axis: Int, _ state: inout State) {
    func lower(_ axis: Int) -> Double { min(state.outer[axis].below, state.outer[axis].above) }
    state.axes.append(axis)
    var i = state.axes.count - 1
    while i > 0, lower(state.axes[i]) < lower(state.axes[i - 1]) {
      state.axes.swapAt(i, i - 1)
      i -= 1
    }
  }
}

/// A method that is DIRECT with its choices made.
protocol DividingRectanglesMethod: Optimizer where State == DividingRectangles.State {
  var search: DividingRectangles { get }
}

extension DividingRectanglesMethod {
  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State { search.start(at: x) }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) { try search.step(&state, on: &evaluator) }
}

extension Hyperparameter {
  static let directEpsilon = Hyperparameter.real(
    "epsilon", default: 1e-4, .init(atLeast: 0, below: 1),
    meaning: "improvement that a rectangle must promise to be cut, as a fraction of |f_min|")
}
