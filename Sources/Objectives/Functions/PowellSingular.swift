import Scalars

/// f(x) = (x₁ + 10 x₂)² + 5 (x₃ − x₄)² + (x₂ − 2 x₃)⁴ + 10 (x₁ − x₄)⁴: a valley with a flat floor.
///
/// Domain [−4, 5]⁴; minimizer 0; minimum 0. Convex, smooth; the Hessian is singular at the minimizer, which slows down
/// methods that count on curvature.
/// Source: Powell, An Iterative Method for Finding Stationary Values of a Function of Several Variables, Computer
/// Journal 5 (1962), doi:10.1093/comjnl/5.2.147.
public struct PowellSingular: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "powell-singular", name: "Powell singular",
    formula: "(x_1 + 10 x_2)² + 5 (x_3 − x_4)² + (x_2 − 2 x_3)⁴ + 10 (x_1 − x_4)⁴", dimensions: .fixed(4),
    character: "convex, non-separable, smooth; one minimum, where the Hessian is singular",
    instances: .shiftedAndRotated,  // a sum of even powers; all vanish only at 0
    source: "Powell, Computer Journal 5 (1962), doi:10.1093/comjnl/5.2.147")

  public let domain = Box(-4...5, dimension: 4)
  public let minimum = KnownMinimum(value: 0, minimizers: [[0, 0, 0, 0]])

  public init(dimension: Int = 4) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let squares = S.square(x[0] + 10 * x[1]) + 5 * S.square(x[2] - x[3])
    let quartics = S.fourthPower(x[1] - 2 * x[2]) + 10 * S.fourthPower(x[0] - x[3])
    return squares + quartics
  }

  public let residualCount = 4

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    switch i {
    case 0: x[0] + 10 * x[1]
    case 1: S.sqrt(5) * (x[2] - x[3])
    case 2: S.square(x[1] - 2 * x[2])
    default: S.sqrt(10) * S.square(x[0] - x[3])
    }
  }
}
