import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// The training loss around the end of a training, on a plane of two random directions.
enum RandomPlaneFigure: TrainedFigure {
  static let id = "random-plane"
  static let meaning = "the training loss around trained weights, on two random filter-normalised directions"

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let picture = try RandomPlanePicture(seed: summary.study.seed)
    let plot = ContourPlot(
      landscape: picture.landscape, title: RichText(picture.title), subtitle: RichText(picture.subtitle),
      xTitle: RandomPlanePicture.xTitle, yTitle: RandomPlanePicture.yTitle)
    return PlottedFigure(
      title: picture.title, caption: picture.caption,
      altText: "Contour plot of a network’s training loss over two random directions. \(picture.lowest)",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }
}

/// What the contours and the surface of the random plane show.
struct RandomPlanePicture {
  let plane: RandomPlane
  let landscape: Landscape
  private let picture: LossPlanePicture

  static let xTitle = RichText("first random direction")
  static let yTitle = RichText("second random direction")
  let title: String
  let subtitle = "one unit is as long as the weights it moves"

  init(seed: UInt64) throws {
    plane = try RandomPlane(seed: seed)
    picture = LossPlanePicture(plane)
    title = "Digits, \(plane.network): the training loss around a training’s end"
    landscape = picture.landscape(picture.field(x: -1...1, y: -1...1), pins: [plane.end.pin("end")])
  }

  /// Where the samples are lowest, beside the end.
  var lowest: String {
    let lowest = picture.lowest(of: landscape.field)
    return lowest.x == 0 && lowest.y == 0
      ? "Of \(Words.count(landscape.field.values.count)) samples none is lower than the end itself."
      : "Of the picture \(lowest.sentence)."
  }

  var caption: String {
    "\(picture.provenance): the end of a training and what lies around it."
      + " \(picture.results(of: plane.end)). \(picture.exactness(of: [plane.end], extent: 2))"
      + " The start, with a loss of \(LossPlanePicture.text(plane.start.loss)), lies outside."
      + " \(lowest) \(honesty)"
  }

  /// What no picture of the plane may keep silent about.
  var honesty: String {
    "\(LossPlanePicture.randomDirections(plane.normalisation)) \(picture.cutSentence) Seed \(plane.seed)."
  }
}

extension RandomPlane {
  var start: PlaneMark { marks[0] }
  var end: PlaneMark { marks[1] }
}
