import Scalars

/// f(x, y) = −(cos x cos y exp |1 − √(x² + y²)/π|)²/30: a table with its four pockets in the corners.
///
/// Domain [−10, 10]²; minimizers (±9.646167670410366, ±9.646167670410366), all four; minimum −24.1568155473911906…. The
/// often printed −24.15681551650653 belongs to a point that lies 10⁻⁵ off. Multimodal, with a kink on the circle of
/// radius π.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006.
public struct CarromTable: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "carrom-table", name: "Carrom table", formula: "−(cos x cos y exp |1 − √(x² + y²)/π|)²/30",
    dimensions: .fixed(2), character: "multimodal with a kink; 53 minima, 4 of them global",
    instances: .publishedOnly,  // even in both coordinates; unbounded below outside the domain
    source: "Mishra, MPRA Paper 2718, 2006")

  public let domain = Box(-10...10, -10...10)
  public var minimum: KnownMinimum {
    let a = 9.646167670410366
    return KnownMinimum(value: -24.15681554739119, minimizers: [[a, a], [-a, a], [a, -a], [-a, -a]])
  }

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let radius = S.sqrt(S.square(x[0]) + S.square(x[1]))
    let growth = S.exp(2 * S.abs(1 - radius / S.pi))
    let table = S.square(S.cos(x[0])) * S.square(S.cos(x[1]))
    return -(table * growth) / 30
  }
}
