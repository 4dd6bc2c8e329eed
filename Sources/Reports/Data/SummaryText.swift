import Figures
import Objectives
import Statistics
import Sweeps

/// `summary.md`: the answer on one screen, for the summary of a CI job.
struct SummaryText {
  let material: ReportMaterial

  var markdown: String {
    let study = material.summary.study
    let target = Phrase.quantity(study.target)
    var lines = ["# \(Self.escaped(study.title.plainText))", "", Self.escaped(material.headline), ""]
    lines.append(
      "\(Completeness(material.summary).sentence). \(Phrase.count(study.objectives.count, "objective")),"
        + " \(Phrase.count(study.starts, "start")) each, \(Phrase.count(study.budget, "evaluation")) a run;"
        + " reached means f − f\\* ≤ \(target).")
    lines += ["", "| Method | Reached | Rate | 95 % interval | Expected evaluations to success |"]
    lines.append("|:--|--:|--:|:--|--:|")
    for place in material.standings.places {
      let time = RunningTime(place.expectedRunningTime).text
      let id = Self.escaped(study.methods[place.method].id.plainText)
      lines.append(
        "| \(id) | \(Words.share(place.success)) | \(Words.percent(place.success)) |"
          + " \(Words.interval(place.success)) | \(time) |")
    }
    if !material.summary.tunings.isEmpty {
      let section = TuningSection(material)
      lines += ["", "## Tuning", "", Self.escaped(section.sentence), ""]
      lines += section.rows.map {
        "- \(Self.escaped($0.method.label)) on \(Self.escaped($0.objective.label)): \(Self.escaped($0.choice)), \($0.rate);"
          + " variants from \($0.worst) to \($0.best)"
      }
    }
    lines += claims
    let failed = failures
    if !failed.isEmpty { lines += ["", "## Failed runs", ""] + failed.map { "- \($0)" } }
    if !material.missing.isEmpty { lines += ["", "## Missing figures", ""] + material.missing.map(Self.line) }
    return lines.joined(separator: "\n").replacing("<", with: "&lt;") + "\n"
  }

  /// The claims with their verdicts.
  private var claims: [String] {
    let findings = material.summary.findings
    guard !findings.isEmpty else { return [] }
    return ["", "## Claims", "", ClaimView.headline(findings), ""]
      + findings.map { finding in
        let view = ClaimView(finding, material)
        return
          "- \(Self.escaped(view.statement)) **\(view.verdict)**: \(view.effect)\(view.unit) (\(view.interval)), \(view.runs)"
      }
  }

  /// How many runs of which cell failed, and why the first of them did.
  private var failures: [String] {
    let summary = material.summary
    return summary.cells.filter { $0.outcomes[.failed] > 0 }.map { cell in
      let study = summary.study
      return "\(Phrase.count(cell.outcomes[.failed], "run")) of \(Self.escaped(study.methods[cell.method].id)) on"
        + " \(Self.escaped(study.objectives[cell.objective].id)): \(Self.escaped((cell.firstFailure ?? "").plainText))"
    }
  }

  private static func line(_ missing: MissingFigure) -> String {
    let subject = missing.objective.map { " of \($0)" } ?? ""
    let what = missing.isFailure ? " could not be drawn" : ""
    return "- \(escaped((missing.kind + subject).plainText))\(what): \(escaped(missing.reason.plainText))"
  }

  /// `text` without anything that Markdown would take for markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      // A line break would end a row or a heading.
      if scalar == "\n" {
        result += " "
        continue
      }
      if "\\`*_[]|#~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
