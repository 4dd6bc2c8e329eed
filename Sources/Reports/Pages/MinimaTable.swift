import Objectives
import Statistics

/// The table of global and local minima on the page of evidence: every cell a number that was measured.
struct MinimaTable {
  let rows: [Row]

  struct Row {
    let aspect: String
    let global: String
    let local: String
  }

  init(_ material: ReportMaterial) {
    let summary = material.summary
    let comparison = MinimaComparison(summary)
    let names = material.names.methods
    func share(_ share: Proportion) -> String { "\(Words.percent(share)) (\(Words.interval(share)))" }
    func most(_ most: (method: Int, share: Proportion)?) -> String {
      most.map { "\(names[$0.method].label), \(Words.percent($0.share)) of its runs" } ?? "none"
    }
    func evaluations(_ mean: Double?) -> String { mean.map { Words.count(Int($0.rounded())) } ?? "–" }
    let gap = comparison.gap
    rows = [
      Row(
        aspect: "Distinct ones on these \(Phrase.count(summary.study.objectives.count, "objective"))",
        global: "\(Words.count(comparison.globalMinimizers)) listed",
        local: "\(Words.count(comparison.localMinima)) that caught runs"),
      Row(
        aspect: "Share of all \(Phrase.count(comparison.reached.total, "run")) that ended there",
        global: share(comparison.reached), local: share(comparison.caught)),
      Row(
        aspect: "f above the least value, median (10–90 % of runs)",
        global: "within \(Phrase.quantity(summary.study.target))",
        local: gap.map { "\(Phrase.quantity($0.median)) (\(Phrase.quantity($0.q10))–\(Phrase.quantity($0.q90)))" }
          ?? "–"),
      Row(
        aspect: "Evaluations of such a run, mean",
        global: evaluations(comparison.evaluationsReached) + " until it arrived",
        local: evaluations(comparison.evaluationsCaught) + " until it ended"),
      Row(
        aspect: "The method that ends there most often", global: most(comparison.mostReached),
        local: most(comparison.mostCaught)),
    ]
  }
}
