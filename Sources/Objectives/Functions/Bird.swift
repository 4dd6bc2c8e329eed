import Scalars

/// f(x, y) = sin x exp((1 − cos y)²) + cos y exp((1 − sin x)²) + (x − y)²: steep pits in a trough.
///
/// Domain [−2π, 2π]²; minimizers (4.701043130249553, 3.15293850372493) and the same less 2π; minimum
/// −106.764536749264674776…. The often printed −106.76453671980 belongs to a point that lies 10⁻⁵ off. Smooth,
/// multimodal.
/// Source: Mishra, Some New Test Functions for Global Optimization and Performance of Repulsive Particle Swarm Method,
/// MPRA Paper 2718, University Library of Munich 2006.
public struct Bird: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "bird", name: "Bird", formula: "sin x exp((1 − cos y)²) + cos y exp((1 − sin x)²) + (x − y)²",
    dimensions: .fixed(2), character: "multimodal, smooth; 6 interior minima, 2 of them global",
    instances: .mirrored,  // moving both coordinates by 2π changes nothing: a shift would carry more minimizers in
    source: "Mishra, MPRA Paper 2718, 2006")

  public let domain = Box(-2 * Double.pi...2 * Double.pi, dimension: 2)
  public let minimum = KnownMinimum(
    value: -106.76453674926468,
    minimizers: [
      [4.701043130249553, 3.15293850372493],
      [-1.5821421769300335, -3.1302468034546562],
    ])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let sine = S.sin(x[0])
    let cosine = S.cos(x[1])
    let first = sine * S.exp(S.square(1 - cosine))
    let second = cosine * S.exp(S.square(1 - sine))
    return first + second + S.square(x[0] - x[1])
  }
}
