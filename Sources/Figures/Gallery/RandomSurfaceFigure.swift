import Canvas
import Plotting
import Statistics

/// The landscape of `RandomPlaneFigure` as a surface.
enum RandomSurfaceFigure: TrainedFigure {
  static let id = "random-surface"
  static let meaning = "the landscape of random-plane as a shaded surface"

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let picture = try RandomPlanePicture(seed: summary.study.seed)
    let plot = SurfacePlot(
      landscape: picture.landscape, title: RichText(picture.title), subtitle: RichText(picture.subtitle),
      xTitle: RandomPlanePicture.xTitle, yTitle: RandomPlanePicture.yTitle,
      view: ViewAngles(azimuth: -58, elevation: 46))
    return PlottedFigure(
      title: picture.title,
      caption: "The samples of the figure ‘random-plane’ as a surface: height and colour are the training loss, on a"
        + " logarithmic axis. \(picture.honesty)",
      altText: "A network’s training loss over two random directions, as a surface. \(picture.lowest)",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }
}
