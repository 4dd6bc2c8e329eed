import Scalars

/// f(x) = Σ (418.98288727243371 − xᵢ sin √|xᵢ|): the second best minimum is far from the best.
///
/// Domain [−500, 500]ⁿ; minimizer 420.96874635998205 in every coordinate; minimum 0, exact to 4·10⁻¹⁵ n: the constant
/// is the maximum of x sin √|x|, to 17 digits, since the often printed 418.9829 puts f* at 1.3·10⁻⁵ n. Multimodal,
/// separable; the second derivative is unbounded at xᵢ = 0.
/// Source: Schwefel, Numerical Optimization of Computer Models, Wiley 1981, problem 2.26, with the constant added.
public struct Schwefel: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "schwefel", name: "Schwefel 2.26", formula: "Σ (418.98288727243371 − x_i sin √|x_i|)",
    dimensions: .scalable(1...100),
    character: "multimodal, separable, deceptive; 49 interior and 15 boundary minima for n = 2",
    instances: .mirrored,  // x sin √|x| grows without bound outside the domain
    source: "Schwefel, Numerical Optimization of Computer Models, Wiley 1981, problem 2.26")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 420.96874635998205, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-500...500, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    x.sum { 418.98288727243371 - $0 * S.sin(S.sqrt(S.abs($0))) }
  }
}
