import Scalars

/// f(x, y) = ½ + (sin²(x² − y²) − ½)/(1 + (x² + y²)/1000)²: waves that close up away from the centre.
///
/// Domain [−100, 100]²; minimizer (0, 0); minimum 0. Smooth, multimodal.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006, after Schaffer, Caruana, Eshelman and Das, Proceedings of the
/// Third International Conference on Genetic Algorithms, 1989.
public struct SchafferN2: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "schaffer-n2", name: "Schaffer 2", formula: "½ + (sin²(x² − y²) − ½)/(1 + 0.001 (x² + y²))²",
    dimensions: .fixed(2), character: "multimodal, smooth; 12733 minima",
    instances: .shiftedAndRotated,  // f ≥ ½ − ½/(1 + r²/1000)², which is 0 only at r = 0
    source: "Mishra, MPRA Paper 2718, 2006, after Schaffer, Caruana, Eshelman and Das 1989")

  public let domain = Box(-100...100, -100...100)
  public let minimum = KnownMinimum(value: 0, minimizers: [[0, 0]])

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
      HyperbolicCoordinates.damped(S.square(S.sin(u)), squares)
    }

    @inline(__always)
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { Self.value(x[0], x[1]) }
  }
}
