import Optimizers
import Sweeps

/// The command that draws one figure of a study again, without the study's file.
enum RedrawCommand {
  static func text(kind: String, objective: Int?, study: Study, file: String) -> String {
    var words = ["generate-report", "figure", kind]
    let objectives = objective.map { [study.objectives[$0]] } ?? study.objectives
    for objective in objectives { words += ["--objective", quoted(objective.id)] }
    for method in study.methods { words += ["--method", quoted(method.id)] }
    words += ["--starts", String(study.starts), "--budget", String(study.budget), "--seed", String(study.seed)]
    words += ["--target", study.target.shortest, "--output", file]
    return words.joined(separator: " ")
  }

  /// `word` as a shell reads it back: in single quotes where a bracket or another sign would be interpreted.
  private static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._=,".contains($0)) }
    return plain ? word : "'\(word)'"
  }
}
