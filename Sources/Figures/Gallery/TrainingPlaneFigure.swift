import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// The training loss of a network on a plane through weight space, with the paths of two trainings.
enum TrainingPlaneFigure: TrainedFigure {
  static let id = "training-plane"
  static let meaning = "the training loss of a network on the plane nearest to the paths of two trainings"

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    guard let plane = try TrainingPlane(seed: summary.study.seed) else {
      throw InvalidInput(key: "training-plane", value: "", allowed: "trainings that do not lie on a line")
    }
    let picture = LossPlanePicture(plane)
    let points = plane.paths.flatMap(\.points)
    let field = picture.field(x: LossPlanePicture.range(points.map(\.x)), y: LossPlanePicture.range(points.map(\.y)))
    let plot = ContourPlot(
      landscape: picture.landscape(field),
      trajectories: plane.paths.enumerated().map { index, path in
        Trajectory(
          label: path.name, style: SeriesStyle(index: index), points: path.points.map { SIMD2($0.x, $0.y) },
          end: .spent)
      },
      title: "Digits, \(plane.network): the training loss around two trainings",
      subtitle: RichText(
        "on the plane of the paths’ first two principal directions, which holds"
          + " \(Words.percent(plane.varianceExplained)) of their variance"),
      xTitle: "first principal direction", yTitle: "second principal direction")
    return PlottedFigure(
      title: "The training loss of a network around two trainings",
      caption: "\(picture.provenance) from the same first weights, on the plane nearest to both paths. It holds"
        + " \(Words.percent(plane.varianceExplained)) of the paths’ variance."
        + " \(zip(plane.paths, plane.marks.dropFirst()).map(honesty).joined(separator: " "))"
        + " Directions as they are, not normalised. \(picture.cutSentence) Seed \(plane.seed).",
      altText: "Contour plot of a network’s training loss over a plane in weight space, with the paths of"
        + " \(Words.list(plane.paths.map(\.name))).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  /// How far the picture can be trusted: what the plane leaves out of a path.
  private static func honesty(_ path: TrainingPlane.Path, _ end: PlaneMark) -> String {
    "\(path.name): up to \(Words.percent(path.largestDistance)) of its extent off the plane, loss at the end"
      + " \(LossPlanePicture.text(path.loss)), beneath it on the plane \(LossPlanePicture.text(path.lossOnPlane)),"
      + " \(Words.percent(end.testAccuracy)) of the test rows right."
  }
}
