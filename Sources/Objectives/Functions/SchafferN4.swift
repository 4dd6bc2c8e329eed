import Scalars

/// f(x, y) = ½ + (cos²(sin |x² − y²|) − ½)/(1 + (x² + y²)/1000)²: rings of minima that are nearly as low as the best.
///
/// Domain [−100, 100]²; minimizers (0, ±1.2531318314637332) and (±1.2531318314637332, 0), all four, of which often one
/// is printed; minimum 0.292578632035980549…, often rounded to 0.292579. Multimodal. Smooth, since cos is even and sin
/// odd: it is evaluated without the |…|, which changes nothing.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006, after Schaffer, Caruana, Eshelman and Das, Proceedings of the
/// Third International Conference on Genetic Algorithms, 1989.
public struct SchafferN4: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "schaffer-n4", name: "Schaffer 4", formula: "½ + (cos²(sin |x² − y²|) − ½)/(1 + 0.001 (x² + y²))²",
    dimensions: .fixed(2), character: "multimodal, smooth; 12732 minima, 4 of them global",
    // With u = |x² − y²| ≤ r², f is a function of u and r² that rises with r² where it is below ½; at r² = u, on the
    // axes, its first minimum is the lowest: f ≥ ½ − 0.2081/(1 + r²/1000)², which beyond r² = 1.6 is above f*.
    instances: .shiftedAndRotated,
    source: "Mishra, MPRA Paper 2718, 2006, after Schaffer, Caruana, Eshelman and Das 1989")

  public let domain = Box(-100...100, -100...100)
  public var minimum: KnownMinimum {
    let a = 1.2531318314637332
    return KnownMinimum(value: 0.29257863203598056, minimizers: [[0, a], [0, -a], [a, 0], [-a, 0]])
  }

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let (a, b) = (S.square(x[0]), S.square(x[1]))
    return Wave.value(a - b, a + b)
  }

  public var structure: ObjectiveStructure? { HyperbolicCoordinates.composed(Wave(), over: domain) }

  /// f as a function of u = x² − y² and of r² = x² + y².
  private struct Wave: ObjectivePart {
    let domain = Box(-1e4...1e4, 0...2e4)

    @inline(__always)
    static func value<S: RealScalar>(_ u: S, _ squares: S) -> S {
      HyperbolicCoordinates.damped(S.square(S.cos(S.sin(u))), squares)
    }

    @inline(__always)
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { Self.value(x[0], x[1]) }
  }
}
