import Canvas
import Objectives
import Plotting
import Statistics

/// The gap f − f* of the best point so far against the evaluations spent: median and quartiles over the starts.
enum LossCurveFigure: FigureKind {
  static let id = "loss-curve"
  static let meaning = "best gap f − f* against evaluations: median and quartiles over the starts, per method"
  static let scope = FigureScope.objective

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    summary.study.methods.isEmpty ? "a loss curve needs at least one method" : nil
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let objective = objective ?? 0
    let study = summary.study
    let labels = StudyLabels(study)
    let name = labels.objectives[objective]
    let starts = Words.count(study.starts, "start")
    let heading = heading(LandscapeData(summary: summary, objective: objective).title, study.objectives[objective].id)
    let plot = LossCurvePlot(
      title: RichText("\(heading.title): how fast the gap closes"),
      subtitle: RichText("\(heading.options)best gap so far; median and quartiles over \(starts)"),
      curves: study.methods.indices.map { method in
        curve(summary.cell(objective: objective, method: method), label: labels.methods[method])
      },
      target: study.target, floor: 1e-4 * study.target, xKind: study.budget >= 10 ? .logarithmic : .linear)
    return PlottedFigure(
      title: "\(name): gap against evaluations",
      caption: "Gap between the best value so far and the global minimum of \(name) against the evaluations spent:"
        + " median (line) and quartiles (band) over \(starts). The target is \(Words.number(study.target))."
        + (study.objectives[objective].whatIsRandom == nil ? "" : " Gaps are exact; what the methods saw was noisy."),
      altText: "Curves of \(Words.count(study.methods.count, "method")) on \(name)."
        + arrivals(summary, objective, labels),
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  /// Many options stand below the title, which they would drive out of the picture.
  private static func heading(_ title: String, _ id: String) -> (title: String, options: String) {
    guard title.count > 44 else { return (title, "") }
    return (StudyLabels.name(ofObjective: id), StudyLabels.options(of: id).joined(separator: ", ") + "; ")
  }

  private static func curve(_ cell: Cell, label: String) -> LossCurve {
    LossCurve(
      label: label, style: SeriesStyle(index: cell.method), evaluations: cell.curve.evaluations.map { Double($0) },
      median: cell.curve.median, low: cell.curve.q25, high: cell.curve.q75,
      emptyReason: cell.runs == 0 ? "no runs" : "no run saw the domain")
  }

  /// Which methods' medians got to the target, fastest first.
  private static func arrivals(_ summary: Summary, _ objective: Int, _ labels: StudyLabels) -> String {
    let arrived = summary.study.methods.indices.compactMap { method -> (method: Int, evaluations: Int)? in
      let curve = summary.cell(objective: objective, method: method).curve
      return zip(curve.evaluations, curve.median).first { $1 <= summary.study.target }.map { (method, $0.0) }
    }.sorted { ($0.evaluations, $0.method) < ($1.evaluations, $1.method) }
    guard !arrived.isEmpty else { return " No method's median reaches the target." }
    let phrases = arrived.map { "\(labels.methods[$0.method]) after \(Words.count($0.evaluations, "evaluation"))" }
    return " The median reaches the target for \(Words.list(phrases))."
  }
}
