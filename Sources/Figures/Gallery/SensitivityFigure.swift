import Canvas
import Objectives
import Plotting
import Statistics

/// How often methods reach the global minimum against their swept hyper-parameters.
enum SensitivityFigure: FigureKind {
  static let id = "sensitivity"
  static let meaning = "success rate against each swept hyper-parameter, with 95 % intervals, per method"
  static let scope = FigureScope.objective

  static func suits(_ summary: Summary, subject objective: Int?) -> Bool { !Self.swept(summary).isEmpty }

  static func obstacle(in summary: Summary, subject objective: Int?) -> String? {
    Self.swept(summary).isEmpty
      ? "no method has variants that differ in one number only, as 'learningRate: log(1e-4, 1, 9)' makes them" : nil
  }

  static func plot(_ summary: Summary, subject objective: Int?, size: Size?) -> PlottedFigure {
    let objective = objective ?? 0
    let name = StudyLabels(summary.study).objectives[objective]
    let swept = Self.swept(summary)
    let plot = SensitivityPlot(
      title: RichText("\(LandscapeData(summary: summary, objective: objective).title): sensitivity"),
      subtitle: "share of runs that reached the global minimum, with its 95\u{202F}% interval",
      panels: swept.map { swept in
        let runs = Words.count(swept.summary.study.starts, "run")
        return SensitivityPlot.Panel(
          heading: "\(swept.parameter.method), \(runs) each", parameter: swept.parameter.name,
          lines: swept.parameter.lines.map { line($0, swept.summary, objective) })
      })
    let names = swept.map { "\($0.parameter.name) of \($0.parameter.method)" }
    return PlottedFigure(
      title: "\(name): success against hyper-parameters",
      caption: "How often runs on \(name) came within \(Words.number(summary.study.target)) of f*, against the value of"
        + " \(Words.list(names)), all else equal; with Wilson's 95\u{202F}% interval."
        + (summary.tunings.isEmpty ? "" : " Of methods that were tuned, these are the tuning runs."),
      altText: "Success rate on \(name) against hyper-parameters." + swept.map { sentence($0, objective) }.joined(),
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private typealias Swept = (parameter: SweptParameter, summary: Summary)

  /// What the study sweeps, then what was swept to tune it, with the runs that tell.
  private static func swept(_ summary: Summary) -> [Swept] {
    ([summary] + summary.tunings.map(\.summary)).flatMap { summary in
      SweptParameter.all(in: summary.study).map { (parameter: $0, summary: summary) }
    }
  }

  private static func line(_ line: SweptParameter.Line, _ summary: Summary, _ objective: Int) -> SensitivityPlot.Line {
    let rates = line.points.map { summary.cell(objective: objective, method: $0.method).success }
    return SensitivityPlot.Line(
      label: line.label, values: line.points.map(\.value), rates: rates.map(\.rate), low: rates.map(\.low),
      high: rates.map(\.high))
  }

  /// Where the rate is lowest and where highest: " learningRate of Adam: from 3 % at 0.001 to 40 % at 0.1."
  private static func sentence(_ swept: Swept, _ objective: Int) -> String {
    let points = swept.parameter.lines.flatMap(\.points).map { point in
      (value: point.value, rate: swept.summary.cell(objective: objective, method: point.method).success.rate)
    }
    guard let worst = points.min(by: { $0.rate < $1.rate }), let best = points.max(by: { $0.rate < $1.rate }) else {
      return ""
    }
    return " \(swept.parameter.name) of \(swept.parameter.method): from \(Words.percent(worst.rate)) at"
      + " \(Words.number(worst.value)) to \(Words.percent(best.rate)) at \(Words.number(best.value))."
  }
}
