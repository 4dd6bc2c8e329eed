import Canvas
import Objectives
import Plotting
import Statistics

/// The evidence for one claim: the effect on every objective with its interval, and what decides.
enum ClaimFigure: FigureKind {
  static let id = "claim"
  static let meaning = "the evidence for each claim of a study: effects with intervals, and the verdict"
  static let scope = FigureScope.claim

  static func suits(_ summary: Summary, subject: Int?) -> Bool { !summary.findings.isEmpty }

  static func obstacle(in summary: Summary, subject: Int?) -> String? {
    summary.findings.isEmpty ? "the study makes no claims" : nil
  }

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    try plot(summary, subject: subject, labels: .beside, size: size)
  }

  static func plot(
    _ summary: Summary, subject: Int?, labels: IntervalPlot.Labels, size: Size?
  ) throws -> PlottedFigure {
    let finding = summary.findings[subject ?? 0]
    let hypothesis = finding.hypothesis
    var rows = finding.rows.map { effect in
      row(effect, hypothesis.verdict(low: effect.decisiveLow, high: effect.decisiveHigh), of: finding, isTotal: false)
    }
    if !finding.rows.contains(finding.effect) {
      rows.append(row(finding.effect, finding.verdict, of: finding, isTotal: true))
    }
    let title = RichText(finding.claim.statement)
    let subtitle = RichText(
      "\(finding.verdict.rawValue): \(finding.claim.rule.isAboutRuns ? "\(Words.count(finding.runs, "run")) of \(methods(finding, summary))" : Words.count(finding.runs, "training"))"
    )
    let basin = BasinEvidence(finding, summary)
    let plot: any Plot =
      try basin?.plot(title: title, subtitle: subtitle, labels: labels)
      ?? IntervalPlot(
        title: title, subtitle: subtitle, axis: finding.axis, rows: rows, region: hypothesis.region, labels: labels)
    return PlottedFigure(
      title: finding.claim.statement,
      caption: "Measured: \(finding.measure). Thick: 95\u{202F}% intervals; thin: the intervals that decide, right for"
        + " all claims of the study together; shaded: where they must lie.\(basin.map { " " + $0.sentence } ?? "")",
      altText:
        "\(finding.claim.statement): \(finding.verdict.rawValue), \(finding.text(finding.effect.estimate))\(finding.unit),"
        + " 95\u{202F}% interval \(finding.text(from: finding.effect.low, to: finding.effect.high)).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func row(
    _ effect: Effect, _ verdict: Verdict, of finding: Finding, isTotal: Bool
  ) -> IntervalPlot.Row {
    IntervalPlot.Row(
      label: effect.label, note: finding.text(effect.estimate),
      estimate: 100 * effect.estimate, interval: effect.interval, wide: effect.wide, ink: verdict.ink,
      marker: verdict.marker, isTotal: isTotal)
  }

  private static func methods(_ finding: Finding, _ summary: Summary) -> String {
    let labels = StudyLabels(summary.study).methods
    func names(_ methods: [Int]) -> String {
      methods.count > 2 ? "\(methods.count) methods" : Words.list(methods.map { labels[$0] })
    }
    let claim = finding.claim
    return names(claim.methods) + (claim.against.isEmpty ? "" : ", against \(names(claim.against))")
  }
}
