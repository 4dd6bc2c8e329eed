import Canvas
import Objectives
import Plotting
import Statistics

/// A two-dimensional objective as a shaded surface with a few paths on it.
enum SurfaceFigure: FigureKind {
  static let id = "surface"
  static let meaning = "a 2-D objective as a shaded surface over its contours, with paths"
  static let scope = FigureScope.objective

  private static let samples = 201
  /// More paths than this would hide the surface.
  private static let pathLimit = 5

  static func suits(_ summary: Summary, subject objective: Int?) -> Bool {
    summary.study.objectives[objective ?? 0].dimension == 2
  }

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    LandscapeData(summary: summary, objective: objective ?? 0).obstacle
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let objective = objective ?? 0
    let data = LandscapeData(summary: summary, objective: objective)
    let labels = StudyLabels(summary.study)
    let name = labels.objectives[objective]
    let methods = shown(summary)
    let landscape = data.landscape(samples: samples)
    let start = data.mostVisibleStart(of: methods)
    let trajectories = data.trajectories(of: methods, starts: start..<start + 1) { labels.methods[$0] }
    let all = summary.study.methods.count
    let some = methods.count < all ? "\(methods.count) of \(all) methods" : "all methods"
    let plot = SurfacePlot(
      landscape: landscape, trajectories: trajectories, title: RichText(data.title),
      subtitle: methods.isEmpty ? "" : RichText("paths of \(some) from start \(start + 1)"))
    let height = landscape.scale.quantity.isGap ? "the gap to the global minimum, on a logarithmic axis" : "the value"
    let paths =
      methods.isEmpty
      ? ""
      : " Paths of \(Words.list(methods.map { labels.methods[$0] })) from start \(start + 1), of those recorded the one with the longest paths; hidden parts are dashed."
    return PlottedFigure(
      title: data.title,
      caption: "\(name) as a surface: height and colour are \(height).\(paths)",
      altText: "Surface of \(name) seen from above at an angle, \(data.minimizerPhrase) marked.\(data.successSentence)",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  /// All methods where they are few; otherwise some that move step by step, evenly from the study's list.
  private static func shown(_ summary: Summary) -> [Int] {
    let methods = summary.study.methods
    guard methods.count > pathLimit else { return Array(methods.indices) }
    let data = LandscapeData(summary: summary, objective: 0)
    let local = methods.indices.filter(data.isLocal)
    let candidates = local.isEmpty ? Array(methods.indices) : local
    guard candidates.count > pathLimit else { return candidates }
    return (0..<pathLimit).map { candidates[$0 * candidates.count / pathLimit] }
  }
}
