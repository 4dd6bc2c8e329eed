import Networks
import Objectives
import Statistics

/// `models.csv`: what each run's model is worth at the run's end, one row per run that ended on finite numbers.
///
/// Written as `runs.csv` is. Curvatures are the largest eigenvalues of the Hessian of the training loss, each known to
/// within `curvatureError`; a model of fewer parameters leaves the last columns empty.
struct ModelRunTable {
  static let columns =
    [
      "objective", "method", "start", "trainingLoss", "trainingAccuracy", "testLoss", "testAccuracy", "gradientNorm",
    ] + (1...Sharpness.curvatureCount).map { "curvature\($0)" }
    + ["curvatureError", "curvatureTrace", "curvatureTraceError", "rise"]

  /// Nil where no objective is the loss of a model.
  init?(_ summary: Summary) {
    guard summary.models.contains(where: { $0 != nil }) else { return nil }
    self.summary = summary
  }

  private let summary: Summary

  var text: String {
    let study = summary.study
    let rows = summary.cells.flatMap { cell in
      let names = [study.objectives[cell.objective].id, study.methods[cell.method].id].map(CSV.field)
      return (summary.model(objective: cell.objective, method: cell.method)?.ends ?? []).map { end in
        (names + [String(end.start)] + Self.fields(end)).joined(separator: ",") + "\n"
      }
    }
    return Self.columns.joined(separator: ",") + "\n" + rows.joined()
  }

  private static func fields(_ end: ModelEnd) -> [String] {
    func text(_ number: Double?) -> String { number?.numeral ?? "" }
    let sharpness = end.sharpness
    let curvatures = (0..<Sharpness.curvatureCount).map {
      $0 < sharpness.curvatures.count ? sharpness.curvatures[$0].numeral : ""
    }
    return [
      end.training.loss.numeral, text(end.training.accuracy), text(end.test?.loss), text(end.test?.accuracy),
      end.gradientNorm.numeral,
    ] + curvatures
      + [sharpness.curvatureError, sharpness.trace, sharpness.traceError, sharpness.rise].map(\.numeral)
  }
}
