import Optimizers
import Statistics
import Sweeps

/// `runs.csv`: one row per run, from which everything in `results.json` can be computed again.
///
/// RFC 4180 with line feeds; points are `;`-separated; NaN and the infinities are `nan`, `inf` and `-inf`.
struct RunTable {
  static let columns = [
    "objective", "method", "start", "seed", "x0", "xBest", "xLast", "fBest", "fLast", "gapBest", "valueEvaluations",
    "gradientEvaluations", "hessianEvaluations", "evaluationsToTarget", "outcome", "minimum", "reason",
  ]

  let summary: Summary

  var csv: String {
    let study = summary.study
    let methods = study.methods.map { Self.field($0.id) }
    var text = Self.columns.joined(separator: ",") + "\n"
    let perObjective = study.methods.count * study.starts
    for (index, objective) in study.objectives.enumerated() {
      let name = Self.field(objective.id)
      let minima = summary.minima[index]
      let own = summary.records[index * perObjective..<(index + 1) * perObjective].compactMap { $0 }
      for (record, minimum) in zip(own, minima.assignment) {
        let caught = minimum.map { minima.all[$0] }
        let fields = [
          name, methods[record.key.method], String(record.key.start), String(record.seed), record.x0.numerals,
          record.xBest.numerals, record.xLast.numerals, record.fBest.numeral, record.fLast.numeral,
          (record.fBest - objective.minimum.value).numeral, String(record.counts.value),
          String(record.counts.gradient), String(record.counts.hessian),
          record.evaluationsToTarget.map { String($0) } ?? "", record.outcome.rawValue,
          caught.map { "\($0.value.numeral)@\($0.at.numerals)" } ?? "", Self.field(record.reason),
        ]
        text += fields.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  /// `text` in quotes where it holds a comma, a quote or a line break.
  private static func field(_ text: String) -> String {
    // By scalars: a line feed after a carriage return is one character, and would not be found.
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
