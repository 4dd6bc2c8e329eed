import Scalars

/// f(x, y) = cos x sin y − x/(y² + 1): a tilted sheet that is lowest on an edge of the domain.
///
/// Domain [−1, 2] × [−1, 1]; minimizer (2, 0.1057834694517169), on the boundary; minimum −2.02180678335978695….
/// Smooth; no interior minimum, three on the boundary.
/// Source: Adjiman, Dallwig, Floudas and Neumaier, A Global Optimization Method, αBB, for General Twice-Differentiable
/// Constrained NLPs: I, Computers & Chemical Engineering 22 (1998), doi:10.1016/S0098-1354(98)00027-1.
public struct Adjiman: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "adjiman", name: "Adjiman", formula: "cos x sin y − x/(y² + 1)", dimensions: .fixed(2),
    character: "smooth; no interior minimum, 3 boundary minima, one of them global",
    instances: .mirrored,  // falls without bound as x grows
    source: "Adjiman, Dallwig, Floudas and Neumaier, Computers & Chemical Engineering 22 (1998), "
      + "doi:10.1016/S0098-1354(98)00027-1")

  public let domain = Box(-1...2, -1...1)
  public let minimum = KnownMinimum(value: -2.021806783359787, minimizers: [[2, 0.1057834694517169]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.cos(x[0]) * S.sin(x[1]) - x[0] / (S.square(x[1]) + 1)
  }
}
