import Objectives

/// f and its first and second derivatives at a point.
struct LocalModel {
  let value: Double
  private(set) var gradient: [Double]
  /// n × n, symmetric.
  private(set) var hessian: [Double]

  init(_ objective: any Objective, at x: [Double]) {
    gradient = Array(repeating: 0, count: x.count)
    hessian = Array(repeating: 0, count: x.count * x.count)
    value = objective.value(at: x.span, gradient: &gradient)
    objective.hessian(at: x.span, into: &hessian)
  }

  var isFinite: Bool { value.isFinite && gradient.allSatisfy(\.isFinite) && hessian.allSatisfy(\.isFinite) }

  /// The same in units of `lengths`, one per coordinate.
  func scaled(by lengths: [Double]) -> LocalModel {
    var model = self
    let n = gradient.count
    for i in 0..<n {
      model.gradient[i] *= lengths[i]
      for j in 0..<n { model.hessian[i * n + j] *= lengths[i] * lengths[j] }
    }
    return model
  }

  /// A lower bound of the Hessian's eigenvalues, by Gershgorin's circles; nil where it is not surely positive.
  ///
  /// - Parameter lengths: the units of the coordinates.
  func leastCurvature(in lengths: [Double]? = nil) -> Double? {
    let n = gradient.count
    func element(_ i: Int, _ j: Int) -> Double {
      lengths.map { hessian[i * n + j] * ($0[i] * $0[j]) } ?? hessian[i * n + j]
    }
    var (least, largest) = (Double.infinity, 0.0)
    for i in 0..<n {
      var bound = element(i, i)
      largest = Swift.max(largest, bound)
      for j in 0..<n where j != i { bound -= element(i, j).magnitude }
      guard bound > 0 else { return nil }
      least = Swift.min(least, bound)
    }
    // Rounding takes away far less.
    return least > 1e-9 * largest ? least : nil
  }
}
