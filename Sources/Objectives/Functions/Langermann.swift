import Scalars

/// f(x, y) = −Σ cₖ exp(−dₖ/π) cos πdₖ, dₖ = (x − aₖ)² + (y − bₖ)²; Σ over 1 ≤ k ≤ 5: five sets of rings that interfere.
///
/// a = (3, 5, 2, 1, 7), b = (5, 2, 1, 4, 9), c = (1, 2, 5, 2, 3). Domain [0, 10]²; minimizer (2.0029921199344654,
/// 1.0060959402921885); minimum −5.16212615996398242525…, often cut to −5.1621259. Smooth, multimodal. Some print it
/// without the minus sign, which is another problem (minimum −4.1558).
/// Source: Bersini, Dorigo, Langerman, Seront and Gambardella, Results of the First International Contest on
/// Evolutionary Optimisation, IEEE International Conference on Evolutionary Computation 1996,
/// doi:10.1109/ICEC.1996.542670.
public struct Langermann: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "langermann", name: "Langermann",
    formula: "−Σ c_k exp(−d_k/π) cos πd_k, d_k = (x − a_k)² + (y − b_k)², a = (3, 5, 2, 1, 7), "
      + "b = (5, 2, 1, 4, 9), c = (1, 2, 5, 2, 3)",
    dimensions: .fixed(2), character: "multimodal, smooth; 791 interior and 47 boundary minima",
    // Outside the domain every centre is at least 1 away: −Σ cₖ exp(−dₖ/π) is above −3.7 there.
    instances: .shiftedAndRotated,
    source: "Bersini, Dorigo, Langerman, Seront and Gambardella, IEEE International Conference on Evolutionary "
      + "Computation 1996, doi:10.1109/ICEC.1996.542670")

  public let domain = Box(0...10, 0...10)
  public let minimum = KnownMinimum(
    value: -5.162126159963982, minimizers: [[2.0029921199344654, 1.0060959402921885]])

  public init(dimension: Int = 2) {}

  private static let rings: [(a: Double, b: Double, c: Double)] = [
    (3, 5, 1), (5, 2, 2), (2, 1, 5), (1, 4, 2), (7, 9, 3),
  ]

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for ring in Self.rings {
      let d = S.square(x[0] - S(ring.a)) + S.square(x[1] - S(ring.b))
      sum -= S(ring.c) * S.exp(-d / S.pi) * S.cosPi(d)
    }
    return sum
  }
}
