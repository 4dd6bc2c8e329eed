import Objectives

/// n + 1 points with their values, from best to worst, and the two trial points that Nelder and Mead's moves need.
struct Simplex: Sendable {
  private(set) var vertices: [[Double]]
  private(set) var values: [Double]
  private var centroid: [Double]
  private var trial: [Double]
  private var secondTrial: [Double]
  private let widths: [Double]

  /// `x` and one point per axis, `size` domain widths away from it; on the other side where that would leave the domain.
  init(at x: [Double], size: Double, in domain: Box) {
    widths = domain.widths
    vertices = [x]
    for i in x.indices {
      var vertex = x
      let edge = size * widths[i]
      vertex[i] += x[i] + edge <= domain.upper[i] ? edge : -edge
      vertices.append(vertex)
    }
    values = Array(repeating: .infinity, count: vertices.count)
    centroid = Array(repeating: 0, count: x.count)
    trial = centroid
    secondTrial = centroid
  }

  var dimension: Int { centroid.count }

  /// Evaluates all vertices; where that is cut short, those evaluated are in order.
  mutating func evaluate(on evaluator: inout Evaluator) throws(TerminationReason) {
    for i in vertices.indices {
      values[i] = try evaluator.value(at: vertices[i])
      moveUp(i)
    }
  }

  /// Whether every vertex is within `tolerance` domain widths of the best, in each coordinate.
  func isCollapsed(tolerance: Double) -> Bool {
    for i in 1..<vertices.count {
      for j in widths.indices where (vertices[i][j] - vertices[0][j]).magnitude > tolerance * widths[j] { return false }
    }
    return true
  }

  /// Takes the mean of all vertices but the worst.
  mutating func locateCentroid() {
    let n = dimension
    for j in 0..<n {
      var sum = 0.0
      for i in 0..<n { sum += vertices[i][j] }
      centroid[j] = sum / Double(n)
    }
  }

  /// Sets the trial to centroid + `factor` · (centroid − worst) and evaluates it.
  mutating func evaluateTrial(_ factor: Double, on evaluator: inout Evaluator) throws(TerminationReason) -> Double {
    for j in 0..<dimension { trial[j] = centroid[j] + factor * (centroid[j] - vertices[dimension][j]) }
    return try evaluator.value(at: trial)
  }

  /// The same for a second trial, while the first is kept.
  mutating func evaluateSecondTrial(
    _ factor: Double, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Double {
    swap(&trial, &secondTrial)
    defer { swap(&trial, &secondTrial) }
    return try evaluateTrial(factor, on: &evaluator)
  }

  /// Makes the second trial the one that replaces the worst vertex.
  mutating func preferSecondTrial() { swap(&trial, &secondTrial) }

  /// Puts the trial, whose value is `value`, in the worst vertex's place, and in order.
  mutating func replaceWorst(_ value: Double) {
    swap(&vertices[dimension], &trial)
    values[dimension] = value
    moveUp(dimension)
  }

  /// Draws all vertices toward the best, to `factor` of their distance.
  mutating func shrink(_ factor: Double, on evaluator: inout Evaluator) throws(TerminationReason) {
    for i in 1..<vertices.count {
      for j in trial.indices { trial[j] = vertices[0][j] + factor * (vertices[i][j] - vertices[0][j]) }
      let value = try evaluator.value(at: trial)
      swap(&vertices[i], &trial)
      values[i] = value
    }
    for i in 1..<vertices.count { moveUp(i) }
  }

  /// Moves vertex `i` before those above it that are worse; behind its equals, as Lagarias et al. break ties.
  private mutating func moveUp(_ i: Int) {
    var i = i
    while i > 0, values[i] < values[i - 1] {
      values.swapAt(i, i - 1)
      vertices.swapAt(i, i - 1)
      i -= 1
    }
  }
}
