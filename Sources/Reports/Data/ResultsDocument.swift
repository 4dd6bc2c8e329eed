import Certificates
import Objectives
import Optimizers
import Statistics
import Sweeps

/// `results.json`: every number of the report, for programs.
struct ResultsDocument {
  static let schema = "generate-report/results/1"

  let summary: Summary

  var json: JSON {
    let study = summary.study
    let complete = Completeness(summary)
    var entries: [(key: String, value: JSON)] = [
      ("schema", .text(Self.schema)),
      (
        "study",
        .object([
          ("title", .text(study.title)), ("seed", .seed(study.seed)), ("starts", .integer(study.starts)),
          ("budget", .integer(study.budget)), ("target", .number(study.target)),
          ("figures", study.figures.map { .texts($0) } ?? .null),
        ])
      ),
      ("objectives", .array(study.objectives.indices.map(objective))),
      ("methods", .array(study.methods.map(method))),
      ("cells", .array(summary.cells.map(cell))),
      (
        "complete",
        .object([
          ("planned", .integer(complete.planned)), ("done", .integer(complete.done)),
          ("failed", .integer(complete.failed)), ("missing", .integer(complete.missing)),
        ])
      ),
    ]
    if !summary.findings.isEmpty { entries.append(("claims", ClaimsDocument(summary: summary).json)) }
    if !summary.tunings.isEmpty { entries.append(("tuning", TuningDocument(summary: summary).json)) }
    return .object(entries)
  }

  private func objective(_ index: Int) -> JSON {
    let objective = summary.study.objectives[index]
    let facts = ObjectiveFacts(objective)
    return .object([
      ("id", .text(objective.id)), ("name", .text(StudyLabels.name(ofObjective: objective.id))),
      ("dimension", .integer(objective.dimension)),
      ("domain", .array(zip(objective.domain.lower, objective.domain.upper).map { .numbers([$0, $1]) })),
      (
        "globalMinimum",
        .object([
          ("value", .number(objective.minimum.value)), ("status", .text(objective.minimum.status.rawValue)),
          ("minimizers", .array(objective.minimum.minimizers.map { .numbers($0) })),
          ("source", .optional(facts.info?.source)),
          ("certificate", summary.survey(ofObjective: index)?.certificate.map(certificate) ?? .null),
        ])
      ),
      ("formula", .optional(facts.formula)), ("instance", .integer(facts.instance)),
      ("landscape", summary.survey(ofObjective: index)?.landscape.map(landscape) ?? .null),
      ("randomness", .optional(objective.whatIsRandom)),
    ])
  }

  /// Infinite bounds, of which nothing is known, are null.
  private func certificate(_ certificate: Certificate) -> JSON {
    .object([
      ("status", .text(certificate.status.rawValue)), ("lower", .number(certificate.lower)),
      ("upper", .number(certificate.upper)), ("tolerance", .number(certificate.tolerance)),
      ("boxes", .integer(certificate.boxes)),
    ])
  }

  private func landscape(_ report: LandscapeReport) -> JSON {
    let verdict =
      switch report.convexity.verdict {
      case .convex: "convex"
      case .notConvex: "notConvex"
      case .undecided: "undecided"
      }
    let counts = report.stationary.map { stationary in
      JSON.object(
        StationaryPoint.Kind.allCases.map { ($0.rawValue, .integer(stationary.count($0))) } + [
          ("boundaryMinimum", .integer(stationary.count(.minimum, boundary: true))),
          ("complete", .flag(stationary.isComplete)),
        ])
    }
    // positiveDefiniteShare and so on: they add up to 1.
    let shares = Curvature.allCases.map { curvature in
      ("\(curvature.rawValue)Share", JSON.number(report.convexity.share(curvature).estimate))
    }
    return .object([("stationaryPoints", counts ?? .null), ("convexity", .text(verdict))] + shares)
  }

  private func method(_ method: Method) -> JSON {
    .object([
      ("id", .text(method.id)), ("name", .text(method.info.name)),
      (
        "hyperparameters",
        .object(
          method.hyperparameters.values.map {
            ($0.name, method.tuned.contains($0.name) ? .text("tuned") : value($0.value))
          })
      ),
      ("order", .text(method.info.order.rawValue)), ("source", .text(method.info.source)),
    ])
  }

  private func value(_ value: Hyperparameters.Value) -> JSON {
    switch value {
    case .real(let number): .number(number)
    case .integer(let integer): .integer(integer)
    case .flag(let flag): .flag(flag)
    case .choice, .method, .milestones: .text(value.text)
    }
  }

  private func cell(_ cell: Cell) -> JSON {
    let minima = summary.minima[cell.objective].all
    let survey = summary.survey(ofObjective: cell.objective)
    let domain = summary.study.objectives[cell.objective].domain
    let caught = cell.minima.map { caught -> JSON in
      .object([
        ("value", .number(minima[caught.minimum].value)), ("at", .numbers(minima[caught.minimum].at)),
        ("count", .integer(caught.count)),
        ("rank", survey?.rank(of: minima[caught.minimum], in: domain).map { .integer($0) } ?? .null),
      ])
    }
    var entries: [(key: String, value: JSON)] = [
      ("objective", .text(summary.study.objectives[cell.objective].id)),
      ("method", .text(summary.study.methods[cell.method].id)), ("runs", .integer(cell.runs)),
      ("outcomes", .object(Outcome.allCases.map { ($0.rawValue, .integer(cell.outcomes[$0])) })),
      (
        "success",
        .object([
          ("target", .number(summary.study.target)), ("count", .integer(cell.success.count)),
          ("rate", .number(cell.success.rate)), ("low", .number(cell.success.low)),
          ("high", .number(cell.success.high)), ("confidence", .number(Proportion.confidence)),
          ("interval", .text("wilson")),
        ])
      ),
      ("expectedRunningTime", cell.expectedRunningTime.map { .number($0) } ?? .null),
      (
        "finalGap",
        .object([
          ("median", .number(cell.finalGap.median)), ("q10", .number(cell.finalGap.q10)),
          ("q90", .number(cell.finalGap.q90)),
        ])
      ),
      ("evaluations", cell.evaluations.json),
      ("minima", .array(caught)),
    ]
    if let quality = summary.model(objective: cell.objective, method: cell.method) {
      entries.append(("model", model(quality)))
    }
    if !summary.tunings.isEmpty {
      entries.append(("variant", .text(summary.study.method(cell.method, onObjective: cell.objective).id)))
    }
    return .object(entries)
  }

  private func model(_ quality: ModelQuality) -> JSON {
    func spread(_ spread: ModelQuality.Spread?) -> JSON {
      guard let spread else { return .null }
      return .object([("median", .number(spread.median)), ("q10", .number(spread.q10)), ("q90", .number(spread.q90))])
    }
    return .object([
      ("trainingLoss", spread(quality.trainingLoss)), ("trainingAccuracy", spread(quality.trainingAccuracy)),
      ("testLoss", spread(quality.testLoss)), ("testAccuracy", spread(quality.testAccuracy)),
      ("leadingCurvature", spread(quality.leadingCurvature)),
      ("curvatures", .array(quality.curvatures.map(spread))), ("curvatureTrace", spread(quality.curvatureTrace)),
      ("rise", spread(quality.rise)),
    ])
  }
}

extension EvaluationCounts {
  package var json: JSON {
    .object([("value", .integer(value)), ("gradient", .integer(gradient)), ("hessian", .integer(hessian))])
  }
}
