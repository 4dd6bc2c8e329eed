import Canvas
import Objectives
import Plotting
import Statistics

/// How often methods reach the global minimum against their swept hyper-parameters.
enum SensitivityFigure: FigureKind {
  static let id = "sensitivity"
  static let meaning = "success rate against each swept hyper-parameter, with 95 % intervals, per method"
  static let scope = FigureScope.objective

  static func obstacle(in summary: Summary, objective: Int?) -> String? {
    SweptParameter.all(in: summary.study).isEmpty
      ? "no method has variants that differ in one number only, as 'learningRate: log(1e-4, 1, 9)' makes them" : nil
  }

  static func plot(_ summary: Summary, objective: Int?, size: Size?) -> PlottedFigure {
    let objective = objective ?? 0
    let name = StudyLabels(summary.study).objectives[objective]
    let swept = SweptParameter.all(in: summary.study)
    let plot = SensitivityPlot(
      title: RichText("\(LandscapeData(summary: summary, objective: objective).title): sensitivity"),
      subtitle: RichText(
        "share of \(Words.count(summary.study.starts, "start")) that reached the global minimum, with its 95\u{202F}% interval"
      ),
      panels: swept.map { parameter in
        SensitivityPlot.Panel(
          heading: parameter.method, parameter: parameter.name,
          lines: parameter.lines.map { line($0, summary, objective) })
      })
    return PlottedFigure(
      title: "\(name): success against hyper-parameters",
      caption: "How often runs on \(name) came within \(Words.number(summary.study.target)) of f*, against the value of"
        + " \(Words.list(swept.map { "\($0.name) of \($0.method)" })), all else equal; with Wilson's 95\u{202F}% interval.",
      altText: "Success rate on \(name) against hyper-parameters." + sentences(swept, summary, objective),
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func line(_ line: SweptParameter.Line, _ summary: Summary, _ objective: Int) -> SensitivityPlot.Line {
    let rates = line.points.map { summary.cell(objective: objective, method: $0.method).success }
    return SensitivityPlot.Line(
      label: line.label, values: line.points.map(\.value), rates: rates.map(\.rate), low: rates.map(\.low),
      high: rates.map(\.high))
  }

  /// From which value to which the rate goes, for each line: " learningRate of Adam: 3 % at 0.001 to 40 % at 0.1."
  private static func sentences(_ swept: [SweptParameter], _ summary: Summary, _ objective: Int) -> String {
    swept.map { parameter in
      let points = parameter.lines.flatMap(\.points).map { point in
        (value: point.value, rate: summary.cell(objective: objective, method: point.method).success.rate)
      }
      guard let worst = points.min(by: { $0.rate < $1.rate }), let best = points.max(by: { $0.rate < $1.rate }) else {
        return ""
      }
      return " \(parameter.name) of \(parameter.method): from \(Words.percent(worst.rate)) at"
        + " \(Words.number(worst.value)) to \(Words.percent(best.rate)) at \(Words.number(best.value))."
    }.joined()
  }
}
