import Scalars

/// f(x, y) = 100 √|y − x²/100| + |x + 10|/100: a valley with a bottom like a knife's edge.
///
/// Domain [−15, −5] × [−3, 3]; minimizer (−10, 1); minimum 0. One minimum in exact arithmetic; in floating point every
/// point of the valley is one, since a step along it needs both coordinates at once. Where y = x²/100 the slope across
/// is infinite, and taken as 0.
/// Source: Bukin, New Minimization Strategy for Non-Smooth Functions, preprint 97-79, Budker Institute of Nuclear
/// Physics, Novosibirsk 1997.
public struct Bukin6: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "bukin-6", name: "Bukin 6", formula: "100 √|y − 0.01x²| + 0.01 |x + 10|", dimensions: .fixed(2),
    character: "curved valley with infinitely steep sides, with kinks; one minimum",
    instances: .shiftedAndRotated,  // both terms are ≥ 0, and 0 together only at (−10, 1)
    source: "Bukin, preprint 97-79, Budker Institute of Nuclear Physics, Novosibirsk 1997")

  public let domain = Box(-15 ... -5, -3...3)
  public let minimum = KnownMinimum(value: 0, minimizers: [[-10, 1]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    // 100 y − x² in t = x + 10: nothing is rounded at the minimizer, where the root would turn 1e-14 into 1e-6.
    let t = x[0] + 10
    let valley = S.abs(100 * (x[1] - 1) + t * (20 - t))
    return 10 * S.sqrt(valley) + S.abs(t) / 100
  }
}
