import Canvas
import Certificates
import Objectives
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
      (.convex, RichText("convex, \(Words.percent(shares.positiveDefinite.estimate))")),
      (.saddle, RichText("saddle-like, \(Words.percent(shares.indefinite.estimate))")),
      (.concave, RichText("concave, \(Words.percent(shares.negativeDefinite.estimate))")),
    ]
  }

  var markLabels: [(kind: StationaryMark.Kind, text: RichText)] {
    (report.stationary?.countPhrases ?? []).map { (Self.kind($0.kind), RichText($0.text)) }
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
    let parts = (report.stationary?.countPhrases ?? []).map(\.text)
    return parts.isEmpty ? "It has no isolated stationary point." : "It has \(Words.list(parts))."
  }

  var subtitle: String {
    switch report.convexity.verdict {
    case .convex: "convex: every local minimum is global here"
    case .notConvex, .undecided: "where the Hessian is positive definite, indefinite, negative definite"
    }
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
