import Foundation
import Testing

@testable import Canvas

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  /// What an XML parser finds in a document.
  private final class Elements: NSObject, XMLParserDelegate {
    var names: [String] = []
    var ids: [String] = []
    var references: [String] = []
    var texts: [String: String] = [:]
    var root: [String: String] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      if names.isEmpty { root = attributes }
      names.append(name)
      attributes["id"].map { ids.append($0) }
      for value in attributes.values {
        if value.hasPrefix("#") { references.append(String(value.dropFirst())) }
        if let start = value.range(of: "url(#"), let end = value[start.upperBound...].firstIndex(of: ")") {
          references.append(String(value[start.upperBound..<end]))
        }
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { texts[names.last ?? "", default: ""] += string }
  }

  private func parsed(_ data: Data) -> Elements? {
    let elements = Elements()
    let parser = XMLParser(data: data)
    parser.delegate = elements
    return withExtendedLifetime(elements) { parser.parse() ? elements : nil }
  }

  private func figure(_ theme: Theme = .auto, title: String = "A <b> & \"c\"\u{1}", text: String = "Gap") throws -> Data
  {
    let metadata = FigureMetadata(title: title, description: "x < y", provenance: [.init("command", "a && b > \"c\"")])
    let image = try PixelImage(width: 2, height: 2, pixels: [0xffff_0000, 0x8000_0000, 0, 0xff00_00ff])
    return try Drawing(size: Size(120.5, 80), theme: theme, metadata: metadata).render(.svg) { canvas in
      canvas.fill(Path(Rect(x: 1, y: 2, width: 30, height: 40)), Ink(Color(0xd55e00)))
      canvas.fill(Path(Rect(x: 1, y: 2, width: 3, height: 4)), Ink(light: Color(0x123456), dark: Color(0xabcdef)))
      canvas.text(RichText(text), at: Point(10, 60), font: Font(size: 12), halo: .casing)
      canvas.clipped(to: Rect(x: 0, y: 0, width: 50, height: 50)) {
        canvas.stroke(.circle(Point(20, 20), radius: 10.123456), Stroke(.axis, dash: [2.5, 1]))
        canvas.image(image, in: Rect(x: 30, y: 30, width: 9, height: 9))
      }
    }.data
  }

  @Test("The file is well-formed, and its words survive special characters", arguments: Theme.allCases)
  func wellFormed(theme: Theme) throws {
    let elements = try #require(parsed(try figure(theme)))
    #expect(elements.texts["title"]?.hasPrefix("A <b> & \"c\"\u{fffd}") == true)
    #expect(elements.texts["desc"]?.hasPrefix("x < y") == true)
    #expect(elements.texts["fact"]?.hasPrefix("a && b > \"c\"") == true)
    #expect(elements.root["role"] == "img" && elements.root["viewBox"] == "0 0 120.5 80")
    #expect(elements.root["width"] == "120.5" && elements.root["height"] == "80")
    for label in (elements.root["aria-labelledby"] ?? "").split(separator: " ") {
      #expect(elements.ids.contains(String(label)))
    }
  }

  @Test("Every id is there once, and every reference leads to one")
  func ids() throws {
    let elements = try #require(parsed(try figure()))
    #expect(Set(elements.ids).count == elements.ids.count)
    #expect(!elements.references.isEmpty)
    for reference in elements.references { #expect(elements.ids.contains(reference)) }
  }

  @Test("Two different figures share no id, so that one page can hold both")
  func distinct() throws {
    let first = try #require(parsed(try figure(text: "Gap")))
    let second = try #require(parsed(try figure(text: "Gas")))
    #expect(Set(first.ids).isDisjoint(with: second.ids))
  }

  @Test("Colours of data stay as they are; roles follow the page in theme auto only")
  func themes() throws {
    let auto = String(decoding: try figure(.auto), as: UTF8.self)
    #expect(auto.contains("fill:#d55e00\"") && auto.contains("prefers-color-scheme:dark"))
    #expect(auto.contains("style=\"fill:#123456\"") && auto.contains("--ink-1:#abcdef"))
    #expect(auto.contains(".f1{fill:var(--ink-1)!important}") && auto.contains("class=\"f1\""))
    #expect(auto.contains("var(--background)") && auto.contains("var(--text)") && auto.contains("var(--casing)"))
    let light = String(decoding: try figure(.light), as: UTF8.self)
    #expect(!light.contains("var(") && light.contains("#123456") && !light.contains("#abcdef"))
    let dark = String(decoding: try figure(.dark), as: UTF8.self)
    #expect(!dark.contains("var(") && !dark.contains("#123456") && dark.contains("#abcdef"))
    for text in [auto, light, dark] { #expect(!text.contains("rgb(") && !text.contains("surface")) }
  }

  @Test(
    "Numbers are rounded to two decimals, half away from zero",
    arguments: [
      ("1.005", "1.01"), ("1.004999", "1"), ("-0.004", "0"), ("-0.005", "-.01"), ("0.999", "1"), ("12.50", "12.5"),
      ("100", "100"), (".25", ".25"), ("9.999", "10"), ("-3.14159", "-3.14"), ("0", "0"), ("20.10", "20.1"),
    ])
  func numbers(written: String, expected: String) {
    var output: [UInt8] = []
    let end = SVGNumber.append(Array(written.utf8)[...], from: 0, separated: false, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected && end == written.utf8.count)
  }

  @Test("Path data loses blanks and idle moves, and keeps the others")
  func paths() {
    let text = #"<path d="M 1 2 L 3.001 -4 Z M 1 2 M 5 6 L 0.5 0.25 Z M 5 6 L 9 9 Z M 5 6 "/>"#
    let output = String(decoding: SVGRewriter(Array(text.utf8), inks: []).output, as: UTF8.self)
    #expect(output == #"<path d="M1 2L3-4ZM5 6L.5 .25ZM5 6L9 9Z"/>"#)
  }

  @Test("The way in which newer versions of Cairo write colours is understood as well")
  func attributes() {
    let text = #"<path fill-rule="nonzero" fill="rgb(100%, 0%, 50.196078%)" stroke="none" fill-opacity="0.5"/>"#
    let output = String(decoding: SVGRewriter(Array(text.utf8), inks: []).output, as: UTF8.self)
    #expect(output == ##"<path fill-rule="nonzero" fill="#ff0080" stroke="none" fill-opacity="0.5"/>"##)
  }

  @Test("Text that breaks off in the middle of a tag is passed over without a crash", arguments: 0..<60)
  func truncated(length: Int) {
    let text = ##"<?xml a?><svg b="c>"><g id="x" style="fill:url(#y)"><use xlink:href="#x"/></g>"##
    let output = SVGRewriter(Array(text.utf8.prefix(length)), inks: []).output
    #expect(output.count <= 2 * length + 20)
  }
}
