import Scalars

/// f(x) = sin(10πx)/(2x) + (x − 1)⁴: ripples on a line that fade towards a steep rise.
///
/// Domain [0.5, 2.5]; minimizer 0.5485634445276052; minimum −0.86901113498949976…. Smooth, multimodal.
/// Source: Gramacy and Lee, Cases for the Nugget in Modeling Computer Experiments, Statistics and Computing 22 (2012),
/// doi:10.1007/s11222-010-9224-x.
public struct GramacyLee: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "gramacy-lee", name: "Gramacy–Lee", formula: "sin(10πx)/(2x) + (x − 1)⁴", dimensions: .fixed(1),
    character: "multimodal, smooth; 9 minima, one of them global",
    instances: .mirrored,  // deeper outside the domain, near 0.14
    source: "Gramacy and Lee, Statistics and Computing 22 (2012), doi:10.1007/s11222-010-9224-x")

  public let domain = Box(0.5...2.5)
  public let minimum = KnownMinimum(value: -0.8690111349894998, minimizers: [[0.5485634445276052]])

  public init(dimension: Int = 1) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.sinPi(10 * x[0]) / (2 * x[0]) + S.fourthPower(x[0] - 1)
  }
}
