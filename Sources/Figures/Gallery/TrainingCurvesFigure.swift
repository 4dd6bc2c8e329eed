import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// Loss and accuracy of the training, validation and test rows by epoch, and where early stopping ends.
enum TrainingCurvesFigure: TrainedFigure {
  static let id = "training-curves"
  static let meaning = "loss and accuracy of training, validation and test rows by epoch, with the early stop"

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let history = try TrainingHistory(seed: summary.study.seed)
    let epochs = history.train.loss.count - 1
    let plot = CurveSheet(
      title: "Digits, \(history.network): a training with wrong labels, epoch by epoch",
      subtitle: RichText("\(Words.percent(history.wrongLabels)) of the training and validation labels are wrong"),
      xTitle: "epoch", x: 0...Double(epochs),
      rows: [
        CurveSheet.Row(
          yTitle: "loss", y: 0...1.05 * (curves(history).flatMap(\.loss).filter(\.isFinite).max() ?? 1),
          panels: [
            panel(history, \.loss, unit: 1, rules: ["best validation loss", "early stopping ends"])
          ]),
        CurveSheet.Row(
          yTitle: "rows answered right, %", y: 0...100,
          panels: [panel(history, \.accuracy, unit: 100, rules: ["", ""])]
        ),
      ])
    return PlottedFigure(
      title: "A training by epoch, and where early stopping ends it",
      caption: "Cross-entropy and accuracy of a \(history.network) network by epoch, of its training rows, of the"
        + " validation rows that decide when to stop, and of the test rows, whose labels are all right and which decide"
        + " nothing. \(sentence(history)) One training of one seed, \(history.seed); the claims are tested on many.",
      altText: "Curves of loss and accuracy by epoch. \(sentence(history))",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func curves(_ history: TrainingHistory) -> [TrainingHistory.Curve] {
    [history.train, history.validation, history.test]
  }

  private static func panel(
    _ history: TrainingHistory, _ values: KeyPath<TrainingHistory.Curve, [Double]>, unit: Double, rules: [String]
  ) -> CurvePanel {
    let x = history.train.loss.indices.map { Double($0) }
    let validation = SeriesStyle(index: 1)
    let best = history.bestEpoch
    return CurvePanel(
      curves: zip(curves(history), ["training", "validation", "test"]).enumerated().map { index, curve in
        CurvePanel.Curve(
          curve.1, style: SeriesStyle(index: index), x: x, y: curve.0[keyPath: values].map { unit * $0 })
      },
      rules: zip(rules, [best, history.stopEpoch]).map { name, epoch in
        CurvePanel.Rule(RichText(name.isEmpty ? "" : "\(name), epoch \(epoch)"), at: Double(epoch))
      },
      dots: [
        DotMark(
          x: [Double(best)], y: [unit * history.validation[keyPath: values][best]], marker: Marker(.square),
          ink: validation.ink, radius: 4)
      ])
  }

  /// What stopping gives, beside training on.
  private static func sentence(_ history: TrainingHistory) -> String {
    let (best, last) = (history.bestEpoch, history.train.loss.count - 1)
    let (stopped, whole) = (history.test.accuracy[best], history.test.accuracy[last])
    return
      "The validation loss is lowest after \(Words.count(best, "epoch")), \(LossPlanePicture.text(history.validation.loss[best]));"
      + " \(history.patience) epochs without a lower one end the training after \(history.stopEpoch)."
      + " Of the test rows, \(Words.percent(stopped)) are right with the weights of epoch \(best) and"
      + " \(Words.percent(whole)) with those of epoch \(last), where the training loss is"
      + " \(LossPlanePicture.text(history.train.loss[last]))."
  }
}
