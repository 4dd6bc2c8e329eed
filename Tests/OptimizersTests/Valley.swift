import Objectives
import Scalars

/// Rosenbrock's function Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², independent of the library's own.
struct Valley: Objective {
  let id = "valley"
  let domain: Box
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [Array(repeating: 1, count: dimension)]) }

  init(_ domain: Box = Box(-2.048...2.048, dimension: 2)) { self.domain = domain }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 1..<x.count { sum += 100 * S.square(x[i] - S.square(x[i - 1])) + S.square(1 - x[i - 1]) }
    return sum
  }
}
