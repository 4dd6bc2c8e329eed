import Canvas
import Experiments
import Objectives
import Plotting

/// What the figures of a training loss on a plane through weight space share: its samples, and what must be said of them.
struct LossPlanePicture {
  let plane: any LossPlane

  /// Samples a side; odd, so that the middle of a window is one of them.
  static let samples = 81
  static let valueTitle = RichText("training loss")
  /// Where all figures of trainings train.
  static let task = "300 handwritten digits"

  init(_ plane: any LossPlane) { self.plane = plane }

  /// The loss over a window of the plane.
  func field(x: ClosedRange<Double>, y: ClosedRange<Double>, samples: Int = Self.samples) -> ScalarField {
    ScalarField(columns: samples, rows: samples, x: x, y: y, sampling: plane.loss)
  }

  /// The loss over a window, on decades: no cross-entropy is below 0.
  func landscape(_ field: ScalarField, pins: [LandscapePin] = []) -> Landscape {
    var landscape = Landscape(field: field, minimum: 0, levels: .logarithmic)
    landscape.pins = pins
    landscape.valueTitle = Self.valueTitle
    return landscape
  }

  /// The most that the loss lies above the straight line between its values at the ends, on the line between two marks.
  func barrier(from a: PlaneMark, to b: PlaneMark, samples: Int = 41) -> Double {
    let shares = (0..<samples).map { Double($0) / Double(samples - 1) }
    let (first, last) = (plane.loss(a.x, a.y), plane.loss(b.x, b.y))
    let above = shares.map { t in
      plane.loss((1 - t) * a.x + t * b.x, (1 - t) * a.y + t * b.y) - ((1 - t) * first + t * last)
    }
    return above.max() ?? 0
  }

  /// "Training 1: loss 0.0021, on the test rows 91 % right".
  func results(of mark: PlaneMark) -> String {
    "\(mark.name): loss \(Self.text(mark.loss)), \(Words.percent(mark.testAccuracy)) of the test rows right"
  }

  /// Where the lowest of the samples is: "the lowest of 6,561 samples, 0.02, is at (3, −1.5)".
  func lowest(of field: ScalarField) -> (x: Double, y: Double, sentence: String) {
    let index = field.values.indices.min { (field.values[$0], $0) < (field.values[$1], $1) } ?? 0
    let (x, y) = (field.x(ofColumn: index % field.columns), field.y(ofRow: index / field.columns))
    let place = [x, y].map { Words.rounded($0, digits: 2) }.joined(separator: ", ")
    return (
      x, y,
      "the lowest of \(Words.count(field.values.count)) samples, \(Self.text(field.values[index])), is at (\(place))"
    )
  }

  /// How far marks lie from the plane, and what the loss beneath them is beside their own.
  func exactness(of marks: [PlaneMark], extent: Double) -> String {
    if marks.allSatisfy({ $0.distance <= 1e-9 * extent }) {
      return marks.count == 1
        ? "It lies in the plane exactly: the loss drawn there is its own."
        : "They lie in the plane exactly: the losses drawn there are their own."
    }
    return marks.map { mark in
      "\(mark.name) lies \(Words.percent(mark.distance / extent)) of the picture’s extent off the plane, where the loss"
        + " is \(Self.text(plane.loss(mark.x, mark.y)))."
    }.joined(separator: " ")
  }

  /// What a cut of so many dimensions cannot show.
  var cutSentence: String {
    "The picture holds 2 of \(Words.count(plane.parameterCount)) dimensions: what looks like a minimum here may lead"
      + " down in another direction, and what looks like a wall may have a way around it."
  }

  /// How the directions of a random plane were drawn.
  static func randomDirections(_ normalisation: FilterNormalisedPlane.Normalisation) -> String {
    let unit =
      switch normalisation {
      case .filter: "unit by unit"
      case .layer: "layer by layer"
      }
    return "Directions are drawn at random and have, \(unit), the length of the weights they move"
      + " (\(normalisation.rawValue) normalisation, Li et al. 2018); biases stay."
  }

  var provenance: String {
    "Cross-entropy of \(Self.task), network \(plane.network), \(Words.count(plane.epochs, "epoch"))"
  }

  /// A loss with two digits.
  static func text(_ loss: Double) -> String { Words.number(loss.rounded(toSignificant: 2)) }

  /// The span of the numbers with so much room on both sides.
  static func range(_ values: [Double], room share: Double = 0.25) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let room = share * (high - low)
    return low - room...high + room
  }
}

extension PlaneMark {
  func pin(_ label: RichText? = nil) -> LandscapePin { LandscapePin(label ?? RichText(name), at: [x, y]) }
}
