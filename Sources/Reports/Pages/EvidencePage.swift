import Figures
import Objectives
import Statistics
import Sweeps

/// What `evidence.mustache` may see: every claim with its verdict, what it rests on, and its figure.
struct EvidencePage {
  /// Figures of the study that this page shows, and not the first one.
  static let kinds = ["evidence", "evidence-narrow", "minima-comparison"] + TrainedExhibit.all.flatMap(\.kinds)

  let root = ""
  let pageTitle: String
  let title: String
  let headline: String
  let overview: [FigureView]
  let exhibits: [TrainedExhibit.View]
  let hasExhibits: Bool
  let claims: [ClaimView]
  let confidence: String
  let comparison: MinimaTable
  let comparisonFigures: [FigureView]

  init(_ material: ReportMaterial) {
    let summary = material.summary
    title = "Evidence: " + summary.study.title
    pageTitle = title
    headline = ClaimView.headline(summary.findings)
    func figures(_ kind: String) -> [Figure] { material.figures.filter { $0.kind == kind } }
    overview = figures("evidence").compactMap {
      FigureView($0, narrow: figures("evidence-narrow").first, isFirst: true)
    }
    exhibits = TrainedExhibit.all.compactMap { $0.view(material) }
    hasExhibits = !exhibits.isEmpty
    comparisonFigures = figures("minima-comparison").compactMap { FigureView($0) }
    claims = summary.findings.map { ClaimView($0, material) }
    comparison = MinimaTable(material)
    confidence = Phrase.count(summary.findings.count, "claim")
  }
}

/// A claim with its verdict, on the page of evidence and on the first page.
struct ClaimView {
  let id: String
  let statement: String
  let verdict: String
  /// For CSS.
  let verdictKey: String
  let effect: String
  /// " percentage points", or nothing.
  let unit: String
  let interval: String
  let decisive: String
  let decisiveConfidence: String
  /// The smallest effect that would have been decided with a chance of 80 %.
  let detectable: String
  let runs: String
  let measure: String
  let rule: String
  let methods: [Link]
  let against: [Link]
  let hasMethods: Bool
  let hasAgainst: Bool
  let figures: [FigureView]
  let rows: [Row]

  struct Row {
    let label: String
    let estimate: String
    let interval: String
    let decisive: String
    let sortKey: String
  }

  init(_ finding: Finding, _ material: ReportMaterial) {
    let claim = finding.claim
    id = claim.id
    statement = claim.statement
    verdict = finding.verdict.rawValue
    verdictKey = finding.verdict.rawValue
    effect = finding.text(finding.effect.estimate)
    unit = finding.unit
    interval = finding.text(from: finding.effect.low, to: finding.effect.high)
    decisive = finding.text(from: finding.effect.decisiveLow, to: finding.effect.decisiveHigh)
    decisiveConfidence = Self.percent(finding.confidence)
    detectable = finding.detectableText
    runs = Words.count(finding.runs, claim.rule.isAboutRuns ? "run" : "training")
    measure = finding.measure
    rule = finding.rule
    methods = claim.methods.map { Link(material.names.methods[$0]) }
    against = claim.against.map { Link(material.names.methods[$0]) }
    hasMethods = !methods.isEmpty
    hasAgainst = !against.isEmpty
    figures = material.figures.filter { $0.claim == claim.id && $0.kind == "claim" }.compactMap { figure in
      FigureView(figure, narrow: material.figures.first { $0.claim == claim.id && $0.kind == "claim-narrow" })
    }
    rows = finding.rows.map { row in
      Row(
        label: row.label, estimate: finding.text(row.estimate), interval: finding.text(from: row.low, to: row.high),
        decisive: finding.text(from: row.decisiveLow, to: row.decisiveHigh),
        sortKey: row.estimate.isFinite ? row.estimate.numeral : "-2")
    }
  }

  /// "Of 10 claims, the runs support 7, contradict 1 and leave 2 undecided."
  static func headline(_ findings: [Finding]) -> String {
    func count(_ verdict: Verdict) -> String { Words.count(findings.count { $0.verdict == verdict }) }
    return "Of \(Phrase.count(findings.count, "claim")), the runs support \(count(.supported)), contradict"
      + " \(count(.contradicted)) and leave \(count(.undecided)) undecided."
  }

  /// "99.5 %", with as many digits as tell it from 100.
  private static func percent(_ share: Double) -> String {
    let parts = Int((share * 100_000).rounded())
    var text = "\(parts / 1000).\(String(parts % 1000 + 1000).dropFirst())"
    while text.hasSuffix("0") { text.removeLast() }
    return (text.hasSuffix(".") ? String(text.dropLast()) : text) + "\u{A0}%"
  }
}
