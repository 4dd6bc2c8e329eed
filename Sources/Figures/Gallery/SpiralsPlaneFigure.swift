import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// The training loss around the weights whose answers the figure `decision-regions` shows.
enum SpiralsPlaneFigure: TrainedFigure {
  static let id = "spirals-plane"
  static let meaning = "the training loss around the weights of decision-regions, on two random directions"

  private static let samples = 81

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let plane = try SpiralsPlane(seed: summary.study.seed)
    let field = ScalarField(columns: samples, rows: samples, x: -1...1, y: -1...1, sampling: plane.loss)
    var landscape = Landscape(field: field, minimum: 0, levels: .logarithmic)
    landscape.pins = [LandscapePin(RichText("end"), at: [0, 0])]
    landscape.valueTitle = LossPlanePicture.valueTitle
    let title = "Two spirals, \(plane.network): the training loss around its weights"
    let plot = ContourPlot(
      landscape: landscape, title: RichText(title), subtitle: "one unit is as long as the weights it moves",
      xTitle: RandomPlanePicture.xTitle, yTitle: RandomPlanePicture.yTitle)
    let lower = field.values.count { $0 < plane.endLoss }
    let rank =
      lower == 0
      ? "none is lower than the end itself" : "\(Words.count(lower)) are lower than the end itself"
    return PlottedFigure(
      title: title,
      caption: "Cross-entropy of the points of the figure ‘decision-regions’ around the weights that gave its answers,"
        + " whose loss is \(LossPlanePicture.text(plane.endLoss)). They lie in the plane exactly, at (0, 0). Of"
        + " \(Words.count(field.values.count)) samples \(rank). \(LossPlanePicture.randomDirections(.filter))"
        + " The picture holds 2 of \(Words.count(plane.parameterCount)) dimensions. Seed \(plane.seed).",
      altText: "Contour plot of the training loss of a network on two spirals over two random directions: \(rank).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }
}
