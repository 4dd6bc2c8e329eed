import Canvas
import Objectives
import Plotting
import Statistics

/// All claims of a study at a glance: how far each effect lies on its claim's side of the bound, and the verdicts.
enum EvidenceFigure: FigureKind {
  static let id = "evidence"
  static let meaning = "all claims of a study at a glance, with their verdicts"
  static let scope = FigureScope.study

  static func suits(_ summary: Summary, subject: Int?) -> Bool { !summary.findings.isEmpty }

  static func obstacle(in summary: Summary, subject: Int?) -> String? {
    summary.findings.isEmpty ? "the study makes no claims" : nil
  }

  static func plot(_ summary: Summary, subject: Int?, size: Size?) -> PlottedFigure {
    plot(
      summary, labels: .beside,
      subtitle: "how far the effect lies on the claim’s side of its bound, with its intervals",
      size: size)
  }

  static func plot(
    _ summary: Summary, labels: IntervalPlot.Labels, subtitle: RichText, size: Size?
  ) -> PlottedFigure {
    let plot = IntervalPlot(
      title: "What the runs say of each claim", subtitle: subtitle,
      axis: "percentage points; of correlations, hundredths", rows: summary.findings.map(row),
      region: 0...Double.infinity, labels: labels)
    let counts = Verdict.allCases.map { verdict in
      "\(summary.findings.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    return PlottedFigure(
      title: "What the runs say of each claim",
      caption: "Each claim’s deciding effect, measured from the bound that its rule sets: to the right of 0 it holds."
        + " Thick: 95\u{202F}% intervals; thin: the intervals that decide, right for all claims together.",
      altText: "\(Words.count(summary.findings.count, "claim")): \(Words.list(counts)).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func row(_ finding: Finding) -> IntervalPlot.Row {
    let (effect, hypothesis) = (finding.effect, finding.hypothesis)
    return IntervalPlot.Row(
      label: shortened(finding.claim.statement), note: finding.verdict.rawValue,
      estimate: effect.estimate.isFinite ? hypothesis.lead(effect.estimate, effect.estimate).lowerBound : .nan,
      interval: hypothesis.lead(effect.low, effect.high),
      wide: hypothesis.lead(effect.decisiveLow, effect.decisiveHigh), ink: finding.verdict.ink,
      marker: finding.verdict.marker)
  }

  private static func shortened(_ statement: String) -> String {
    let text = statement.hasSuffix(".") ? String(statement.dropLast()) : statement
    return text.count > 70 ? text.prefix(69) + "…" : text
  }
}
