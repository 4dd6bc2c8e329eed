import Canvas
import Objectives
import Plotting
import Statistics
import Sweeps

/// What a claim about a basin's share rests on: the basin, the starts, and both shares.
struct BasinEvidence {
  private let finding: Finding
  private let summary: Summary
  private let objective: Int
  private let basins: [ClosedRange<Double>]
  /// Of the domain that is in the basin.
  let share: Double

  /// Nil for other claims, for several objectives, and where the basin's borders are not proved.
  init?(_ finding: Finding, _ summary: Summary) {
    guard case .basinShare = finding.claim.rule, finding.claim.objectives.count == 1,
      let objective = finding.claim.objectives.first,
      let survey = summary.survey(ofObjective: objective),
      let basins = survey.globalBasins(of: summary.study.objectives[objective]),
      let share = survey.globalBasinShare(of: summary.study.objectives[objective])
    else { return nil }
    (self.finding, self.summary, self.objective) = (finding, summary, objective)
    (self.basins, self.share) = (basins, share)
  }

  private var function: any Objective { summary.study.objectives[objective] }

  func plot(title: RichText, subtitle: RichText, labels: IntervalPlot.Labels = .beside) throws -> BasinPlot {
    let rows = try finding.claim.methods.map(starts)
    let profile = LandscapeData(summary: summary, objective: objective).profile
    return BasinPlot(
      title: title, subtitle: subtitle, x: profile.x, y: profile.y,
      globalMinimizers: function.minimum.minimizers.map { ($0[0], function.value(at: $0)) },
      localMinimizers: summary.minima[objective].all.map { ($0.at[0], $0.value) }, basins: basins,
      rows: rows, shares: shares(rows, labels))
  }

  /// Where the runs of a method began, by whether they reached the global minimum.
  private func starts(of method: Int) throws -> BasinPlot.Row {
    var row = BasinPlot.Row(label: StudyLabels(summary.study).methods[method], reached: [], notReached: [])
    let plan = summary.archive.plan
    let cell = objective * summary.study.methods.count + method
    try summary.archive.forEachRecord(in: plan.positions(ofCell: cell)) { record in
      if record.outcome == .reached { row.reached.append(record.x0[0]) } else { row.notReached.append(record.x0[0]) }
    }
    return row
  }

  /// The basin's share of the domain, and below it the share of each method's runs, both in percent.
  private func shares(_ rows: [BasinPlot.Row], _ placement: IntervalPlot.Labels) -> IntervalPlot {
    let own = 100 * share
    let hypothesis = finding.hypothesis
    let known = IntervalPlot.Row(
      label: "Share of the domain in the basin", note: Words.sharePercent(share), estimate: own, interval: own...own,
      wide: own...own)
    let measured = zip(rows, finding.rows).map { row, effect in
      let verdict = hypothesis.verdict(low: effect.decisiveLow, high: effect.decisiveHigh)
      return IntervalPlot.Row(
        label: "Runs that reached it, \(row.label)",
        note: Words.sharePercent(Double(row.reached.count) / Double(max(1, row.reached.count + row.notReached.count))),
        estimate: own + 100 * effect.estimate, interval: shifted(effect.interval, own), wide: shifted(effect.wide, own),
        ink: verdict.ink, marker: verdict.marker)
    }
    let region = shifted(hypothesis.region, own)
    let ends = measured.flatMap { [$0.wide.lowerBound, $0.wide.upperBound] } + [region.lowerBound, region.upperBound]
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 100)
    return IntervalPlot(
      title: "", subtitle: "", axis: "share, %", rows: [known] + measured, region: region, labels: placement,
      span: 10 * (low / 10).rounded(.down)...10 * (high / 10).rounded(.up))
  }

  private func shifted(_ range: ClosedRange<Double>, _ by: Double) -> ClosedRange<Double> {
    range.lowerBound + by...range.upperBound + by
  }

  /// "The basin, 51.9 % of the domain, ends at 0.0757."
  var sentence: String {
    let borders = basins.flatMap { [$0.lowerBound, $0.upperBound] }
      .filter { $0 != function.domain.lower[0] && $0 != function.domain.upper[0] }
    return "The basin of the global minimum is \(Words.sharePercent(share)) of the domain"
      + (borders.isEmpty
        ? "."
        : "; it ends at \(Words.list(borders.map { Words.rounded($0) })), where interval arithmetic proves a maximum.")
  }
}
