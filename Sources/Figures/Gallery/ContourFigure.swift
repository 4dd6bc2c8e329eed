import Canvas
import Objectives
import Plotting
import Statistics

/// Filled contours of a two-dimensional objective with the paths of its methods.
enum ContourFigure: FigureKind {
  static let id = "contour"
  static let meaning = "filled contours of a 2-D objective with the paths of the methods"
  static let scope = FigureScope.objective

  private static let samples = 301
  /// Starts whose paths are shown, as far as one panel can hold them.
  private static let starts = 3

  /// With more dimensions than two it is missing, so that a page says once why it shows no landscape.
  static func suits(_ summary: Summary, subject objective: Int?) -> Bool {
    summary.study.objectives[objective ?? 0].dimension >= 2
  }

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    LandscapeData(summary: summary, objective: objective ?? 0).obstacle
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let objective = objective ?? 0
    let data = LandscapeData(summary: summary, objective: objective)
    let labels = StudyLabels(summary.study)
    let name = labels.objectives[objective]
    let methods = Array(summary.study.methods.indices)
    let isGrid = methods.count > ContourPlot.panelLimit
    let shown = min(
      summary.study.starts,
      isGrid || methods.isEmpty ? starts : min(starts, max(1, ContourPlot.panelLimit / methods.count)))
    let trajectories = data.trajectories(of: methods, starts: 0..<shown) { method in
      guard isGrid else { return labels.methods[method] }
      let success = summary.cell(objective: objective, method: method).success
      let method = summary.study.methods[method]
      let options = method.specification.options.map { "\($0.key) \($0.value), " }.joined()
      return "\(method.info.name)\n\(options)\(success.count) of \(success.total)"
    }
    let landscape = data.landscape(samples: samples)
    let plot = ContourPlot(
      landscape: landscape, trajectories: trajectories, title: RichText(data.title),
      subtitle: subtitle(summary, shown, isGrid))
    let paths =
      methods.isEmpty
      ? "" : " with the paths of \(Words.list(methods.map { labels.methods[$0] })) from \(Words.count(shown, "start"))"
    return PlottedFigure(
      title: data.title,
      caption: "\(name): levels of \(landscape.scale.quantity.isGap ? "the gap to the global minimum" : "the value")"
        + "\(methods.isEmpty ? "" : ", with the paths of \(Words.count(methods.count, "method")) from the same \(shown == 1 ? "start" : Words.count(shown, "start"))")."
        + " Stars mark \(data.minimizerPhrase)"
        + (landscape.localMinimizers.isEmpty ? "." : "; dots, the local minima that caught runs.")
        + (isGrid ? " Numbers are runs that reached the global minimum, of all starts." : ""),
      altText: "Contour plot of \(name)\(paths), \(data.minimizerPhrase) marked.\(data.successSentence)",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func subtitle(_ summary: Summary, _ shown: Int, _ isGrid: Bool) -> RichText {
    guard !summary.study.methods.isEmpty else { return "" }
    let starts = shown == 1 ? "the first start" : "the first \(shown) starts"
    let counts =
      isGrid ? "; of \(Words.count(summary.study.starts, "start")), those that reached the global minimum" : ""
    return RichText("paths from \(starts), the same for all methods\(counts)")
  }
}

extension LevelScale.Quantity {
  /// Whether levels are distances above the global minimum.
  var isGap: Bool { self == .gapToMinimum }
}
