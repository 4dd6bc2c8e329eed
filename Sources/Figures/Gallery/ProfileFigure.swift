import Canvas
import Objectives
import Plotting
import Statistics
import Sweeps

/// The graph of a one-dimensional objective, with where each method's runs ended.
enum ProfileFigure: FigureKind {
  static let id = "profile"
  static let meaning = "the graph of a 1-D objective with where the runs of each method ended"
  static let scope = FigureScope.objective

  static func suits(_ summary: Summary, subject objective: Int?) -> Bool {
    summary.study.objectives[objective ?? 0].dimension == 1
  }

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    let function = summary.study.objectives[objective ?? 0]
    return function.dimension == 1 ? nil : "a profile needs one dimension; \(function.id) has \(function.dimension)"
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let objective = objective ?? 0
    let function = summary.study.objectives[objective]
    let data = LandscapeData(summary: summary, objective: objective)
    let labels = StudyLabels(summary.study)
    let profile = data.profile
    let local = summary.minima[objective].all
    let methods = summary.study.methods.indices
    let plot = ProfilePlot(
      title: RichText(data.title),
      subtitle: methods.isEmpty ? "" : "below: where runs ended, and how many reached the global minimum",
      x: profile.x, y: profile.y,
      globalMinimizers: function.minimum.minimizers.map { ($0[0], function.value(at: $0)) },
      localMinimizers: local.map { ($0.at[0], $0.value) },
      rows: methods.map { method in
        let cell = summary.cell(objective: objective, method: method)
        return ProfilePlot.Row(
          label: labels.methods[method], style: SeriesStyle(index: method),
          ends: cell.ends, note: "\(cell.success.count) of \(cell.runs)")
      })
    let name = labels.objectives[objective]
    return PlottedFigure(
      title: data.title,
      caption: "\(name) over its domain. Stars mark \(data.minimizerPhrase)"
        + (local.isEmpty ? "." : "; dots, the local minima that caught runs.")
        + (methods.isEmpty
          ? ""
          : " Bars show where the runs of each method came to rest, as shares of its \(Words.count(summary.study.starts, "run"))."),
      altText: "Graph of \(name), \(data.minimizerPhrase) marked.\(data.successSentence)",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }
}
