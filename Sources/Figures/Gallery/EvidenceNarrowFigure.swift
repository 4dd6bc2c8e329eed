import Canvas
import Plotting
import Statistics

/// `EvidenceFigure` for narrow pages: labels above their rows, so that marks are seen beside them.
enum EvidenceNarrowFigure: FigureKind {
  static let id = "evidence-narrow"
  static let meaning = "the figure 'evidence' for narrow pages, with labels above their rows"
  static let scope = FigureScope.study

  static func suits(_ summary: Summary, subject: Int?) -> Bool { EvidenceFigure.suits(summary, subject: subject) }

  static func obstacle(in summary: Summary, subject: Int?) -> String? {
    EvidenceFigure.obstacle(in: summary, subject: subject)
  }

  static func plot(_ summary: Summary, subject: Int?, size: Size?) -> PlottedFigure {
    EvidenceFigure.plot(
      summary, labels: .above, subtitle: "effects measured from their bounds, with intervals", size: size)
  }
}
