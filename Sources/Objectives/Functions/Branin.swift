import Scalars

/// f(x, y) = (y − b x² + c x − 6)² + 10 (1 − t) cos x + 10, b = 5.1/(4π²), c = 5/π, t = 1/(8π): three equal minima.
///
/// Domain [−5, 10] × [0, 15]; minimizers (−π, 12.275), (π, 2.275), (3π, 2.475); minimum 5/(4π) = 0.397887357729738339….
/// Smooth, multimodal, all minima global.
/// Source: Branin, Widely Convergent Method for Finding Multiple Solutions of Simultaneous Nonlinear Equations, IBM
/// Journal of Research and Development 16 (1972), doi:10.1147/rd.165.0504.
public struct Branin: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "branin", name: "Branin",
    formula: "(y − b x² + c x − 6)² + 10 (1 − t) cos x + 10, b = 5.1/(4π²), c = 5/π, t = 1/(8π)",
    dimensions: .fixed(2), character: "multimodal, smooth; 3 minima, all global",
    instances: .mirrored,  // the minimum is attained at every x = (2k + 1) π: a shift would carry more of them in
    source: "Branin, IBM Journal of Research and Development 16 (1972), doi:10.1147/rd.165.0504")

  public let domain = Box(-5...10, 0...15)
  public let minimum = KnownMinimum(
    value: 0.3978873577297383, minimizers: [[-Double.pi, 12.275], [Double.pi, 2.275], [3 * Double.pi, 2.475]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let b = 5.1 / (4 * S.square(S.pi))
    let c = 5 / S.pi
    let t = 1 / (8 * S.pi)
    let parabola = x[1] - b * S.square(x[0]) + c * x[0] - 6
    return S.square(parabola) + 10 * (1 - t) * S.cos(x[0]) + 10
  }
}
