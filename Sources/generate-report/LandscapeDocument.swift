import Certificates

/// A landscape as the command prints it in JSON.
struct LandscapeDocument: Encodable {
  struct Point: Encodable {
    let x: [JSON.Number]
    let value: JSON.Number
    let `class`: String
    let gradientNorm: JSON.Number
    let eigenvalues: [JSON.Number]
    let boundary: Bool
    let proved: Bool
  }

  /// Of points of each class, those on the boundary included; then those on the boundary alone.
  struct Counts: Encodable {
    let minimum, saddle, maximum, degenerate: Int
    let boundary: [String: Int]
  }

  struct Unresolved: Encodable {
    let lower: [JSON.Number]
    let upper: [JSON.Number]
    let boundary: Bool
  }

  struct Share: Encodable {
    let estimate: JSON.Number
    let proved: JSON.Number

    init(_ share: Convexity.Share) {
      estimate = JSON.Number(share.estimate)
      proved = JSON.Number(share.proved)
    }
  }

  struct Curvature: Encodable {
    let positiveDefinite, indefinite, negativeDefinite: Share
    let undecided: JSON.Number
    /// Points at which it was sampled; 0 where shares are proved.
    let samples: Int
    /// A point with negative curvature.
    let counterexample: [JSON.Number]?
  }

  let objective: String
  /// Nil where there are too many dimensions for a search.
  let stationaryPoints: [Point]?
  let counts: Counts?
  let complete: Bool
  let unresolved: [Unresolved]?
  let unresolvedShare: JSON.Number?
  let boxes: Int?
  /// True or false where proved, else null.
  let convex: Bool?
  let convexShare: JSON.Number
  let curvature: Curvature

  init(_ report: LandscapeReport) {
    let stationary = report.stationary
    objective = report.objective
    stationaryPoints = stationary?.points.map { point in
      Point(
        x: point.x.map(JSON.Number.init), value: JSON.Number(point.value), class: point.kind.rawValue,
        gradientNorm: JSON.Number(point.gradientNorm), eigenvalues: point.eigenvalues.map(JSON.Number.init),
        boundary: point.isBoundary, proved: point.isProved)
    }
    counts = stationary.map { stationary in
      Counts(
        minimum: stationary.count(.minimum), saddle: stationary.count(.saddle), maximum: stationary.count(.maximum),
        degenerate: stationary.count(.degenerate),
        boundary: Dictionary(
          uniqueKeysWithValues: StationaryPoint.Kind.allCases.map {
            ($0.rawValue, stationary.count($0, boundary: true))
          }
        ))
    }
    complete = stationary?.isComplete ?? false
    unresolved = stationary?.unresolved.prefix(1000).map { part in
      Unresolved(
        lower: part.lower.map(JSON.Number.init), upper: part.upper.map(JSON.Number.init), boundary: part.isBoundary)
    }
    unresolvedShare = stationary.map { JSON.Number($0.unresolvedShare) }
    boxes = stationary?.boxes
    let convexity = report.convexity
    var counterexample: [JSON.Number]?
    switch convexity.verdict {
    case .convex: convex = true
    case .notConvex(let x):
      convex = false
      counterexample = x.map(JSON.Number.init)
    case .undecided: convex = nil
    }
    convexShare = JSON.Number(convexity.positiveDefinite.estimate)
    curvature = Curvature(
      positiveDefinite: Share(convexity.positiveDefinite), indefinite: Share(convexity.indefinite),
      negativeDefinite: Share(convexity.negativeDefinite), undecided: JSON.Number(convexity.undecided),
      samples: convexity.samples, counterexample: counterexample)
  }
}
