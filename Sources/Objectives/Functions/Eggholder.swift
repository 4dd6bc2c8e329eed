import Scalars

/// f(x, y) = −a sin √|a + x/2| − x sin √|x − a|, a = y + 47: deep troughs that grow towards the corners.
///
/// Domain [−512, 512]²; minimizer (512, 404.2318051137578), on the boundary; minimum −959.640662720850802833….
/// Multimodal, with kinks where a + x/2 or x − a changes sign. Fixed at n = 2, where the minimum is known.
/// Source: Whitley, Rana, Dzubera and Mathias, Evaluating Evolutionary Algorithms, Artificial Intelligence 85 (1996),
/// doi:10.1016/0004-3702(95)00124-7.
public struct Eggholder: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "eggholder", name: "Eggholder", formula: "−a sin √|a + x/2| − x sin √|x − a|, a = y + 47",
    dimensions: .fixed(2),
    character: "multimodal with kinks; 75 interior and 12 boundary minima, the global one on the boundary",
    instances: .mirrored,  // unbounded below outside the domain
    source: "Whitley, Rana, Dzubera and Mathias, Artificial Intelligence 85 (1996), doi:10.1016/0004-3702(95)00124-7")

  public let domain = Box(-512...512, -512...512)
  public let minimum = KnownMinimum(value: -959.6406627208509, minimizers: [[512, 404.2318051137578]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let a = x[1] + 47
    let first = a * S.sin(S.sqrt(S.abs(a + 0.5 * x[0])))
    let second = x[0] * S.sin(S.sqrt(S.abs(x[0] - a)))
    return -first - second
  }
}
