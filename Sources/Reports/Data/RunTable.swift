import Foundation
import Optimizers
import Statistics
import Sweeps

/// `runs.csv`: one row per run, from which everything in `results.json` can be computed again.
///
/// As `CSV`; points are `;`-separated; NaN and the infinities are `nan`, `inf` and `-inf`.
struct RunTable {
  static let columns = [
    "objective", "method", "start", "seed", "x0", "xBest", "xLast", "fBest", "fLast", "gapBest", "valueEvaluations",
    "gradientEvaluations", "hessianEvaluations", "evaluationsToTarget", "outcome", "minimum", "reason",
  ]

  let summary: Summary

  /// Hands over the table piece by piece, each of some thousand rows: all of them may be more than memory holds.
  func write(_ receive: (Data) throws -> Void) throws {
    let study = summary.study
    let methods = study.methods.map { CSV.field($0.id) }
    var text = Self.columns.joined(separator: ",") + "\n"
    let perObjective = study.methods.count * study.starts
    for (index, objective) in study.objectives.enumerated() {
      let name = CSV.field(objective.id)
      let minima = summary.minima[index]
      let first = index * perObjective
      let plan = summary.archive.plan
      try summary.archive.forEachRecord(in: first..<first + perObjective) { record in
        let caught = minima.index(ofRun: plan.position(of: record.key) - first).map { minima.all[$0] }
        let fields = [
          name, methods[record.key.method], String(record.key.start), String(record.seed), record.x0.numerals,
          record.xBest.numerals, record.xLast.numerals, record.fBest.numeral, record.fLast.numeral,
          (record.fBest - objective.minimum.value).numeral, String(record.counts.value),
          String(record.counts.gradient), String(record.counts.hessian),
          record.evaluationsToTarget.map { String($0) } ?? "", record.outcome.rawValue,
          caught.map { "\($0.value.numeral)@\($0.at.numerals)" } ?? "", CSV.field(record.reason),
        ]
        text += fields.joined(separator: ",") + "\n"
        guard text.utf8.count > 1 << 20 else { return }
        try receive(Data(text.utf8))
        text = ""
      }
    }
    try receive(Data(text.utf8))
  }
}
