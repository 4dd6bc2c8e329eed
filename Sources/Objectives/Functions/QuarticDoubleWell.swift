import Scalars

/// f(x, y) = (x² − 1)² − 1 + 0.3 x + y²: two wells with a saddle between them, the left one deeper.
///
/// Domain [−2, 2]²; minimizer (−1.0355787140888537, 0); minimum −1.30542848374391597…. Smooth, separable; it is
/// x⁴ − 2 x² + 0.3 x + y², with the square completed.
/// Source: made for this catalogue; the double well of Kramers, Brownian Motion in a Field of Force and the Diffusion
/// Model of Chemical Reactions, Physica 7 (1940), with a tilt.
public struct QuarticDoubleWell: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "quartic-double-well", name: "Quartic double well", formula: "(x² − 1)² − 1 + 0.3 x + y²",
    dimensions: .fixed(2), character: "multimodal, separable, smooth; 2 minima, one of them global",
    instances: .shiftedAndRotated,  // the quartic in x has its one global minimum over ℝ inside the domain
    source: "made for this catalogue; the double well of Kramers, Physica 7 (1940), with a tilt")

  public let domain = Box(-2...2, -2...2)
  public let minimum = KnownMinimum(value: -1.305428483743916, minimizers: [[-1.0355787140888537, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let wells = S.square(S.square(x[0]) - 1) - 1
    return wells + 0.3 * x[0] + S.square(x[1])
  }
}
