import Scalars

/// f(x) = Σ |xᵢ sin xᵢ + 0.1xᵢ|: folds with a kink along the bottom of each.
///
/// Domain [−10, 10]ⁿ; minimizers: every point whose coordinates are 0 or have sin xᵢ = −0.1, eight values, so 8ⁿ
/// points, though mostly the origin alone is printed; minimum 0. Separable, not smooth. For n > 3, the minimizers that
/// are listed are those with all coordinates equal. Evaluated as Σ |xᵢ (sin xᵢ + 0.1)|.
/// Source: Clerc, The Swarm and the Queen: Towards a Deterministic and Adaptive Particle Swarm Optimization, Congress
/// on Evolutionary Computation 1999, doi:10.1109/CEC.1999.785513.
public struct Alpine1: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "alpine-1", name: "Alpine 1", formula: "Σ |x_i sin x_i + 0.1x_i|", dimensions: .scalable(1...100),
    character: "multimodal, separable, with kinks; 8^n global minima",
    instances: .mirrored,  // minimizers outside the domain, too
    source: "Clerc, Congress on Evolutionary Computation 1999, doi:10.1109/CEC.1999.785513")

  public let domain: Box
  public var minimum: KnownMinimum {
    let listsAll = dimension <= 3
    var points = Self.zeros.map { [$0] }
    for _ in 1..<dimension {
      points = listsAll ? points.flatMap { point in Self.zeros.map { point + [$0] } } : points.map { $0 + [$0[0]] }
    }
    return KnownMinimum(value: 0, minimizers: points, listsAll: listsAll)
  }

  /// Where one coordinate's term is 0.
  private static let zeros = [
    0, -9.32461053960782, -6.383352728341146, -3.0414252324282334, -0.1001674211615598, 3.241760074751353,
    6.1830178860180265, 9.524945381930939,
  ]

  public init(dimension: Int) { domain = Box(-10...10, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    x.sum { S.abs($0 * (S.sin($0) + 0.1)) }
  }
}
