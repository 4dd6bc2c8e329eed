import Canvas
import Experiments
import Objectives
import Plotting
import Statistics

/// The training loss on the plane through three minima, as they are and after alignment.
enum ThreeMinimaPlaneFigure: TrainedFigure {
  static let id = "three-minima-plane"
  static let meaning = "the training loss on the plane through three minima, plain and aligned"

  private static let samples = 61

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    let seed = summary.study.seed
    guard let plain = try ThreeMinimaPlane(seed: seed), let aligned = try ThreeMinimaPlane(seed: seed, isAligned: true)
    else { throw InvalidInput(key: id, value: String(seed), allowed: "three minima that do not lie on a line") }
    let planes = [plain, aligned]
    let marks = planes.flatMap(\.marks)
    let (x, y) = (
      LossPlanePicture.range(marks.map(\.x), room: 0.3), LossPlanePicture.range(marks.map(\.y), room: 0.3)
    )
    let pictures = planes.map { LossPlanePicture($0) }
    let fields = pictures.map { $0.field(x: x, y: y, samples: samples) }
    let headings = ["As the descents left them", "Hidden units aligned with those of 1"]
    let plot = LandscapeRow(
      panels: planes.indices.map { index in
        LandscapeRow.Panel(
          heading: RichText(headings[index]), field: fields[index],
          pins: planes[index].marks.enumerated().map { $1.pin(RichText(String($0 + 1))) }, linksPins: true)
      }, minimum: plain.marks.map(\.loss).min(), levels: .logarithmic,
      title: RichText("Digits, \(plain.network): the plane through three minima"),
      subtitle: "first weights and batches differ; both panels have the same scales",
      xTitle: "distance in weight space", yTitle: "distance in weight space",
      valueTitle: MinimaWords.valueTitle)
    let extent = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let lowest = zip(pictures, fields).map { $0.lowest(of: $1).sentence }
    return PlottedFigure(
      title: "The plane through three minima of a network",
      caption:
        "\(MinimaWords.problem(network: plain.network, l2: plain.l2)), on the plane through three minima; levels are of what it"
        + " lies above the lowest of them."
        + " \(MinimaWords.evidence(plain.minima, epochs: plain.epochs))"
        + " \(plain.marks.map(pictures[0].results).joined(separator: "; "))."
        + " \(pictures[0].exactness(of: plain.marks, extent: extent))"
        + " On the straight lines between them the loss rises by \(barriers(plain)) above its ends;"
        + " once hidden units are put into the order and the signs of the first’s, which changes no answer of the"
        + " networks, by \(barriers(aligned)). Of the samples,"
        + " on the left \(lowest[0]), on the right \(lowest[1]). Directions as they are, not normalised."
        + " \(pictures[0].cutSentence) Seed \(seed).",
      altText:
        "Two contour plots of a network’s training loss over the plane through three minima. Barriers between"
        + " them: \(barriers(plain)); after alignment \(barriers(aligned)).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  /// "1.2 (1–2), 1.4 (1–3) and 0.9 (2–3)".
  private static func barriers(_ plane: ThreeMinimaPlane) -> String {
    let picture = LossPlanePicture(plane)
    return Words.list(
      [(0, 1), (0, 2), (1, 2)].map { a, b in
        "\(LossPlanePicture.text(picture.barrier(from: plane.marks[a], to: plane.marks[b]))) (\(a + 1)–\(b + 1))"
      })
  }
}
