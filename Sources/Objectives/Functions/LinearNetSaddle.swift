import Scalars

/// f(v, w) = (1 − v w)²: the loss of a linear network with one hidden unit that should learn the identity.
///
/// Domain [−3, 3]²; the minimizers are the two branches of the hyperbola v w = 1, of which (1, 1) and (−1, −1), nearest
/// to the saddle at 0, are listed; minimum 0. Smooth, not convex, without any minimum that is not global.
/// Source: made for this catalogue, after Baldi and Hornik, Neural Networks and Principal Component Analysis: Learning
/// from Examples without Local Minima, Neural Networks 2 (1989), doi:10.1016/0893-6080(89)90014-2.
public struct LinearNetSaddle: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "linear-net-saddle", name: "Linear network saddle", formula: "(1 − v w)²", dimensions: .fixed(2),
    character: "not convex, smooth; a saddle at 0 and infinitely many minima, the hyperbola v w = 1, all global",
    instances: .shiftedAndRotated,  // f ≥ 0 on ℝ², whichever part of the hyperbola comes to lie in the domain
    source: "made for this catalogue, after Baldi and Hornik, Neural Networks 2 (1989), "
      + "doi:10.1016/0893-6080(89)90014-2")

  public let domain = Box(-3...3, -3...3)
  public let minimum = KnownMinimum(value: 0, minimizers: [[1, 1], [-1, -1]], listsAll: false)

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.square(1 - x[0] * x[1])
  }

  public let residualCount = 1

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    1 - x[0] * x[1]
  }
}
