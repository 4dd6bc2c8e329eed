import Figures

/// A part of the page of evidence about trained networks: figures that belong together, and what to look at in them.
struct TrainedExhibit {
  /// Of its figures, in the order in which they stand.
  let kinds: [String]
  let heading: String
  /// What to look at; what is there to be seen, the captions say.
  let lead: String

  static let all = [
    TrainedExhibit(
      kinds: ["training-plane"], heading: "Two trainings from the same weights",
      lead: "Follow each path from the common start across the levels of the training loss to where its training ended."
    ),
    TrainedExhibit(
      kinds: ["random-plane", "random-surface"], heading: "Around the end of a training",
      lead: "How fast the loss rises as the weights move away in two random directions: the wider the lowest"
        + " levels, the less small changes of the weights matter."),
    TrainedExhibit(
      kinds: ["three-minima-plane"], heading: "Between three minima",
      lead: "Look along the dashed lines for levels that have to be crossed. On the right the hidden units of all three"
        + " are in one order and have the same signs, so that what is left is not an effect of their order alone."),
    TrainedExhibit(
      kinds: ["minima-line"], heading: "On the straight line from one minimum to another",
      lead: "The arrows are the barriers. Compare the training rows with the test rows, and the left with the right."),
    TrainedExhibit(
      kinds: ["training-curves"], heading: "A training, epoch by epoch",
      lead: "Where the training loss goes on falling and the validation loss turns, the network begins to learn what"
        + " does not carry over."),
    TrainedExhibit(
      kinds: ["decision-regions", "spirals-plane"], heading: "What a network learned",
      lead: "The border between two answers, at the end of a training, around the points that it was learned from;"
        + " then the loss around the weights that say so."),
  ]

  struct View {
    let id: String
    let heading: String
    let lead: String
    let figures: [FigureView]
  }

  /// Nil where the report has none of its figures.
  func view(_ material: ReportMaterial) -> View? {
    let figures = kinds.flatMap { kind in material.figures.filter { $0.kind == kind } }.compactMap { FigureView($0) }
    return figures.isEmpty ? nil : View(id: kinds[0], heading: heading, lead: lead, figures: figures)
  }
}
