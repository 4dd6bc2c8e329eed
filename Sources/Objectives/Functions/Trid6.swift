import Scalars

/// f(x) = Σ (xᵢ − 1)² − Σ xᵢ xᵢ₋₁: a long bowl whose axes are not those of the coordinates.
///
/// Domain [−36, 36]⁶; minimizer (6, 10, 12, 12, 10, 6); minimum −50. Convex, smooth, not separable. Evaluated as
/// ½ (x₁² + Σ (xᵢ − xᵢ₋₁)² + x₆²) − 2 Σ xᵢ + 6, which is the same and shows that f is convex.
/// Source: Neumaier's problem 3 in Ali, Khompatraporn and Zabinsky, A Numerical Evaluation of Several Stochastic
/// Algorithms on Selected Continuous Global Optimization Test Problems, Journal of Global Optimization 31 (2005).
public struct Trid6: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "trid-6", name: "Trid 6", formula: "Σ_{i=1…6} (x_i − 1)² − Σ_{i=2…6} x_i x_{i−1}", dimensions: .fixed(6),
    character: "convex, non-separable, smooth; one minimum",
    instances: .shiftedAndRotated,  // a convex quadratic
    source: "Ali, Khompatraporn and Zabinsky, Journal of Global Optimization 31 (2005), "
      + "doi:10.1007/s10898-004-9972-2, after Neumaier")

  public let domain = Box(-36...36, dimension: 6)
  public let minimum = KnownMinimum(value: -50, minimizers: [[6, 10, 12, 12, 10, 6]])

  public init(dimension: Int = 6) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var squares = S.square(x[0]) + S.square(x[5])
    var sum = x[0]
    for i in 1..<6 {
      squares += S.square(x[i] - x[i - 1])
      sum += x[i]
    }
    return 0.5 * squares - 2 * sum + 6
  }
}
