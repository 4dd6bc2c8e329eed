import Scalars

/// f(x) = 1 + Σ xᵢ²/4000 − Π cos(xᵢ/√i): a shallow bowl under ripples that fade as n grows.
///
/// Domain [−600, 600]ⁿ; minimizer 0; minimum 0. Smooth, multimodal, not separable; the more dimensions, the easier
/// (Locatelli, A Note on the Griewank Test Function, Journal of Global Optimization 25, 2003).
/// Source: Griewank, Generalized Descent for Global Optimization, Journal of Optimization Theory and Applications 34
/// (1981), doi:10.1007/BF00933356.
public struct Griewank: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "griewank", name: "Griewank", formula: "1 + Σ x_i²/4000 − Π cos(x_i/√i)", dimensions: .scalable(1...100),
    character: "multimodal, non-separable, smooth; 51897 interior local minima for n = 2",
    instances: .shiftedAndRotated,  // the product is ≤ 1, so f ≥ Σ xᵢ²/4000 on ℝⁿ
    source: "Griewank, Journal of Optimization Theory and Applications 34 (1981), doi:10.1007/BF00933356")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-600...600, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var squares: S = 0
    var product: S = 1
    for i in x.indices {
      squares += S.square(x[i])
      product *= S.cos(x[i] / S.sqrt(S(Double(i + 1))))
    }
    return squares / 4000 + (1 - product)
  }
}
