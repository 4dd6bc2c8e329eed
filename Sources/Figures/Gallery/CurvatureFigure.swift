import Canvas
import Certificates
import Objectives
import Plotting
import Statistics

/// Where a two-dimensional objective is convex, saddle-like and concave, with its stationary points.
enum CurvatureFigure: FigureKind {
  static let id = "curvature"
  static let meaning = "where a 2-D objective is convex, saddle-like or concave, with its stationary points"
  static let scope = FigureScope.objective

  static func suits(_ summary: Summary, subject objective: Int?) -> Bool {
    summary.study.objectives[objective ?? 0].dimension == 2
  }

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    LandscapeData(summary: summary, objective: objective ?? 0).obstacle
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let index = objective ?? 0
    let data = LandscapeData(summary: summary, objective: index)
    let name = StudyLabels(summary.study).objectives[index]
    // What a study has surveyed already is not searched again; with the same limits, it is the same.
    let report =
      summary.survey(ofObjective: index)?.landscape
      ?? LandscapeReport(of: summary.study.objectives[index], limits: Survey.landscapeLimits)
    let (curvature, window) = data.curvature
    let words = CurvatureWords(report, window: window)
    let plot = CurvaturePlot(
      landscape: data.landscape(samples: 301, in: window), curvature: curvature, marks: words.marks,
      regionLabels: words.regionLabels, markLabels: words.markLabels, notes: words.notes, title: RichText(data.title),
      subtitle: RichText(words.subtitle))
    return PlottedFigure(
      title: data.title,
      caption: "\(name): where it is convex, saddle-like and concave, by the eigenvalues of its Hessian."
        + "\(words.windowSentence) \(words.counts) \(report.completenessSentence) \(report.convexitySentence)",
      altText: "Map of the curvature of \(name). \(report.shareSentence) \(words.counts)"
        + " \(report.convexitySentence)",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }
}
