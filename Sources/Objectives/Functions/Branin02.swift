import Scalars

/// f(x, y) = (y − b x² + c x − 6)² + 10 (1 − t) cos x cos y + log(x² + y² + 1) + 10, b, c, t as Branin's.
///
/// b = 5.1/(4π²), c = 5/π, t = 1/(8π). Domain [−5, 15]²; minimizer (−3.1969884247443834, 12.526257885290116); minimum
/// 5.558914403893819841…. Smooth, multimodal: Branin's valley with waves along it, and one global minimum.
/// Source: Munteanu and Lazarescu, Global Search Using a New Evolutionary Framework: The Adaptive Reservoir Genetic
/// Algorithm, Complexity International 5 (1998).
public struct Branin02: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "branin-02", name: "Branin 2",
    formula: "(y − b x² + c x − 6)² + 10 (1 − t) cos x cos y + log(x² + y² + 1) + 10, "
      + "b = 5.1/(4π²), c = 5/π, t = 1/(8π)",
    dimensions: .fixed(2), character: "multimodal, smooth; 10 interior and 2 boundary minima",
    instances: .mirrored,  // the valley goes on outside the domain
    source: "Munteanu and Lazarescu, Complexity International 5 (1998)")

  public let domain = Box(-5...15, -5...15)
  public let minimum = KnownMinimum(
    value: 5.558914403893819, minimizers: [[-3.1969884247443834, 12.526257885290116]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let b = 5.1 / (4 * S.square(S.pi))
    let c = 5 / S.pi
    let t = 1 / (8 * S.pi)
    let parabola = x[1] - b * S.square(x[0]) + c * x[0] - 6
    let waves = 10 * (1 - t) * (S.cos(x[0]) * S.cos(x[1]))
    return S.square(parabola) + waves + S.log1p(S.square(x[0]) + S.square(x[1])) + 10
  }
}
