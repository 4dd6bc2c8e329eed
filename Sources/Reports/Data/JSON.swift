/// A JSON value that keeps the order of its keys and is always written with the same bytes.
///
/// Foundation's encoder is not used because it writes 0.1 + 0.2 and key order differently from platform to platform.
package enum JSON {
  case null
  case flag(Bool)
  case integer(Int)
  /// NaN and the infinities have no JSON and become null.
  case number(Double)
  case text(String)
  case array([JSON])
  case object([(key: String, value: JSON)])
  /// An integer beyond `Int`, such as a seed.
  case seed(UInt64)

  package static func numbers(_ values: [Double]) -> JSON { .array(values.map { .number($0) }) }
  package static func texts(_ values: [String]) -> JSON { .array(values.map { .text($0) }) }
  static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// An object without the entries that are nil.
  package static func object(present entries: [(key: String, value: JSON?)]) -> JSON {
    .object(entries.compactMap { key, value in value.map { (key, $0) } })
  }

  /// Indented by two spaces; what fits on a line of 110 columns stays on one line.
  package var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  /// The text as a file's.
  var document: String { text + "\n" }

  private static let lineLength = 110

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .array(let items):
      writeList(items.map { ("", $0) }, open: "[", close: "]", to: &text, indent: indent)
    case .object(let entries):
      writeList(
        entries.map { (Self.quoted($0.key) + ": ", $0.value) }, open: "{", close: "}", to: &text, indent: indent)
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .seed(let seed): text += String(seed)
    case .number(let number): text += number.isFinite ? number.numeral : "null"
    case .text(let string): text += Self.quoted(string)
    }
  }

  private func writeList(
    _ items: [(prefix: String, value: JSON)], open: String, close: String, to text: inout String, indent: Int
  ) {
    if let line = oneLine(items, open: open, close: close, limit: Self.lineLength - indent) {
      text += line
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner + item.prefix
      item.value.write(to: &text, indent: indent + 2)
    }
    text += "\n" + String(repeating: " ", count: indent) + close
  }

  /// The list on one line, unless it is longer than `limit` or an item is itself laid out over several lines.
  private func oneLine(
    _ items: [(prefix: String, value: JSON)], open: String, close: String, limit: Int
  ) -> String? {
    var line = open
    for (index, item) in items.enumerated() {
      line += (index == 0 ? "" : ", ") + item.prefix
      var value = ""
      item.value.write(to: &value, indent: 0)
      guard !value.utf8.contains(UInt8(ascii: "\n")) else { return nil }
      line += value
      guard line.utf8.count <= limit else { return nil }
    }
    return line + close
  }

  static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
