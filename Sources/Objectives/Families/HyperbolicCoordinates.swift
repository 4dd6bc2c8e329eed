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

  /// ½ + (wave − ½)/(1 + r²/1000)², `squares` being r²: what Schaffer's functions make of a wave in x² − y².
  @inline(__always)
  static func damped<S: RealScalar>(_ wave: S, _ squares: S) -> S {
    let wave = wave - 0.5
    return 0.5 + wave / S.square(1 + squares / 1000)
  }

  /// `outer` of both.
  static func composed(_ outer: any Objective, over domain: Box) -> ObjectiveStructure {
    .composed(outer: outer, inner: [Difference(domain: domain), Sum(domain: domain)])
  }
}
