import Scalars

/// f(x) = (6x − 2)² sin(12x − 4): one shallow and one deep valley on a line.
///
/// Domain [0, 1]; minimizer 0.7572487578418559; minimum −6.02074005576708278…. Smooth, multimodal.
/// Source: Forrester, Sóbester and Keane, Engineering Design via Surrogate Modelling, Wiley 2008.
public struct Forrester: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "forrester", name: "Forrester", formula: "(6x − 2)² sin(12x − 4)", dimensions: .fixed(1),
    character: "multimodal, smooth; 2 minima, one of them global",
    instances: .mirrored,  // unbounded below outside the domain
    source: "Forrester, Sóbester and Keane, Engineering Design via Surrogate Modelling, Wiley 2008")

  public let domain = Box(0...1)
  public let minimum = KnownMinimum(value: -6.0207400557670825, minimizers: [[0.7572487578418559]])

  public init(dimension: Int = 1) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.square(6 * x[0] - 2) * S.sin(12 * x[0] - 4)
  }
}
