import Scalars

/// f(x) = Σ |xᵢ| exp(−Σ sin xᵢ²): ridges and troughs that bend around a sharp tip.
///
/// Domain [−2π, 2π]ⁿ; minimizer 0, the tip of a cone (∇f is taken as 0 there); minimum 0. Multimodal, not separable,
/// with kinks where a coordinate is 0. Far from 0 there are values near 1.25 n e⁻ⁿ, in many dimensions too near to f*
/// for a search to tell, hence n ≤ 10.
/// Source: Yang, Engineering Optimization: An Introduction with Metaheuristic Applications, Wiley 2010; also Test
/// Problems in Optimization, arXiv:1008.0549.
public struct XinSheYang2: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "xin-she-yang-2", name: "Xin-She Yang 2", formula: "Σ |x_i| exp(−Σ sin x_i²)", dimensions: .scalable(1...10),
    character: "multimodal, non-separable, with kinks; a cone at the minimizer, many minima, not counted",
    instances: .shiftedAndRotated,  // f ≥ 0 on ℝⁿ, and 0 only at 0
    source: "Yang, Engineering Optimization: An Introduction with Metaheuristic Applications, Wiley 2010")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-2 * Double.pi...2 * Double.pi, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var distance: S = 0
    var waves: S = 0
    for i in x.indices {
      distance += S.abs(x[i])
      waves += S.sin(S.square(x[i]))
    }
    return distance * S.exp(-waves)
  }
}
