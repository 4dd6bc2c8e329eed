import Canvas
import Experiments
import Objectives

/// What captions say of minima that a descent found below trainings' ends.
enum MinimaWords {
  /// Of the levels of a plane.
  static let valueTitle = RichText("loss − lowest minimum")

  /// "Cross-entropy of 300 handwritten digits with the penalty ½ · 0.001 · Σ w², network 64-16-10".
  static func problem(network: String, l2: Double) -> String {
    "Cross-entropy of \(LossPlanePicture.task) with the penalty ½\u{A0}·\u{A0}\(Words.number(l2))\u{A0}·\u{A0}Σ\u{A0}w²,"
      + " network \(network)"
  }

  /// How the points were found, and what shows that they are minima.
  static func evidence(_ minima: [FoundMinimum], epochs: Int) -> String {
    let gradient = minima.map(\.gradientNorm).max() ?? .nan
    let curvature = minima.map(\.lowestCurvature).min() ?? .nan
    let verdict =
      minima.allSatisfy(\.isMinimum)
      ? "no Hessian eigenvalue below 0 beyond rounding was found" : "so that not all are minima"
    return "Found by Adam for \(Words.count(epochs, "epoch")), then L-BFGS until the gradient is no longer than"
      + " \(size(gradient)); the lowest curvature that 200 Lanczos steps found is"
      + " \(curvature < 0 ? "−" : "")\(size(curvature)): \(verdict). Without the penalty there would be none: the"
      + " loss falls for ever as weights grow."
  }

  /// A magnitude to one digit.
  private static func size(_ number: Double) -> String { Words.number(number.magnitude.rounded(toSignificant: 1)) }
}
