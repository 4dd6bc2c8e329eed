import Objectives

/// A point that is moved to the lowest place found on the part of a line that lies inside the domain.
struct SegmentSearch: Sendable {
  private(set) var x: [Double]
  private(set) var value = Double.infinity
  private var trial: [Double]

  init(at x: [Double], in domain: Box) {
    self.x = domain.clamping(x)
    trial = self.x
  }

  /// Evaluates the point itself.
  mutating func evaluate(on evaluator: inout Evaluator) throws(TerminationReason) {
    value = try evaluator.value(at: x)
  }

  /// Searches along `direction` to within `tolerance` · max(1, …) of the segment's parameter; keeps x where nothing is lower.
  ///
  /// Returns the multiple of `direction` that x was moved by, 0 if it stayed.
  mutating func search(
    along direction: [Double], tolerance: Double, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Double {
    var (lower, upper) = (-Double.infinity, Double.infinity)
    for i in x.indices where direction[i] != 0 {
      let a = (evaluator.domain.lower[i] - x[i]) / direction[i]
      let b = (evaluator.domain.upper[i] - x[i]) / direction[i]
      lower = max(lower, min(a, b))
      upper = min(upper, max(a, b))
    }
    guard lower < upper, lower.isFinite, upper.isFinite else { return 0 }
    var brent = BrentMinimizer(from: lower, to: upper, tolerance: tolerance)
    while let step = brent.point {
      place(step, along: direction, in: evaluator.domain)
      brent.tell(try evaluator.value(at: trial))
    }
    guard brent.best.value < value else { return 0 }
    place(brent.best.x, along: direction, in: evaluator.domain)
    x.assign(trial)
    value = brent.best.value
    return brent.best.x
  }

  /// Moves to the point `x`, known to have the value `value`.
  mutating func move(to x: [Double], value: Double) {
    self.x.assign(x)
    self.value = value
  }

  private mutating func place(_ step: Double, along direction: [Double], in domain: Box) {
    for i in x.indices { trial[i] = min(max(x[i] + step * direction[i], domain.lower[i]), domain.upper[i]) }
  }
}
