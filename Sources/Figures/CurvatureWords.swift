import Canvas
import Certificates
import Objectives
import Plotting

/// What a curvature figure says, and marks, of a landscape.
struct CurvatureWords {
  let report: LandscapeReport
  /// The part of the domain that is drawn; nil for all of it.
  let window: Box?

  init(_ report: LandscapeReport, window: Box? = nil) {
    self.report = report
    self.window = window
  }

  /// That only a part is drawn, and why; empty where all of it is.
  var windowSentence: String {
    window == nil
      ? ""
      : " Only a part of the domain around the global minimizer is drawn, since the regions are too fine for all of it;"
        + " shares and numbers are of the whole domain."
  }

  var marks: [StationaryMark] {
    (report.stationary?.points ?? []).filter { window?.contains($0.x) ?? true }.map { point in
      StationaryMark(Self.kind(point.kind), at: SIMD2(point.x[0], point.x[1]))
    }
  }

  var regionLabels: [CurvaturePlot.RegionLabel] {
    Curvature.allCases.compactMap { curvature in
      let share = report.convexity.share(curvature).estimate
      guard share > 0, let region = Self.region(curvature), let hessian = curvature.hessianPhrase else { return nil }
      return (region, RichText("\(hessian), \(Words.percent(share))"))
    }
  }

  var markLabels: [(kind: StationaryMark.Kind, text: RichText)] {
    (report.stationary?.countPhrases ?? []).map { (Self.kind($0.kind), RichText($0.text)) }
  }

  /// What the key adds to the marks.
  var notes: [RichText] {
    let part: [RichText] = window == nil ? [] : ["numbers are of the whole domain"]
    guard let stationary = report.stationary else { return part }
    if stationary.isUnfinished { return part + ["search not finished: at least so many"] }
    let sets = stationary.unresolved.count { !$0.isProved }
    let circles = stationary.unresolved.count - sets
    let beside = circles == 0 ? [] : ["\(Words.count(circles, "ring or arc", "rings and arcs")) beside them"]
    return part + beside.map { RichText($0) }
      + (sets == 0 ? [] : [RichText("\(Words.count(sets, "set")) not resolved into points")])
  }

  /// "It has 121 minima, 220 saddles and 100 maxima."
  var counts: String {
    let parts = (report.stationary?.countPhrases ?? []).map(\.text)
    return parts.isEmpty ? "It has no isolated stationary point." : "It has \(Words.list(parts))."
  }

  var subtitle: String {
    let part = window == nil ? "" : "; a part of the domain, around the global minimizer"
    switch report.convexity.verdict {
    case .convex: return "convex: every local minimum is global here" + part
    case .notConvex, .undecided:
      return "by the signs of the Hessian's eigenvalues" + part
    }
  }

  private static func region(_ curvature: Curvature) -> CurvatureMap.Region? {
    switch curvature {
    case .positiveDefinite: .convex
    case .positiveSemidefinite: .convexFlat
    case .zero: .flat
    case .indefinite: .saddle
    case .negativeSemidefinite: .concaveFlat
    case .negativeDefinite: .concave
    case .undefined: nil
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
