import Scalars

/// f(x) = Σᵢ Σⱼ (y²/4000 + 2 sin²(y/2)), y = 100 (xᵢ² − xⱼ)² + (1 − xⱼ)²: Griewank's ripples on Rosenbrock's valley.
///
/// Domain [−10.24, 10.24]ⁿ; minimizer (1, …, 1); minimum 0. Smooth, multimodal, not separable, with values up to 4·10⁸.
/// Published with 1 − cos y for 2 sin²(y/2). In scipy's benchmarks xᵢ² − xⱼ is not squared, which is another function.
/// Source: Whitley, Rana, Dzubera and Mathias, Evaluating Evolutionary Algorithms, Artificial Intelligence 85 (1996),
/// doi:10.1016/0004-3702(95)00124-7.
public struct Whitley: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "whitley", name: "Whitley",
    formula: "Σ_i Σ_j (y²/4000 + 2 sin²(y/2)), y = 100 (x_i² − x_j)² + (1 − x_j)²", dimensions: .scalable(1...100),
    character: "multimodal, non-separable, smooth, badly scaled; many minima, not counted",
    instances: .shiftedAndRotated,  // f ≥ 0 on ℝⁿ, and 0 only where every y is 0: every xⱼ is 1
    source: "Whitley, Rana, Dzubera and Mathias, Artificial Intelligence 85 (1996), doi:10.1016/0004-3702(95)00124-7")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 1, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-10.24...10.24, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices {
      let parabola = S.square(x[i])
      for j in x.indices {
        let y = 100 * S.square(parabola - x[j]) + S.square(1 - x[j])
        sum += S.square(y) / 4000 + 2 * S.square(S.sin(0.5 * y))
      }
    }
    return sum
  }
}
