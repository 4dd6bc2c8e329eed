import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page read by an XML parser, which refuses what is not well-formed.
final class Page: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  /// Text of the page without markup.
  private(set) var text = ""
  private(set) var problem: String?

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    if !parser.parse() { problem = problem ?? parser.parserError.map { "\($0)" } ?? "not well-formed" }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
  var ids: [String] { elements.compactMap { $0.attributes["id"] } }
  /// Levels of the headings, in order.
  var headings: [Int] {
    elements.compactMap { element in
      element.name.count == 2 && element.name.first == "h" ? Int(element.name.dropFirst()) : nil
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    problem = "line \(parser.lineNumber): \(parseError)"
  }
}
