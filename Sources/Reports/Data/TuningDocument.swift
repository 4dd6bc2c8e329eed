import Optimizers
import Statistics
import Sweeps

/// What `results.json` says of the tuning: budget, criterion, and every variant's rate on every objective.
struct TuningDocument {
  let summary: Summary

  var json: JSON {
    let study = summary.study
    return .object([
      ("runs", .integer(study.tuning?.runs ?? 0)), ("budget", .integer(study.tuning?.budget ?? 0)),
      ("criterion", .text(MethodTuning.criterion)),
      (
        "choices",
        .array(
          summary.tunings.flatMap { tuning in study.objectives.indices.map { choice(tuning, objective: $0) } })
      ),
    ])
  }

  private func choice(_ tuning: MethodTuning, objective: Int) -> JSON {
    let variants = tuning.summary.study.methods
    return .object([
      ("objective", .text(summary.study.objectives[objective].id)),
      ("method", .text(summary.study.methods[tuning.method].id)),
      ("variant", .text(variants[tuning.choices[objective]].id)),
      (
        "candidates",
        .array(
          variants.indices.map { candidate(variants[$0], tuning.summary.cell(objective: objective, method: $0)) })
      ),
    ])
  }

  private func candidate(_ variant: Method, _ cell: Cell) -> JSON {
    .object([
      ("id", .text(variant.id)), ("runs", .integer(cell.runs)), ("count", .integer(cell.success.count)),
      ("rate", .number(cell.success.rate)), ("low", .number(cell.success.low)), ("high", .number(cell.success.high)),
      ("expectedRunningTime", cell.expectedRunningTime.map { .number($0) } ?? .null),
      ("medianGap", .number(cell.finalGap.median)),
    ])
  }
}
