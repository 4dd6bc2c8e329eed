import Objectives
import Optimizers
import Sweeps

/// The command that draws one figure of a study again, without the study's file.
enum RedrawCommand {
  static func text(kind: String, objective: Int?, study: Study, file: String) -> String {
    var words = ["generate-report", "figure", kind]
    if (try? FigureCatalogue.kind(kind))?.showsRuns == false {
      return (words + ["--seed", String(study.seed), "--output", file]).joined(separator: " ")
    }
    let objectives = objective.map { [study.objectives[$0]] } ?? study.objectives
    if study.tuning != nil || !study.claims.isEmpty
      || objectives.count > 1 && objectives.contains(where: { $0.withoutNoise is ExpressionObjective })
    {
      // The options hold one expression, and methods that are settled; the study that lies beside the report holds them all.
      return "generate-report run study.yaml --only \(kind)"
    }
    for objective in objectives { words += options(for: objective) }
    for method in study.methods { words += ["--method", quoted(method.id)] }
    words += ["--starts", String(study.starts), "--budget", String(study.budget), "--seed", String(study.seed)]
    words += ["--target", study.target.shortest, "--output", file]
    return words.joined(separator: " ")
  }

  /// The options that name an objective, or write its expression out.
  private static func options(for objective: any Objective) -> [String] {
    guard let definition = (objective.withoutNoise as? ExpressionObjective)?.definition else {
      return ["--objective", quoted(objective.id)]
    }
    func points(_ points: [[Double]]) -> String {
      quoted(points.map { $0.map(\.shortest).joined(separator: ",") }.joined(separator: ";"))
    }
    var words = ["--expression", quoted(definition.expression), "--name", quoted(definition.name)]
    words += ["--domain", points(definition.domain.map { [$0.lowerBound, $0.upperBound] })]
    for parameter in definition.parameters { words += ["--parameter", quoted("\(parameter.name)=\(parameter.value)")] }
    if let dimension = definition.dimension { words += ["--dimension", String(dimension)] }
    if let minimum = definition.minimum { words += ["--minimum", minimum.shortest] }
    if !definition.minimizers.isEmpty { words += ["--minimizers", points(definition.minimizers)] }
    if let noise = (objective as? NoisyObjective)?.noise {
      if noise.gradientDeviation > 0 { words += ["--gradient-noise", noise.gradientDeviation.shortest] }
      if noise.valueDeviation > 0 { words += ["--value-noise", noise.valueDeviation.shortest] }
    }
    return words
  }

  /// `word` as a shell reads it back: in single quotes where a bracket or another sign would be interpreted.
  private static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._=,".contains($0)) }
    return plain ? word : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
