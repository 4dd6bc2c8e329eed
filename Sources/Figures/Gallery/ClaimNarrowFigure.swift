import Canvas
import Plotting
import Statistics

/// `ClaimFigure` for narrow pages: labels above their rows, so that marks are seen beside them.
enum ClaimNarrowFigure: FigureKind {
  static let id = "claim-narrow"
  static let meaning = "the figures 'claim' for narrow pages, with labels above their rows"
  static let scope = FigureScope.claim

  static func suits(_ summary: Summary, subject: Int?) -> Bool { ClaimFigure.suits(summary, subject: subject) }

  static func obstacle(in summary: Summary, subject: Int?) -> String? {
    ClaimFigure.obstacle(in: summary, subject: subject)
  }

  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure {
    try ClaimFigure.plot(summary, subject: subject, labels: .above, size: size)
  }
}
