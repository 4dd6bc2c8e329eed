import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// Loss and accuracy on the straight line between two minima, as they are and after alignment.
enum MinimaLineFigure: TrainedFigure {
  static let id = "minima-line"
  static let meaning = "loss and accuracy along the straight line between two minima, plain and aligned"

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let line = try MinimaLine(seed: summary.study.seed)
    let profiles = [line.plain, line.aligned]
    let highest = profiles.flatMap(\.points).map { max($0.trainLoss, $0.testLoss) }.max() ?? 1
    let accuracies = profiles.flatMap(\.points).flatMap { [$0.trainAccuracy, $0.testAccuracy] }
    let lowest = ((accuracies.min() ?? 0) * 10 - 0.05).rounded(.down) * 10
    let plot = CurveSheet(
      title: RichText("Digits, \(line.network): between two minima"),
      subtitle: "along the straight line; first weights and batches differ",
      xTitle: "share of the way from one minimum to the other", x: 0...1,
      headings: ["As the descents left them", "Hidden units aligned"],
      rows: [
        CurveSheet.Row(yTitle: "loss", y: 0...1.08 * highest, panels: profiles.map(losses)),
        CurveSheet.Row(yTitle: "rows answered right, %", y: max(0, lowest)...100, panels: profiles.map(accuracies(_:))),
      ])
    return PlottedFigure(
      title: "The straight line between two minima of a network",
      caption:
        "\(MinimaWords.problem(network: line.network, l2: line.l2)), beside the cross-entropy of the test rows and both"
        + " accuracies, at \(line.plain.points.count) points of the line between two minima."
        + " \(MinimaWords.evidence(line.minima, epochs: line.epochs)) Arrows: the barrier, the most that the training loss lies above the"
        + " straight line between the losses at the minima. \(barriers("As they are", line.plain))"
        + " \(barriers("With the hidden units of the second in the order and with the signs of the first’s, the same two functions", line.aligned))"
        + " \(ends(line)) A barrier on the straight line is none on every way: only 1 of"
        + " \(Words.count(line.parameterCount)) dimensions is seen. Seed \(line.seed).",
      altText: "Curves of loss and accuracy between two minima. \(barriers("As they are", line.plain))"
        + " \(barriers("Aligned", line.aligned))",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func losses(_ profile: MinimaLine.Profile) -> CurvePanel {
    var panel = panel(profile, \.trainLoss, \.testLoss)
    guard let first = profile.points.first, let last = profile.points.last else { return panel }
    panel.guides = [
      LineMark(
        x: [0, 1], y: [first.trainLoss, last.trainLoss], stroke: Stroke(train.ink, width: 1, dash: [2, 3]))
    ]
    func chord(_ share: Double) -> Double { (1 - share) * first.trainLoss + share * last.trainLoss }
    let top = profile.points.max { $0.trainLoss - chord($0.share) < $1.trainLoss - chord($1.share) }
    if let top, profile.trainBarrier > 0 {
      panel.spans = [
        CurvePanel.Span(
          RichText("barrier \(LossPlanePicture.text(profile.trainBarrier))"), at: top.share, from: chord(top.share),
          through: top.trainLoss)
      ]
    }
    return panel
  }

  private static func accuracies(_ profile: MinimaLine.Profile) -> CurvePanel {
    panel(profile, \.trainAccuracy, \.testAccuracy, unit: 100)
  }

  private static let train = SeriesStyle(index: 0)
  private static let test = SeriesStyle(index: 1)

  private static func panel(
    _ profile: MinimaLine.Profile, _ trainValue: KeyPath<MinimaLine.Point, Double>,
    _ testValue: KeyPath<MinimaLine.Point, Double>, unit: Double = 1
  ) -> CurvePanel {
    let x = profile.points.map(\.share)
    return CurvePanel(curves: [
      CurvePanel.Curve("training", style: train, x: x, y: profile.points.map { unit * $0[keyPath: trainValue] }),
      CurvePanel.Curve("test", style: test, x: x, y: profile.points.map { unit * $0[keyPath: testValue] }),
    ])
  }

  /// "As they are: barrier 1.2 (test rows 1.1), ends 14 apart."
  private static func barriers(_ name: String, _ profile: MinimaLine.Profile) -> String {
    "\(name): \(LossPlanePicture.text(profile.trainBarrier)) (of the test loss"
      + " \(LossPlanePicture.text(profile.testBarrier))), the minima \(LossPlanePicture.text(profile.length)) apart."
  }

  private static func ends(_ line: MinimaLine) -> String {
    let ends = [line.plain.points.first, line.plain.points.last].compactMap { $0 }
    return "Training losses at the minima: \(Words.list(ends.map { LossPlanePicture.text($0.trainLoss) })); of the test"
      + " rows \(Words.list(ends.map { Words.percent($0.testAccuracy) })) are right."
  }
}
