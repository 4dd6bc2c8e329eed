import Scalars

/// f(x, y) = Σ k cos((k − 1) x + k) · Σ k cos((k + 1) y + k) + (x + 1.42513)² + (y + 0.80032)²; Σ over 1 ≤ k ≤ 5.
///
/// Domain [−10, 10]²; minimizer (−1.3068530097535722, −1.4248450415606813); minimum −176.137578001629392219….
/// Smooth, multimodal: Shubert's waves in a bowl, which leaves one global minimum.
/// Source: Levy and Montalvo, The Tunneling Algorithm for the Global Minimization of Functions, SIAM Journal on
/// Scientific and Statistical Computing 6 (1985), doi:10.1137/0906002.
public struct Levy05: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "levy-05", name: "Levy 5",
    formula: "Σ k cos((k − 1) x + k) Σ k cos((k + 1) y + k) + (x + 1.42513)² + (y + 0.80032)², 1 ≤ k ≤ 5",
    dimensions: .fixed(2), character: "multimodal, smooth; 494 interior and 16 boundary minima",
    // The product is ≥ −15², and outside the domain the bowl is above 73: f > −152 there.
    instances: .shiftedAndRotated,
    source: "Levy and Montalvo, SIAM Journal on Scientific and Statistical Computing 6 (1985), doi:10.1137/0906002")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(
    value: -176.13757800162938, minimizers: [[-1.3068530097535722, -1.4248450415606813]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var first: S = 0
    var second: S = 0
    for k in 1...5 {
      let (k, below, above) = (S(Double(k)), S(Double(k - 1)), S(Double(k + 1)))
      first += k * S.cos(below * x[0] + k)
      second += k * S.cos(above * x[1] + k)
    }
    let bowl = S.square(x[0] + 1.42513) + S.square(x[1] + 0.80032)
    return first * second + bowl
  }
}
