import Certificates
import Objectives

/// A landscape as the command prints it for reading.
struct LandscapeText {
  private let report: LandscapeReport
  private let rows: Int

  /// - Parameter rows: how many stationary points are listed, the lowest first.
  init(_ report: LandscapeReport, rows: Int) {
    self.report = report
    self.rows = rows
  }

  var text: String {
    var lines = [report.objective, ""]
    if let stationary = report.stationary {
      lines += table(stationary)
      if !stationary.points.isEmpty { lines.append("") }
      lines.append(counts(stationary))
    }
    lines += [report.completenessSentence, report.convexitySentence, report.shareSentence]
    return lines.joined(separator: "\n")
  }

  private func table(_ stationary: StationaryPoints) -> [String] {
    guard !stationary.points.isEmpty else { return [] }
    var cells = [["class", "value", "x", "gradient", "eigenvalues", ""]]
    for point in stationary.points.prefix(rows) {
      let notes = [point.isBoundary ? "boundary" : nil, point.isProved ? nil : "not proved"].compactMap { $0 }
      cells.append([
        point.kind.rawValue, point.value.shortest, point.x.map(\.shortest).joined(separator: ", "),
        Words.rounded(point.gradientNorm), point.eigenvalues.map { Words.rounded($0) }.joined(separator: ", "),
        notes.joined(separator: ", "),
      ])
    }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return padded.joined(separator: "  ").trimmingEnd
    }
    let rest = stationary.points.count - rows
    if rows < stationary.points.count { lines.append("… and \(rest) more; --all lists them") }
    return lines
  }

  private func counts(_ stationary: StationaryPoints) -> String {
    let phrases = stationary.countPhrases.map(\.text)
    // That there is no minimum is worth a word.
    let none = stationary.count(.minimum) == 0 ? [StationaryPoint.Kind.minimum.counted(0)] : []
    return (none + phrases).joined(separator: ", ") + "."
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
