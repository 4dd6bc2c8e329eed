import Scalars

/// f(x, y) = x² + y² + 25 (sin² x + sin² y): a bowl with a wide wave along each axis.
///
/// Domain [−5, 5]²; minimizer (0, 0); minimum 0. Smooth, multimodal, separable.
/// Source: Jamil and Yang, A Literature Survey of Benchmark Functions for Global Optimisation Problems, International
/// Journal of Mathematical Modelling and Numerical Optimisation 4 (2013), doi:10.1504/IJMMNO.2013.055204.
public struct EggCrate: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "egg-crate", name: "Egg crate", formula: "x² + y² + 25 (sin² x + sin² y)", dimensions: .fixed(2),
    character: "multimodal, separable, smooth; 9 interior and 16 boundary minima",
    instances: .shiftedAndRotated,  // f ≥ x² + y² on ℝ², and 0 only at 0
    source: "Jamil and Yang, Int. J. Mathematical Modelling and Numerical Optimisation 4 (2013), "
      + "doi:10.1504/IJMMNO.2013.055204")

  public let domain = Box(-5...5, -5...5)
  public let minimum = KnownMinimum(value: 0, minimizers: [[0, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let bowl = S.square(x[0]) + S.square(x[1])
    let waves = S.square(S.sin(x[0])) + S.square(S.sin(x[1]))
    return bowl + 25 * waves
  }
}
