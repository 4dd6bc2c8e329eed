import Scalars

/// f(x) = Σᵢ Σₖ 2^(1−k) sin²(3ᵏ π xᵢ), k = 0 … 20: ripples upon ripples, nearly a fractal.
///
/// Domain [−0.5, 0.5]ⁿ, one period; minimizer 0; minimum 0. Multimodal, separable; smooth in theory, but with slopes up
/// to 6·10⁴ and second derivatives up to 6·10¹⁴. Published as Σ 0.5ᵏ cos(2π 3ᵏ (xᵢ + ½)) − n Σ 0.5ᵏ cos(π 3ᵏ), which is
/// the same, since 3ᵏ is odd, but cancels. In some lists the second sum stands inside the first, which is wrong.
/// Source: Suganthan et al., Problem Definitions and Evaluation Criteria for the CEC 2005 Special Session on
/// Real-Parameter Optimization, Nanyang Technological University 2005, after Weierstrass 1872.
public struct Weierstrass: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "weierstrass", name: "Weierstrass", formula: "Σ_i Σ_{k=0…20} 2^(1−k) sin²(3^k π x_i)",
    dimensions: .scalable(1...100), character: "multimodal, separable, smooth but nearly fractal; countless minima",
    instances: .shifted,  // f ≥ 0 on ℝⁿ, and 0 only where all coordinates are whole numbers
    source: "Suganthan et al., CEC 2005 Special Session on Real-Parameter Optimization, "
      + "Nanyang Technological University 2005")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-0.5...0.5, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    var amplitude = 2.0
    var frequency = 1.0
    for _ in 0...20 {
      var ripples: S = 0
      for i in x.indices { ripples += S.square(S.sinPi(S(frequency) * x[i])) }
      sum += S(amplitude) * ripples
      amplitude /= 2
      frequency *= 3
    }
    return sum
  }
}
