import Statistics
import Sweeps

/// What `results.json` says of a study's claims.
struct ClaimsDocument {
  let summary: Summary

  var json: JSON { .array(summary.findings.map(claim)) }

  private func claim(_ finding: Finding) -> JSON {
    let study = summary.study
    return .object([
      ("id", .text(finding.claim.id)), ("statement", .text(finding.claim.statement)),
      ("verdict", .text(finding.verdict.rawValue)), ("effect", .number(finding.effect.estimate)),
      ("low", .number(finding.effect.low)), ("high", .number(finding.effect.high)),
      ("decisiveLow", .number(finding.effect.decisiveLow)), ("decisiveHigh", .number(finding.effect.decisiveHigh)),
      ("decisiveConfidence", .number(finding.confidence)), ("detectable", .number(finding.detectable)),
      ("runs", .integer(finding.runs)),
      ("measure", .text(finding.measure)), ("rule", .text(finding.rule)),
      ("figure", .text("claim-" + finding.claim.id)),
      ("methods", .texts(finding.claim.methods.map { study.methods[$0].id })),
      ("against", .texts(finding.claim.against.map { study.methods[$0].id })),
      ("objectives", .texts(finding.claim.objectives.map { study.objectives[$0].id })),
      ("rows", .array(finding.rows.map(row))),
    ])
  }

  private func row(_ effect: Effect) -> JSON {
    .object([
      ("label", .text(effect.label)), ("effect", .number(effect.estimate)), ("low", .number(effect.low)),
      ("high", .number(effect.high)), ("decisiveLow", .number(effect.decisiveLow)),
      ("decisiveHigh", .number(effect.decisiveHigh)),
    ])
  }
}
