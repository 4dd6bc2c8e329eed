import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// The training loss of a network on a plane through weight space, with the paths of two trainings.
enum TrainingPlaneFigure: FigureKind {
  static let id = "training-plane"
  static let meaning = "the training loss of a network on the plane nearest to the paths of two trainings"
  static let scope = FigureScope.study

  private static let samples = 81

  static func suits(_ summary: Summary, subject: Int?) -> Bool {
    summary.study.claims.contains { !$0.rule.isAboutRuns }
  }

  static func obstacle(in summary: Summary, subject: Int?) -> String? { nil }

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    guard let plane = try TrainingPlane(seed: summary.study.seed) else {
      throw InvalidInput(key: "training-plane", value: "", allowed: "trainings that do not lie on a line")
    }
    let points = plane.paths.flatMap(\.points)
    let field = ScalarField(
      columns: samples, rows: samples, x: range(points.map(\.x)), y: range(points.map(\.y)), sampling: plane.loss)
    let plot = ContourPlot(
      landscape: Landscape(field: field, minimum: 0, levels: .logarithmic),
      trajectories: plane.paths.enumerated().map { index, path in
        Trajectory(
          label: path.name, style: SeriesStyle(index: index), points: path.points.map { SIMD2($0.x, $0.y) },
          end: .notReached)
      },
      title: "Digits, \(plane.network): the training loss around two trainings",
      subtitle: RichText(
        "on the plane of the paths’ first two principal directions, which holds"
          + " \(Words.percent(plane.varianceExplained)) of their variance"),
      xTitle: "first principal direction", yTitle: "second principal direction")
    return PlottedFigure(
      title: "The training loss of a network around two trainings",
      caption:
        "Cross-entropy of 300 handwritten digits over a plane through the weights of a \(plane.network) network, with"
        + " the paths of \(Words.count(plane.epochs, "epoch")) from the same weights. The plane holds"
        + " \(Words.percent(plane.varianceExplained)) of the paths’ variance. \(plane.paths.map(honesty).joined(separator: " "))"
        + " Its infimum, f*, is 0. Directions as they are, not normalised; seed \(plane.seed).",
      altText: "Contour plot of a network’s training loss over a plane in weight space, with the paths of"
        + " \(Words.list(plane.paths.map(\.name))).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  /// How far the picture can be trusted: what the plane leaves out of a path.
  private static func honesty(_ path: TrainingPlane.Path) -> String {
    "\(path.name): up to \(Words.percent(path.largestDistance)) of its extent off the plane, loss at the end"
      + " \(Words.number(path.loss.rounded(toSignificant: 2))), beneath it on the plane \(Words.number(path.lossOnPlane.rounded(toSignificant: 2)))."
  }

  /// The span of the numbers with a quarter of room on both sides.
  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = 0.25 * (high - low)
    return low - room...high + room
  }
}
