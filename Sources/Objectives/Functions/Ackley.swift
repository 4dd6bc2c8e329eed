import Scalars

/// f(x) = 20 (1 − exp(−0.2 √(Σ xᵢ²/n))) + e (1 − exp(Σ cos(2πxᵢ)/n − 1)): a narrow funnel in a dimpled plain.
///
/// Domain [−32.768, 32.768]ⁿ; minimizer 0, the tip of a cone (∇f is taken as 0 there); minimum 0. Multimodal, not
/// separable. The usual −20 exp(…) − exp(…) + 20 + e, grouped so that f(0) is 0 and not the 4.4·10⁻¹⁶ of that order.
/// Source: Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer 1987; for any n Bäck and Schwefel, An
/// Overview of Evolutionary Algorithms for Parameter Optimization, Evolutionary Computation 1 (1993).
public struct Ackley: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "ackley", name: "Ackley", formula: "20 (1 − exp(−0.2 √(Σ x_i²/n))) + e (1 − exp(Σ cos(2πx_i)/n − 1))",
    dimensions: .scalable(1...100),
    character: "multimodal, non-separable; a cone at the minimizer in a plain of 65^n local minima",
    instances: .shiftedAndRotated,  // both groups are ≥ 0 on ℝⁿ, and the first is 0 only at 0
    source: "Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer 1987")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-32.768...32.768, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let n = S(Double(x.count))
    var squares: S = 0
    var cosines: S = 0
    for i in x.indices {
      squares += S.square(x[i])
      cosines += S.cosPi(2 * x[i])
    }
    let funnel = 20 * (1 - S.exp(-0.2 * S.sqrt(squares / n)))
    let dimples = S.e * (1 - S.exp(cosines / n - 1))
    return funnel + dimples
  }
}
