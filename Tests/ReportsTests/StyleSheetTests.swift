import Foundation
import Testing

@Suite("The style sheet")
struct StyleSheetTests {
  private static let css =
    (try? String(contentsOf: TestReport.templates.appending(path: "assets/report.css"), encoding: .utf8)) ?? ""

  /// The colours named in the first block after `start`.
  private static func colors(after start: String) -> [String: Double] {
    guard let begin = css.range(of: start) else { return [:] }
    let block = css[begin.upperBound...].prefix { $0 != "}" }
    var colors: [String: Double] = [:]
    for match in block.matches(of: /--([A-Za-z-]+): #([0-9a-f]{6});/) {
      colors[String(match.output.1)] = luminance(Int(match.output.2, radix: 16) ?? 0)
    }
    return colors
  }

  /// Relative luminance, WCAG 2.2.
  private static func luminance(_ color: Int) -> Double {
    let channels = [16, 8, 0].map { shift in
      let channel = Double(color >> shift & 255) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private static func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

  @Test(
    "text has a contrast of at least 4.5 on pages and panels, light and dark",
    arguments: [
      ":root {", "(prefers-color-scheme: dark) {\n  :root {",
    ])
  func text(block: String) throws {
    let colors = Self.colors(after: block)
    for background in ["paper", "panel"] {
      for text in ["ink", "muted", "link", "warning", "focus"] {
        let contrast = Self.contrast(try #require(colors[text]), try #require(colors[background]))
        #expect(contrast >= 4.5, "\(text) on \(background): \(contrast)")
      }
    }
  }

  @Test(
    "counts printed on the colours of outcomes have a contrast of at least 4.5",
    arguments: [
      (":root {", ["reached", "diverged"]), ("(prefers-color-scheme: dark) {\n  :root {", ["inGlobalBasin"]),
    ])
  func outcomes(block: String, white: [String]) throws {
    let colors = Self.colors(after: block)
    for outcome in ["reached", "inGlobalBasin", "localMinimum", "saddle", "plateau", "outsideDomain", "diverged"] {
      let text = white.contains(outcome) ? 1 : Self.luminance(0x14120f)
      let contrast = Self.contrast(text, try #require(colors[outcome]))
      #expect(contrast >= 4.5, "\(outcome): \(contrast)")
    }
  }
}
