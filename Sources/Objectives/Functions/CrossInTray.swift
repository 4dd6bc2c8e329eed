import Scalars

/// f(x, y) = −0.0001 (|sin x sin y exp |100 − √(x² + y²)/π|| + 1)^0.1: a tray divided by ridges with kinks.
///
/// Domain [−10, 10]²; minimizers (±1.3494066171539107, ±1.3494066171539107), all four; minimum −2.06261187082273687….
/// Multimodal, with a kink wherever sin x or sin y changes sign.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006.
public struct CrossInTray: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "cross-in-tray", name: "Cross-in-tray",
    formula: "−0.0001 (|sin x sin y exp |100 − √(x² + y²)/π|| + 1)^{0.1}", dimensions: .fixed(2),
    character: "multimodal with kinks; 36 interior and 28 boundary minima, 4 of them global",
    instances: .publishedOnly,  // even in both coordinates; far outside the domain the inner |…| grows again
    source: "Mishra, MPRA Paper 2718, 2006")

  public let domain = Box(-10...10, -10...10)
  public var minimum: KnownMinimum {
    let a = 1.3494066171539107
    return KnownMinimum(value: -2.062611870822737, minimizers: [[a, a], [-a, a], [a, -a], [-a, -a]])
  }

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let radius = S.sqrt(S.square(x[0]) + S.square(x[1]))
    let growth = S.exp(S.abs(100 - radius / S.pi))
    let tray = S.abs(S.sin(x[0]) * S.sin(x[1])) * growth
    return -0.0001 * S.pow(tray + 1, 0.1)
  }
}
