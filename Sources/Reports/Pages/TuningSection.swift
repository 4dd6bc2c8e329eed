import Objectives
import Optimizers
import Statistics
import Sweeps

/// What pages say of the tuning: on what, with how many runs, what was chosen, and how much that matters.
struct TuningSection {
  let sentence: String
  let rows: [Row]

  /// One method on one objective.
  struct Row {
    let method: Link
    let objective: Link
    /// "learningRate 0.01".
    let choice: String
    /// Of how many variants.
    let variants: Int
    /// "18 of 20" of the chosen variant's tuning runs.
    let rate: String
    let worst: String
    let best: String
  }

  /// Empty where nothing was tuned.
  init(_ material: ReportMaterial) {
    let summary = material.summary
    guard let tuning = summary.study.tuning, !summary.tunings.isEmpty else {
      (sentence, rows) = ("", [])
      return
    }
    let settled = summary.study.methods.count { $0.tuned.isEmpty }
    sentence =
      "Before the study, \(Phrase.count(tuning.runs, "run")) of each method with variants on each objective, shared equally"
      + " among its variants, of \(Phrase.count(tuning.budget, "evaluation")) each and from starts of their own, chose by"
      + " \(MethodTuning.criterion)."
      + (settled == 0 ? "" : " \(Phrase.count(settled, "method")) had nothing to choose and ran as they are.")
    rows = summary.tunings.flatMap { tuning in
      summary.study.objectives.indices.map { objective in
        let variant = tuning.summary.study.methods[tuning.choices[objective]]
        let names = summary.study.methods[tuning.method].tuned
        let values = variant.hyperparameters.values.filter { names.contains($0.name) }
        let range = tuning.range(onObjective: objective)
        return Row(
          method: Link(material.names.methods[tuning.method]), objective: Link(material.names.objectives[objective]),
          choice: values.map { "\($0.name) \($0.value.text)" }.joined(separator: ", "),
          variants: tuning.summary.study.methods.count,
          rate: Words.share(tuning.chosen(onObjective: objective).success), worst: Words.percent(range.worst),
          best: Words.percent(range.best))
      }
    }
  }
}
