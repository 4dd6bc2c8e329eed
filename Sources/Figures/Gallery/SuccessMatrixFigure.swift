import Canvas
import Objectives
import Plotting
import Statistics

/// Methods × objectives: how often each reached the global minimum, with counts and intervals.
enum SuccessMatrixFigure: FigureKind {
  static let id = "success-matrix"
  static let meaning = "methods x objectives: rate, counts and interval of reaching the global minimum"
  static let scope = FigureScope.study

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    let largest = Swift.max(summary.study.methods.count, summary.study.objectives.count)
    if largest > 200 { return "a success matrix of \(largest) rows or columns cannot be read; the table has them all" }
    return summary.study.methods.isEmpty ? "a success matrix needs at least one method" : nil
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let labels = StudyLabels(summary.study)
    let order = ranking(summary)
    let matrix = SuccessMatrixPlot(
      title: "How often each method reached the global minimum",
      subtitle: RichText(
        "runs that came within \(Words.number(summary.study.target)) of f*, and the 95\u{202F}% interval of the rate;"
          + " \(Words.count(summary.study.starts, "start")) each, the same for all;"
          + " \(Words.count(summary.study.budget, "evaluation")) a run"),
      rows: order.map { labels.methods[$0] }, columns: labels.objectives,
      cells: order.map { method in
        summary.study.objectives.indices.map { cell(summary.cell(objective: $0, method: method)) }
      })
    let best = order[0]
    let share = summary.overallSuccess(ofMethod: best)
    return PlottedFigure(
      title: "How often each method reached the global minimum",
      caption: "Share of \(Words.count(summary.study.starts, "start")) from which each method came within"
        + " \(Words.number(summary.study.target)) of the global minimum, with Wilson's 95\u{202F}% interval. Methods are"
        + " sorted by their share over all objectives.",
      altText: "A table of \(Words.count(summary.study.methods.count, "method")) by"
        + " \(Words.count(summary.study.objectives.count, "objective")). \(labels.methods[best]) reached the global"
        + " minimum most often, in \(Words.count(share.count)) of \(Words.count(share.total, "run"))"
        + " (\(Words.interval(share))).",
      size: size ?? matrix.preferredSize, draw: matrix.draw)
  }

  /// Methods from the most successful over all objectives to the least; ties in the study's order.
  private static func ranking(_ summary: Summary) -> [Int] {
    let counts = summary.study.methods.indices.map { summary.overallSuccess(ofMethod: $0).count }
    return counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
  }

  private static func cell(_ cell: Cell) -> SuccessCell {
    guard cell.runs > 0 else { return .hole(reason: "no runs") }
    return .rate(count: cell.success.count, runs: cell.runs, low: cell.success.low, high: cell.success.high)
  }
}
