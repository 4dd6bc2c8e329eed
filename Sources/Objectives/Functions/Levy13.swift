import Scalars

/// f(x, y) = sin² 3πx + (x − 1)² (1 + sin² 3πy) + (y − 1)² (1 + sin² 2πy): a paraboloid under dense waves.
///
/// Domain [−10, 10]²; minimizer (1, 1); minimum 0. Smooth, multimodal.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006, after Levy and Montalvo, SIAM Journal on Scientific and
/// Statistical Computing 6 (1985), doi:10.1137/0906002.
public struct Levy13: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "levy-13", name: "Levy 13", formula: "sin² 3πx + (x − 1)² (1 + sin² 3πy) + (y − 1)² (1 + sin² 2πy)",
    dimensions: .fixed(2), character: "multimodal, smooth; 1179 minima",
    instances: .shiftedAndRotated,  // a sum of squares with positive factors; all vanish only at (1, 1)
    source: "Mishra, MPRA Paper 2718, 2006, after Levy and Montalvo 1985, doi:10.1137/0906002")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(value: 0, minimizers: [[1, 1]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let wave = S.square(S.sinPi(3 * x[0]))
    let across = S.square(x[0] - 1) * (1 + S.square(S.sinPi(3 * x[1])))
    let along = S.square(x[1] - 1) * (1 + S.square(S.sinPi(2 * x[1])))
    return wave + across + along
  }
}
