import Certificates
import Reports

/// A landscape as the command prints it in JSON.
///
/// What was not searched for, having too many dimensions, is left out.
struct LandscapeDocument {
  let report: LandscapeReport

  /// The parts without isolated points that are listed.
  private static let mostUnresolved = 1000

  var json: JSON {
    let stationary = report.stationary
    return .object(present: [
      ("objective", .text(report.objective)),
      ("stationaryPoints", stationary.map { .array($0.points.map(point)) }),
      ("counts", stationary.map(counts)),
      ("complete", .flag(stationary?.isComplete ?? false)),
      (
        "unresolved",
        stationary.map { stationary in
          .array(
            stationary.unresolved.prefix(Self.mostUnresolved).map { part in
              .object([
                ("lower", .numbers(part.lower)), ("upper", .numbers(part.upper)), ("boundary", .flag(part.isBoundary)),
                ("shape", .text(part.shape.rawValue)), ("outline", .text(part.outline.rawValue)),
                ("lowestValue", .number(part.lowestValue)), ("proved", .flag(part.isProved)),
              ])
            })
        }
      ),
      ("unresolvedShare", stationary.map { .number($0.unresolvedShare) }),
      (
        "unboundedNear",
        stationary.map { stationary in
          .array(
            stationary.poles.prefix(Self.mostUnresolved).map {
              .object([("lower", .numbers($0.lower)), ("upper", .numbers($0.upper))])
            })
        }
      ),
      ("undefinedShare", stationary.map { .number($0.undefinedShare) }),
      ("boxes", stationary.map { .integer($0.boxes) }),
      ("convex", isConvex.map { .flag($0) }),
      ("convexShare", .number(report.convexity.convexShare)),
      ("curvature", curvature),
    ])
  }

  private func point(_ point: StationaryPoint) -> JSON {
    .object([
      ("x", .numbers(point.x)), ("value", .number(point.value)), ("class", .text(point.kind.rawValue)),
      ("gradientNorm", .number(point.gradientNorm)), ("eigenvalues", .numbers(point.eigenvalues)),
      ("boundary", .flag(point.isBoundary)), ("proved", .flag(point.isProved)),
    ])
  }

  /// Of points of each class, those on the boundary included; then those on the boundary alone.
  private func counts(_ stationary: StationaryPoints) -> JSON {
    let kinds = StationaryPoint.Kind.allCases
    return .object(
      kinds.map { ($0.rawValue, .integer(stationary.count($0))) }
        + [("boundary", .object(kinds.map { ($0.rawValue, .integer(stationary.count($0, boundary: true))) }))])
  }

  /// Nil where neither is proved.
  private var isConvex: Bool? {
    switch report.convexity.verdict {
    case .convex: true
    case .notConvex: false
    case .undecided: nil
    }
  }

  private var curvature: JSON {
    let convexity = report.convexity
    func share(_ share: Convexity.Share) -> JSON {
      .object([("estimate", .number(share.estimate)), ("proved", .number(share.proved))])
    }
    var entries: [(key: String, value: JSON?)] = Curvature.allCases.map { ($0.rawValue, share(convexity.share($0))) }
    // No samples where shares are proved.
    entries += [("undecided", .number(convexity.undecided)), ("samples", .integer(convexity.samples))]
    if case .notConvex(let x, let eigenvalue) = convexity.verdict {
      entries += [("counterexample", .numbers(x)), ("counterexampleEigenvalue", eigenvalue.map { .number($0) })]
    }
    return .object(present: entries)
  }
}
