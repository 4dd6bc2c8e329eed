import Objectives

/// A short local search in plain numbers: Newton's method on the coordinates that are free to move, inside the domain.
///
/// Above 40 dimensions it goes downhill along the gradient. It proves nothing; what it finds is evaluated as an
/// enclosure afterwards.
struct ProjectedNewton {
  private let objective: any Objective
  private let domain: Box

  init(_ objective: any Objective) {
    self.objective = objective
    domain = objective.domain
  }

  /// A point of the domain whose value is not above the start's.
  func descend(from start: [Double], steps: Int = 40) -> [Double] {
    var x = start
    var gradient = [Double](repeating: 0, count: x.count)
    let isSmall = x.count <= RegionTest.highestDimension
    var hessian = [Double](repeating: .nan, count: isSmall ? x.count * x.count : 0)
    for _ in 0..<steps {
      let value = objective.value(at: x.span, gradient: &gradient)
      if isSmall { objective.hessian(at: x.span, into: &hessian) }
      guard value.isFinite, let direction = direction(at: x, gradient: gradient, hessian: hessian),
        let next = lineSearch(from: x, value: value, along: direction)
      else { break }
      x = next
    }
    return x
  }

  /// Minus the inverse of a Hessian made positive definite times the gradient; zero where a bound is in the way.
  private func direction(at x: [Double], gradient: [Double], hessian: [Double]) -> [Double]? {
    let free = x.indices.filter {
      !(x[$0] <= domain.lower[$0] && gradient[$0] > 0) && !(x[$0] >= domain.upper[$0] && gradient[$0] < 0)
    }
    guard !free.isEmpty, gradient.allSatisfy(\.isFinite) else { return nil }
    var direction = [Double](repeating: 0, count: x.count)
    let step = newtonStep(free, gradient: gradient, hessian: hessian)
    for (a, i) in free.enumerated() { direction[i] = step?[a] ?? -gradient[i] }
    return direction
  }

  private func newtonStep(_ free: [Int], gradient: [Double], hessian: [Double]) -> [Double]? {
    guard !hessian.isEmpty, hessian.allSatisfy(\.isFinite) else { return nil }
    var matrix = SymmetricMatrix(count: gradient.count, entries: hessian).submatrix(free)
    let widths = domain.widths
    let weights = free.map { 1 / (widths[$0] * widths[$0]) }
    let shift = matrix.shift(weights: weights)
    for a in free.indices { matrix[a, a] += 1.5 * shift * weights[a] }
    return matrix.solution(free.map { -gradient[$0] })
  }

  private func lineSearch(from x: [Double], value: Double, along direction: [Double]) -> [Double]? {
    var length = 1.0
    for _ in 0..<30 {
      let next = domain.clamping(x.indices.map { x[$0] + length * direction[$0] })
      if next == x { return nil }
      if objective.value(at: next) < value { return next }
      length *= 0.4
    }
    return nil
  }
}
