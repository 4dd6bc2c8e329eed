import Scalars

/// f(x) = 0.1 + Σ ((sin tᵢ + ½)² + sin(4tᵢ)/50), tᵢ = 16xᵢ/15 − 1: a smooth basin with three raised corners.
///
/// Domain [−1, 1]²; minimizer 0.4673200253979606 in both coordinates; minimum 0.06447042053690564989…. Smooth,
/// separable. It is 0.6 + Σ (sin tᵢ + sin² tᵢ + sin(4tᵢ)/50) with the squares completed. The minimum 0.060447 of some
/// lists is wrong. Fixed at n = 2, where the minimum is published.
/// Source: Mishra, Global Optimization by Differential Evolution and Particle Swarm Methods: Evaluation on Some
/// Benchmark Functions, MPRA Paper 1005, 2006.
public struct Giunta: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "giunta", name: "Giunta", formula: "0.1 + Σ ((sin t_i + ½)² + sin(4t_i)/50), t_i = 16x_i/15 − 1",
    dimensions: .fixed(2), character: "separable, smooth; 1 interior and 3 boundary minima",
    // The minimum over all of ℝ²; its copies are a period 15π/8 apart, farther than any two points of the domain.
    instances: .shiftedAndRotated,
    source: "Mishra, Global Optimization by Differential Evolution and Particle Swarm Methods, MPRA Paper 1005, 2006")

  public let domain = Box(-1...1, -1...1)
  public let minimum = KnownMinimum(
    value: 0.06447042053690565, minimizers: [[0.4673200253979606, 0.4673200253979606]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0.1
    for i in x.indices {
      let t = 16 * x[i] / 15 - 1
      sum += S.square(S.sin(t) + 0.5) + S.sin(4 * t) / 50
    }
    return sum
  }
}
