import Scalars

/// f(x, y) = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: flat plains with steep, high corners.
///
/// Domain [−4.5, 4.5]²; minimizer (3, 0.5); minimum 0. Smooth; besides it only two minima on the boundary.
/// Source: Beale, On an Iterative Method for Finding a Local Minimum of a Function of More than One Variable,
/// Technical Report 25, Princeton University, 1958.
public struct Beale: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "beale", name: "Beale", formula: "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
    dimensions: .fixed(2), character: "flat plains, steep corners, smooth; 1 interior and 2 boundary minima",
    // A sum of squares; x (1 − y) = 1.5 and x (1 − y²) = 2.25 give 1 + y = 1.5, hence (3, 0.5) and nothing else.
    instances: .shiftedAndRotated,
    source: "Beale, Technical Report 25, Princeton University, 1958")

  public let domain = Box(-4.5...4.5, -4.5...4.5)
  public let minimum = KnownMinimum(value: 0, minimizers: [[3, 0.5]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let first = 1.5 - x[0] + x[0] * x[1]
    let second = 2.25 - x[0] + x[0] * S.square(x[1])
    let third = 2.625 - x[0] + x[0] * S.cube(x[1])
    return S.square(first) + S.square(second) + S.square(third)
  }

  public let residualCount = 3

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    let offsets: InlineArray<3, Double> = [1.5, 2.25, 2.625]
    return S(offsets[i]) - x[0] + x[0] * S.power(x[1], i + 1)
  }
}
