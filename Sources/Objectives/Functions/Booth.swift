import Scalars

/// f(x, y) = (x + 2y − 7)² + (2x + y − 5)²: an oblique, round bowl.
///
/// Domain [−10, 10]²; minimizer (1, 3); minimum 0. A convex quadratic; the Hessian's eigenvalues are 18 and 2.
/// Source: as in Jamil and Yang, A Literature Survey of Benchmark Functions for Global Optimisation Problems,
/// International Journal of Mathematical Modelling and Numerical Optimisation 4 (2013), doi:10.1504/IJMMNO.2013.055204.
public struct Booth: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "booth", name: "Booth", formula: "(x + 2y − 7)² + (2x + y − 5)²", dimensions: .fixed(2),
    character: "convex, non-separable, smooth; one minimum",
    instances: .shiftedAndRotated,  // strictly convex
    source: "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4 (2013), "
      + "doi:10.1504/IJMMNO.2013.055204")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(value: 0, minimizers: [[1, 3]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let first = x[0] + 2 * x[1] - 7
    let second = 2 * x[0] + x[1] - 5
    return S.square(first) + S.square(second)
  }

  public let residualCount = 2

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    i == 0 ? x[0] + 2 * x[1] - 7 : 2 * x[0] + x[1] - 5
  }
}
