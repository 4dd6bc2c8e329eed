import Foundation

/// A finished SVG: Cairo's drawing with a name, a description, its origin, and colours that follow the page.
///
/// All ids begin with a hash of the content, since figures are put into one page many at a time.
struct SVGDocument {
  let size: Size
  let metadata: FigureMetadata
  let inks: [Ink]

  func finished(_ cairo: Data) -> Data {
    let body = SVGRewriter(Array(cairo), inks: inks)
    let prefix = "f" + SHA256.hexDigest(of: Array(head(prefix: "", body.paints).utf8) + body.output).prefix(7) + "-"
    var result = Data(head(prefix: prefix, body.paints).utf8)
    result.reserveCapacity(result.count + body.output.count + body.idPositions.count * prefix.utf8.count)
    var start = 0
    for position in body.idPositions {
      result.append(contentsOf: body.output[start..<position])
      result.append(contentsOf: prefix.utf8)
      start = position
    }
    result.append(contentsOf: body.output[start...])
    return result
  }

  /// The root element's tag, and what comes before the drawing.
  private func head(prefix: String, _ paints: [SVGRewriter.Paint]) -> String {
    let (width, height) = (Self.number(size.width), Self.number(size.height))
    var labels: [String] = []
    var elements = ""
    for (name, text) in [("title", metadata.title), ("desc", metadata.description)] where !text.isEmpty {
      labels.append(prefix + name)
      elements += "<\(name) id=\"\(prefix)\(name)\">\(Self.escaped(text))</\(name)>\n"
    }
    let labelling = labels.isEmpty ? "" : " aria-labelledby=\"\(labels.joined(separator: " "))\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="\(prefix)figure" \
      width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img"\(labelling)>
      \(elements)\(origin)\(style(prefix: prefix, paints))
      """
  }

  private var origin: String {
    guard !metadata.provenance.isEmpty else { return "" }
    let facts = metadata.provenance.map { fact in
      "<fact name=\"\(Self.escaped(fact.name))\">\(Self.escaped(fact.value))</fact>"
    }
    return "<metadata><provenance xmlns=\"urn:generate-report:provenance\">\(facts.joined())</provenance></metadata>\n"
  }

  /// Colours for both pages, only for programs that know custom properties; the others see the light ones in place.
  private func style(prefix: String, _ paints: [SVGRewriter.Paint]) -> String {
    guard !paints.isEmpty else { return "" }
    let figure = "#\(prefix)figure"
    let used = Set(paints.map(\.ink)).sorted()
    func property(_ ink: Int) -> String { "--" + (inks[ink].role ?? "ink-\(ink)") }
    func values(_ theme: Theme) -> String {
      figure + "{" + used.map { "\(property($0)):\(inks[$0].color(theme).hex)" }.joined(separator: ";") + "}"
    }
    let rules = paints.map { paint in
      "\(figure) .\(paint.className){\(paint.isStroke ? "stroke" : "fill"):var(\(property(paint.ink)))!important}"
    }
    return """
      <style>@supports(color:var(--a)){\(values(.light))\(rules.joined())}
      @media(prefers-color-scheme:dark){\(values(.dark))}</style>

      """
  }

  private static func number(_ value: Double) -> String {
    var output: [UInt8] = []
    _ = SVGNumber.append(Array("\(value)".utf8)[...], from: 0, separated: false, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The text with XML's special characters written as entities, and without those that XML forbids.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\0"..<" ", "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
