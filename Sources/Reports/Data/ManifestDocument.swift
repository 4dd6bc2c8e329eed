import Canvas
import Figures

/// `manifest.json`: every figure with its files and what is said of it, for pages that embed figures.
struct ManifestDocument {
  static let schema = "generate-report/manifest/1"

  let figures: [Figure]
  let missing: [MissingFigure]
  /// Every file of the report, by which the next report tells its own from somebody else's.
  let written: [String]

  var json: JSON {
    .object([
      ("schema", .text(Self.schema)),
      ("figures", .array(figures.map(figure))),
      (
        "missing",
        .array(
          missing.map { missing in
            .object([
              ("kind", .text(missing.kind)), ("objective", .optional(missing.objective)),
              ("reason", .text(missing.reason)), ("failure", .flag(missing.isFailure)),
            ])
          })
      ),
      ("written", .texts(written.sorted())),
    ])
  }

  private func figure(_ figure: Figure) -> JSON {
    let paths = figure.paths
    let subject: [(key: String, value: JSON)] =
      figure.claim.map { [("objective", .null), ("claim", .text($0))] } ?? [("objective", .optional(figure.objective))]
    return .object(
      [
        ("file", .optional(paths.first)), ("files", .texts(paths)), ("kind", .text(figure.kind)),
      ] + subject + [
        ("caption", .text(figure.caption)), ("alt", .text(figure.altText)),
        ("width", .integer(figure.width)), ("height", .integer(figure.height)),
        ("sha256", .text(figure.pixelDigest)), ("command", .text(figure.command)),
      ])
  }
}

extension Figure {
  /// The files from the report's folder, the format that a page shows first.
  var paths: [String] {
    [FigureFormat.svg, .png, .pdf].filter { format in files.contains { $0.format == format } }
      .map { path($0) }
  }

  func path(_ format: FigureFormat) -> String { "figures/\(name).\(format.rawValue)" }
}
