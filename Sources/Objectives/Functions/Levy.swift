import Scalars

/// f(x) = sin² πw₁ + Σ (wᵢ − 1)² (1 + 10 sin²(πwᵢ + 1)) + (wₙ − 1)² (1 + sin² 2πwₙ), wᵢ = 1 + (xᵢ − 1)/4; Σ over i < n.
///
/// Domain [−10, 10]ⁿ; minimizer (1, …, 1); minimum 0. Smooth, multimodal: a paraboloid with waves along every axis.
/// Source: Laguna and Martí, Experimental Testing of Advanced Scatter Search Designs for Global Optimization of
/// Multimodal Functions, Journal of Global Optimization 33 (2005), doi:10.1007/s10898-004-1936-z, after Levy and
/// Montalvo, SIAM Journal on Scientific and Statistical Computing 6 (1985).
public struct Levy: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "levy", name: "Levy",
    formula: "sin² πw_1 + Σ_{i<n} (w_i − 1)² (1 + 10 sin²(πw_i + 1)) + (w_n − 1)² (1 + sin² 2πw_n), "
      + "w_i = 1 + (x_i − 1)/4",
    dimensions: .scalable(1...100),
    character: "multimodal, smooth; 40 interior and 8 boundary minima for n = 2",
    instances: .shiftedAndRotated,  // a sum of squares with positive factors; all vanish only where every wᵢ is 1
    source: "Laguna and Martí, Journal of Global Optimization 33 (2005), doi:10.1007/s10898-004-1936-z")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 1, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-10...10, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let last = x.count - 1
    var sum = S.square(S.sinPi(1 + (x[0] - 1) / 4))
    for i in 0..<last {
      let step = (x[i] - 1) / 4
      let wave = S.sin(S.pi * (1 + step) + 1)
      sum += S.square(step) * (1 + 10 * S.square(wave))
    }
    let step = (x[last] - 1) / 4
    let wave = S.sinPi(2 * (1 + step))
    return sum + S.square(step) * (1 + S.square(wave))
  }
}
