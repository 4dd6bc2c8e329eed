import Figures
import Objectives
import Statistics
import Sweeps

/// What all pages of a report are made of, computed once.
struct ReportMaterial {
  let summary: Summary
  let figures: [Figure]
  let missing: [MissingFigure]
  let names: Names
  let standings: Standings
  let kinds: [OutcomeKind]
  /// The shortest expected running time on each objective; nil where no method reached its minimum.
  let quickest: [Double?]

  init(summary: Summary, figures: [Figure], missing: [MissingFigure]) {
    self.summary = summary
    self.figures = figures
    self.missing = missing
    names = Names(summary.study)
    standings = Standings(summary)
    kinds = OutcomeKind.all(target: summary.study.target)
    quickest = summary.study.objectives.indices.map { objective in
      summary.cells.filter { $0.objective == objective }.compactMap(\.expectedRunningTime).min()
    }
  }

  /// The answer to the study's question.
  var headline: String {
    let contestants = summary.study.methods.indices.map {
      Headline.Contestant(label: names.methods[$0].label, success: summary.overallSuccess(ofMethod: $0))
    }
    return Headline(contestants: contestants, failed: summary.complete.failed).sentence
  }

  /// Who reached one objective's minimum most often, in one sentence.
  func verdict(onObjective objective: Int) -> String {
    let cells = summary.cells.filter { $0.objective == objective && $0.runs > 0 }
    guard let best = cells.map(\.success.rate).max() else { return "No run has finished yet." }
    if best == 0 { return "No method reached the minimum." }
    let leaders = cells.filter { $0.success.rate == best }
    if leaders.count == cells.count, cells.count > 1 {
      let share = best == 1 ? "every run" : "\(Words.percent(leaders[0].success)) of their runs"
      return "All methods reached the minimum in \(share)."
    }
    let labels = leaders.map { names.methods[$0.method].label }
    let who = labels.count <= 3 ? Words.list(labels) : "\(labels.count) of \(cells.count) methods"
    let success = leaders[0].success
    let comparison = cells.count > 1 ? "most often, \(labels.count > 1 ? "each " : "")" : ""
    return "\(who) reached the minimum \(comparison)in \(Words.share(success)) runs (\(Words.interval(success)))."
  }
}
