import Canvas
import Certificates
import Plotting

/// What a curvature figure says, and marks, of a landscape.
struct CurvatureWords {
  let report: LandscapeReport

  init(_ report: LandscapeReport) { self.report = report }

  var marks: [StationaryMark] {
    (report.stationary?.points ?? []).map { point in
      StationaryMark(Self.kind(point.kind), at: SIMD2(point.x[0], point.x[1]))
    }
  }

  var regionLabels: [CurvaturePlot.RegionLabel] {
    let shares = report.convexity
    return [
      (.convex, RichText("convex, \(LandscapeReport.percent(shares.positiveDefinite.estimate))")),
      (.saddle, RichText("saddle-like, \(LandscapeReport.percent(shares.indefinite.estimate))")),
      (.concave, RichText("concave, \(LandscapeReport.percent(shares.negativeDefinite.estimate))")),
    ]
  }

  var markLabels: [(kind: StationaryMark.Kind, text: RichText)] {
    StationaryPoint.Kind.allCases.compactMap { kind in
      count(kind).map { (Self.kind(kind), RichText($0)) }
    }
  }

  /// What the key adds to the marks.
  var notes: [RichText] {
    guard let stationary = report.stationary else { return [] }
    if stationary.isUnfinished { return ["search not finished"] }
    let sets = stationary.unresolved.count
    return sets == 0 ? [] : [RichText("\(Words.count(sets, "set")) not resolved into points")]
  }

  /// "It has 121 minima, 220 saddles and 100 maxima."
  var counts: String {
    let parts = StationaryPoint.Kind.allCases.compactMap(count)
    return parts.isEmpty ? "It has no isolated stationary point." : "It has \(Words.list(parts))."
  }

  var subtitle: String {
    switch report.convexity.verdict {
    case .convex: "convex: every local minimum is global here"
    case .notConvex, .undecided: "where the Hessian is positive definite, indefinite, negative definite"
    }
  }

  /// "4 minima", "12 minima (8 on the boundary)"; nil where there are none.
  private func count(_ kind: StationaryPoint.Kind) -> String? {
    guard let stationary = report.stationary else { return nil }
    let count = stationary.count(kind)
    guard count > 0 else { return nil }
    let boundary = stationary.count(kind, boundary: true)
    let noun: (one: String, many: String) =
      switch kind {
      case .minimum: ("minimum", "minima")
      case .saddle: ("saddle", "saddles")
      case .maximum: ("maximum", "maxima")
      case .degenerate: ("degenerate point", "degenerate points")
      }
    return "\(Words.grouped(count)) \(count == 1 ? noun.one : noun.many)"
      + (boundary > 0 ? " (\(Words.grouped(boundary)) on the boundary)" : "")
  }

  private static func kind(_ kind: StationaryPoint.Kind) -> StationaryMark.Kind {
    switch kind {
    case .minimum: .minimum
    case .saddle: .saddle
    case .maximum: .maximum
    case .degenerate: .degenerate
    }
  }
}
