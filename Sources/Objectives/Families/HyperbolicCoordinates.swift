import Scalars

/// (x, y) ↦ (x² − y², x² + y²), constant along hyperbolas and along circles; singular on the axes alone.
enum HyperbolicCoordinates {
  /// x² − y².
  struct Difference: ObjectivePart {
    let domain: Box
    @inline(__always)
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.square(x[0]) - S.square(x[1]) }
  }

  /// x² + y².
  struct Sum: ObjectivePart {
    let domain: Box
    @inline(__always)
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.square(x[0]) + S.square(x[1]) }
  }

  /// `outer` of both.
  static func composed(_ outer: any Objective, over domain: Box) -> ObjectiveStructure {
    .composed(outer: outer, inner: [Difference(domain: domain), Sum(domain: domain)])
  }
}
