import Scalars

/// f(x, y) = x² + 2y² − 0.3 cos 3πx − 0.4 cos 4πy + 0.7: a bowl with small ripples.
///
/// Domain [−100, 100]²; minimizer (0, 0); minimum 0. Smooth, multimodal near the minimizer only. Evaluated with
/// 1 − cos 2a = 2 sin² a as x² + 2y² + 0.6 sin² 1.5πx + 0.8 sin² 2πy, which is exactly 0 at (0, 0).
/// Source: Bohachevsky, Johnson and Stein, Generalized Simulated Annealing for Function Optimization, Technometrics 28
/// (1986), doi:10.1080/00401706.1986.10488128.
public struct Bohachevsky1: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "bohachevsky-1", name: "Bohachevsky 1", formula: "x² + 2y² − 0.3 cos 3πx − 0.4 cos 4πy + 0.7",
    dimensions: .fixed(2), character: "multimodal, separable, smooth; 25 minima",
    instances: .shiftedAndRotated,  // a sum of squares that vanishes only at (0, 0)
    source: "Bohachevsky, Johnson and Stein, Technometrics 28 (1986), doi:10.1080/00401706.1986.10488128")

  public let domain = Box(-100...100, -100...100)
  public let minimum = KnownMinimum(value: 0, minimizers: [[0, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let bowl = S.square(x[0]) + 2 * S.square(x[1])
    let ripples = 0.6 * S.square(S.sinPi(1.5 * x[0])) + 0.8 * S.square(S.sinPi(2 * x[1]))
    return bowl + ripples
  }
}
