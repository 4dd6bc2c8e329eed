import Scalars

/// f(x) = ½ Σ (xᵢ⁴ − 16 xᵢ² + 5 xᵢ): one double well per coordinate, hence 2ⁿ minima.
///
/// Domain [−5, 5]ⁿ; minimizer −2.903534027771177 in every coordinate; minimum −39.16616570377141546… n, linear in n
/// because f is a sum over coordinates. Multimodal, separable, smooth.
/// Source: Styblinski and Tang, Experiments in Nonconvex Optimization, Neural Networks 3 (1990),
/// doi:10.1016/0893-6080(90)90029-K.
public struct StyblinskiTang: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "styblinski-tang", name: "Styblinski–Tang", formula: "½ Σ (x_i⁴ − 16 x_i² + 5 x_i)",
    dimensions: .scalable(1...100), character: "multimodal, separable, smooth; 2^n minima, one of them global",
    instances: .shiftedAndRotated,  // each coordinate's quartic has its one global minimum over ℝ inside the domain
    source: "Styblinski and Tang, Neural Networks 3 (1990), doi:10.1016/0893-6080(90)90029-K")

  public let domain: Box
  public var minimum: KnownMinimum {
    // −39.16616570377141546389 in two parts: n times the first is exact, so the sum is rounded once.
    let n = Double(dimension)
    let value = -39.166015625 * n + -0.00015007877141546389 * n
    return KnownMinimum(value: value, minimizers: [Array(repeating: -2.903534027771177, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-5...5, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    // x⁴ − 16 x² = (x² − 8)² − 64, which encloses more tightly.
    0.5 * x.sum { S.square(S.square($0) - 8) - 64 + 5 * $0 }
  }
}
