import Scalars

/// f(x, y) = 0.26 (x² + y²) − 0.48xy: a plate bent along one diagonal.
///
/// Domain [−10, 10]²; minimizer (0, 0); minimum 0. A convex quadratic; the Hessian's eigenvalues are 1 and 0.04.
/// Evaluated as (x + y)²/100 + (x − y)²/4, the same as a sum of squares.
/// Source: as in Jamil and Yang, A Literature Survey of Benchmark Functions for Global Optimisation Problems,
/// International Journal of Mathematical Modelling and Numerical Optimisation 4 (2013), doi:10.1504/IJMMNO.2013.055204.
public struct Matyas: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "matyas", name: "Matyas", formula: "0.26 (x² + y²) − 0.48xy", dimensions: .fixed(2),
    character: "convex, non-separable, smooth, ill-conditioned (25:1); one minimum",
    instances: .shiftedAndRotated,  // strictly convex
    source: "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4 (2013), "
      + "doi:10.1504/IJMMNO.2013.055204")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(value: 0, minimizers: [[0, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.square(x[0] + x[1]) / 100 + S.square(x[0] - x[1]) / 4
  }
}
