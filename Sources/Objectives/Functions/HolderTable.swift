import Scalars

/// f(x, y) = −|sin x cos y exp |1 − √(x² + y²)/π||: a table that deepens towards its four corners.
///
/// Domain [−10, 10]²; minimizers (±8.055023475736563, ±9.664590019241272), all four; minimum −19.2085025678867318….
/// Multimodal, with kinks where sin x or cos y changes sign and on the circle of radius π. Jamil and Yang (2013) print
/// it without the squares under the root.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006.
public struct HolderTable: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "holder-table", name: "Holder table", formula: "−|sin x cos y exp |1 − √(x² + y²)/π||",
    dimensions: .fixed(2), character: "multimodal with kinks; 42 interior and 14 boundary minima, 4 of them global",
    instances: .publishedOnly,  // even in both coordinates; unbounded below outside the domain
    source: "Mishra, MPRA Paper 2718, 2006")

  public let domain = Box(-10...10, -10...10)
  public var minimum: KnownMinimum {
    let (a, b) = (8.055023475736563, 9.664590019241272)
    return KnownMinimum(value: -19.208502567886732, minimizers: [[a, b], [-a, b], [a, -b], [-a, -b]])
  }

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let radius = S.sqrt(S.square(x[0]) + S.square(x[1]))
    let growth = S.exp(S.abs(1 - radius / S.pi))
    return -(S.abs(S.sin(x[0]) * S.cos(x[1])) * growth)
  }
}
