/// Goes once over the bytes of Cairo's SVG and writes them shorter and the same every time.
///
/// Coordinates keep two decimals, colours become hexadecimal, declarations that say what holds anyway are dropped, and
/// ids are numbered in order of appearance: Cairo's carry a counter of the whole process. Inks that follow the page
/// keep their light colour and get a class, for which a style sheet in the file has a custom property.
struct SVGRewriter {
  /// Everything inside the root element, its end tag included.
  private(set) var output: [UInt8] = []
  /// Where in `output` the prefix of an id belongs.
  private(set) var idPositions: [Int] = []

  /// The classes given to elements, each once, in order of appearance.
  private(set) var paints: [Paint] = []

  /// An ink that follows the page, as the fill or the stroke of an element.
  struct Paint: Hashable {
    let ink: Int
    let isStroke: Bool

    var className: String { (isStroke ? "s" : "f") + String(ink) }
  }

  private let input: [UInt8]
  private let inks: [Ink]
  private var paintsOfTag: [Paint] = []
  private var at = 0
  private var ids: [ArraySlice<UInt8>: Int] = [:]

  init(_ input: [UInt8], inks: [Ink]) {
    self.input = input
    self.inks = inks
    output.reserveCapacity(input.count)
    while at < input.count {
      if input[at] == UInt8(ascii: "<") {
        rewriteTag()
      } else {
        output.append(input[at])
        at += 1
      }
    }
  }

  private mutating func rewriteTag() {
    if starts("<?") || starts("<svg") {
      skipTag()
      if at < input.count, input[at] == UInt8(ascii: "\n") { at += 1 }
      return
    }
    copy { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }
    paintsOfTag = []
    while at < input.count, input[at] != UInt8(ascii: ">") {
      if input[at] == UInt8(ascii: " ") {
        at += 1
      } else if input[at] == UInt8(ascii: "/") {
        appendClasses()
        output.append(input[at])
        at += 1
      } else {
        rewriteAttribute()
      }
    }
    appendClasses()
    copy { $0 == UInt8(ascii: ">") }
  }

  private mutating func appendClasses() {
    guard !paintsOfTag.isEmpty else { return }
    append(" class=\"" + paintsOfTag.map(\.className).joined(separator: " ") + "\"")
    for paint in paintsOfTag where !paints.contains(paint) { paints.append(paint) }
    paintsOfTag = []
  }

  private mutating func rewriteAttribute() {
    let name = read { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
    guard at + 1 < input.count, input[at] == UInt8(ascii: "=") else {
      append(name)
      at = input[at...].first == UInt8(ascii: ">") ? at : input.count
      return
    }
    at += 2
    let value = read { $0 != UInt8(ascii: "\"") }
    at = min(at + 1, input.count)
    let before = output.count
    append(" ")
    append(name)
    append("=\"")
    let start = output.count
    switch String(decoding: name, as: UTF8.self) {
    case "id": appendID(value)
    case "xlink:href", "href": value.first == UInt8(ascii: "#") ? appendReference(value) : append(value)
    case "style": appendStyle(value)
    case "d": appendPath(value)
    case "x", "y", "width", "height", "stroke-width", "stroke-dasharray", "points": appendNumbers(value)
    case "fill", "stroke", "stop-color": appendPaint(value, of: name)
    case "transform", "patternTransform", "gradientTransform": append(value)
    default: value.starts(with: "url(#".utf8) ? appendURL(value) : append(value)
    }
    if output.count == start, name.elementsEqual("style".utf8) {
      output.removeSubrange(before...)
    } else {
      append("\"")
    }
  }

  // MARK: Values

  private mutating func appendStyle(_ style: ArraySlice<UInt8>) {
    for declaration in style.split(separator: UInt8(ascii: ";")) {
      let trimmed = declaration.drop { $0 == UInt8(ascii: " ") }
      guard !trimmed.isEmpty, !Self.defaults.contains(trimmed),
        let colon = trimmed.firstIndex(of: UInt8(ascii: ":"))
      else { continue }
      if output.last != UInt8(ascii: "\"") { append(";") }
      let name = trimmed[..<colon]
      let value = trimmed[(colon + 1)...]
      append(name)
      append(":")
      if value.starts(with: "rgb(".utf8) {
        appendPaint(value, of: name)
      } else if value.starts(with: "url(#".utf8) {
        appendURL(value)
      } else {
        appendNumbers(value)
      }
    }
  }

  /// Declarations whose value is the initial one and which no element around sets otherwise.
  private static let defaults: Set<ArraySlice<UInt8>> = Set(
    [
      "stroke:none", "fill-rule:nonzero", "fill-opacity:1", "stroke-opacity:1", "stroke-linecap:butt",
      "stroke-miterlimit:10",
    ].map { Array($0.utf8)[...] })

  /// Writes the colour of a property, and notes the class that the element needs if the colour follows the page.
  private mutating func appendPaint(_ value: ArraySlice<UInt8>, of property: ArraySlice<UInt8>) {
    guard let parts = Self.percentages(value) else {
      value.starts(with: "url(#".utf8) ? appendURL(value) : append(value)
      return
    }
    if let index = InkPalette.index(red: parts[0], green: parts[1], blue: parts[2]), inks.indices.contains(index) {
      append(inks[index].light.hex)
      paintsOfTag.append(Paint(ink: index, isStroke: property.elementsEqual("stroke".utf8)))
      return
    }
    let levels = parts.map { UInt8(min(max(($0 * 255).rounded(), 0), 255)) }
    append(Color(red: levels[0], green: levels[1], blue: levels[2]).hex)
  }

  /// The components of `rgb(10%,20%,30%)` as fractions.
  private static func percentages(_ value: ArraySlice<UInt8>) -> [Double]? {
    guard value.starts(with: "rgb(".utf8) else { return nil }
    let parts = value.dropFirst(4).split(separator: UInt8(ascii: ",")).compactMap { part in
      Double(String(decoding: part.filter { $0 == UInt8(ascii: ".") || ($0 >= 48 && $0 <= 57) }, as: UTF8.self))
    }
    return parts.count == 3 ? parts.map { $0 / 100 } : nil
  }

  /// Writes path data without needless blanks, and without the moves that Cairo puts after every `Z`.
  private mutating func appendPath(_ path: ArraySlice<UInt8>) {
    var index = path.startIndex
    var needsSpace = false
    while index < path.endIndex {
      let byte = path[index]
      if let end = SVGNumber.append(path, from: index, separated: needsSpace, to: &output) {
        index = end
        needsSpace = true
      } else if byte == UInt8(ascii: "Z") {
        output.append(byte)
        index = Self.afterIdleMove(path, index + 1)
        needsSpace = false
      } else {
        if byte != UInt8(ascii: " ") {
          output.append(byte)
          needsSpace = false
        }
        index += 1
      }
    }
  }

  /// The index behind ` M x y ` if nothing or another move follows it, since such a move draws nothing.
  private static func afterIdleMove(_ path: ArraySlice<UInt8>, _ start: Int) -> Int {
    func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") }
    guard let move = path[start...].firstIndex(where: isLetter), path[move] == UInt8(ascii: "M") else { return start }
    let next = path[(move + 1)...].firstIndex(where: isLetter) ?? path.endIndex
    return next == path.endIndex || path[next] == UInt8(ascii: "M") ? next : start
  }

  private mutating func appendNumbers(_ value: ArraySlice<UInt8>) {
    var index = value.startIndex
    while index < value.endIndex {
      if let end = SVGNumber.append(value, from: index, separated: false, to: &output) {
        index = end
      } else {
        output.append(value[index])
        index += 1
      }
    }
  }

  private mutating func appendID(_ id: ArraySlice<UInt8>) {
    let number = ids[id] ?? ids.count
    ids[id] = number
    idPositions.append(output.count)
    append(String(number))
  }

  private mutating func appendReference(_ value: ArraySlice<UInt8>) {
    append("#")
    appendID(value.dropFirst())
  }

  private mutating func appendURL(_ value: ArraySlice<UInt8>) {
    append("url(#")
    appendID(value.dropFirst(5).prefix { $0 != UInt8(ascii: ")") })
    append(")")
  }

  // MARK: Bytes

  private func starts(_ text: String) -> Bool { input[at...].starts(with: text.utf8) }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func append(_ bytes: ArraySlice<UInt8>) { output.append(contentsOf: bytes) }

  private mutating func read(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = at
    while at < input.count, condition(input[at]) { at += 1 }
    return input[start..<at]
  }

  private mutating func copy(while condition: (UInt8) -> Bool) { append(read(while: condition)) }

  private mutating func skipTag() {
    var isQuoted = false
    while at < input.count {
      let byte = input[at]
      at += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ">"), !isQuoted { return }
    }
  }
}
