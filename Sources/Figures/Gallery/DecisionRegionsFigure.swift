import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// What a small network learned of two spirals: its answer everywhere, and the points that it learned from.
enum DecisionRegionsFigure: TrainedFigure {
  static let id = "decision-regions"
  static let meaning = "the class that a network answers everywhere in the plane, with the two spirals it learned from"

  private static let samples = 201

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let regions = try DecisionRegions(seed: summary.study.seed, size: samples)
    let span = regions.coordinate(0)...regions.coordinate(samples - 1)
    let plot = RegionPlot(
      title: "Two spirals, \(regions.network): a network’s answers",
      subtitle: RichText("after \(Words.count(regions.epochs, "epoch")); points are what it learned from"),
      field: ScalarField(
        columns: samples, rows: samples, x: span, y: span, values: regions.margins),
      first: group(0, of: regions), second: group(1, of: regions))
    let right = Int((regions.accuracy * Double(regions.points.count)).rounded())
    let counts = "\(right) of \(regions.points.count) points have the class that the network answers"
    return PlottedFigure(
      title: "What a network learned of two spirals",
      caption: "Coloured by the answer of a \(regions.network) network at \(Words.count(samples * samples)) places;"
        + " \(counts), at a training loss of \(LossPlanePicture.text(regions.loss)). These are the inputs themselves, not"
        + " weights: nothing is projected. Far from the points the answer is the network’s guess, and no"
        + " held-out rows stand behind it. Another seed gives another border; seed \(regions.seed).",
      altText: "Two interlocked spirals of points over the regions of a network’s answers: \(counts).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func group(_ label: Int, of regions: DecisionRegions) -> RegionPlot.Group {
    RegionPlot.Group(
      RichText(label == 0 ? "first spiral" : "second spiral"), style: SeriesStyle(index: label),
      points: regions.points.filter { $0.label == label }.map { SIMD2($0.x, $0.y) })
  }
}
