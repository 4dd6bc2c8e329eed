import Scalars

/// f(x, y) = 1 + sin² x + sin² y − 0.1 exp(−x² − y²): a grid of equal minima, of which one is a little deeper.
///
/// Domain [−10, 10]²; minimizer (0, 0); minimum 0.9. Smooth, multimodal, deceptive: the 48 other minima have values
/// near 1 that do not point towards the best.
/// Source: Price, Global Optimization by Controlled Random Search, Journal of Optimization Theory and Applications 40
/// (1983), as in Ali, Khompatraporn and Zabinsky, A Numerical Evaluation of Several Stochastic Algorithms on Selected
/// Continuous Global Optimization Test Problems, Journal of Global Optimization 31 (2005).
public struct Periodic: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "periodic", name: "Periodic", formula: "1 + sin² x + sin² y − 0.1 exp(−x² − y²)", dimensions: .fixed(2),
    character: "multimodal, smooth, deceptive; 49 minima, 48 of them within 10⁻⁵ of the value 1",
    instances: .shiftedAndRotated,  // f ≥ 1 − 0.1 exp(−x² − y²) on ℝ², which is above 0.9 but at 0
    source: "Ali, Khompatraporn and Zabinsky, Journal of Global Optimization 31 (2005), "
      + "doi:10.1007/s10898-004-9972-2")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(value: 0.9, minimizers: [[0, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let waves = S.square(S.sin(x[0])) + S.square(S.sin(x[1]))
    let dip = 0.1 * S.exp(-(S.square(x[0]) + S.square(x[1])))
    return 1 - dip + waves
  }
}
