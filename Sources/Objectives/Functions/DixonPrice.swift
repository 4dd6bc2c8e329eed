import Scalars

/// f(x) = (x₁ − 1)² + Σ i (2xᵢ² − xᵢ₋₁)²; Σ over 2 ≤ i ≤ n: a curved valley that forks at the last coordinate.
///
/// Domain [−10, 10]ⁿ; minimizers xᵢ = 2^(2^(1−i) − 1), where the sign of xₙ is free: two of them for n ≥ 2, of which
/// mostly one is printed; minimum 0. Smooth, not separable; for n = 2, no other minima.
/// Source: Dixon and Price, The Truncated Newton Method for Sparse Unconstrained Optimisation Using Automatic
/// Differentiation, Journal of Optimization Theory and Applications 60 (1989).
public struct DixonPrice: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "dixon-price", name: "Dixon–Price", formula: "(x_1 − 1)² + Σ_{i>1} i (2x_i² − x_{i−1})²",
    dimensions: .scalable(1...100), character: "curved valley, non-separable, smooth; 2 minima for n = 2, both global",
    // A sum of squares: all vanish only where x₁ = 1 and 2xᵢ² = xᵢ₋₁, so that every xᵢ but the last is positive.
    instances: .shiftedAndRotated,
    source: "Dixon and Price, Journal of Optimization Theory and Applications 60 (1989)")

  public let domain: Box
  public var minimum: KnownMinimum {
    var minimizer = [1.0]
    for i in 1..<Swift.max(1, dimension) { minimizer.append((0.5 * minimizer[i - 1]).squareRoot()) }
    guard dimension > 1 else { return KnownMinimum(value: 0, minimizers: [minimizer]) }
    let other = minimizer.dropLast() + [-minimizer[dimension - 1]]
    return KnownMinimum(value: 0, minimizers: [minimizer, Array(other)])
  }

  public init(dimension: Int) { domain = Box(-10...10, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum = S.square(x[0] - 1)
    for i in 1..<Swift.max(1, x.count) {
      let valley = 2 * S.square(x[i]) - x[i - 1]
      sum += S(Double(i + 1)) * S.square(valley)
    }
    return sum
  }

  public var residualCount: Int { dimension }

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    i == 0 ? x[0] - 1 : S.sqrt(S(Double(i + 1))) * (2 * S.square(x[i]) - x[i - 1])
  }
}
