import Canvas
import Figures
import Objectives
import Statistics
import Sweeps

/// A link to a page of the report, from the report's folder.
struct Link {
  let label: String
  let detail: String
  let path: String

  init(_ name: Names.Name) {
    label = name.label
    detail = name.detail
    path = name.path
  }
}

/// A figure as a template shows it.
struct FigureView {
  /// Identifies the figure on its page.
  let name: String
  let path: String
  /// What opens when the figure is enlarged and there is no script.
  let formats: [FileLink]
  let width: Int
  let height: Int
  let alt: String
  let caption: String
  let command: String
  let embedHTML: String
  let embedMarkdown: String
  /// `eager` above the fold, else `lazy`.
  let loading: String
  /// What narrow pages show in its place; one or none.
  let narrow: [Narrow]
  let hasNarrow: Bool

  struct FileLink {
    let format: String
    let path: String
  }

  struct Narrow {
    let path: String
    let width: Int
    let height: Int
  }

  init?(_ figure: Figure, narrow: Figure? = nil, isFirst: Bool = false) {
    guard let path = figure.paths.first else { return nil }
    name = figure.name
    self.path = path
    formats = [FigureFormat.svg, .png, .pdf].filter { format in figure.files.contains { $0.format == format } }
      .map { FileLink(format: $0.rawValue.uppercased(), path: figure.path($0)) }
    (width, height) = (figure.width, figure.height)
    alt = figure.altText
    caption = figure.caption
    command = figure.command
    loading = isFirst ? "eager" : "lazy"
    self.narrow = [narrow].compactMap { figure in
      figure?.paths.first.flatMap { path in figure.map { Narrow(path: path, width: $0.width, height: $0.height) } }
    }
    hasNarrow = !self.narrow.isEmpty
    let quoted = alt.escapedForHTML
    embedHTML =
      "<figure>\n  <img src=\"\(path)\" width=\"\(figure.width)\" height=\"\(figure.height)\" alt=\"\(quoted)\">\n"
      + "  <figcaption>\(caption.escapedForHTML)</figcaption>\n</figure>"
    let brackets = alt.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    embedMarkdown = "![\(brackets)](\(path))"
  }
}

/// A figure that is not there.
struct MissingView {
  let kind: String
  let subject: String
  let hasSubject: Bool
  let reason: String
  let isFailure: Bool

  init(_ missing: MissingFigure, names: Names) {
    let subject = missing.objective.map { id in names.objectives.first { $0.id == id }?.label ?? id }
    kind = missing.kind
    self.subject = subject ?? ""
    hasSubject = subject != nil
    reason = missing.reason
    isFailure = missing.isFailure
  }
}

/// A success rate as cells of a table and as a mark on an axis from 0 to 100 %.
struct RateView {
  let share: String
  let percent: String
  let interval: String
  /// For sorting; −1 where nothing ran.
  let sortKey: String
  /// Positions on the axis in percent, for CSS.
  let position: String
  let low: String
  let high: String
  let isKnown: Bool

  init(_ success: Proportion) {
    isKnown = success.total > 0
    share = Words.share(success)
    percent = Words.percent(success)
    interval = Words.interval(success)
    sortKey = isKnown ? success.rate.numeral : "-1"
    position = Self.position(success.rate)
    low = Self.position(success.low)
    high = Self.position(success.high)
  }

  /// A share as a percentage with one decimal, written without rounding surprises.
  private static func position(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
