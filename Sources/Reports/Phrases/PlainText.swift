extension String {
  /// The text as a page may hold it: without control characters but line feeds, and so that every sign that HTML
  /// knows is escaped.
  ///
  /// The template engine escapes whole characters. A sign joined with a combining mark is another character, would pass
  /// unescaped and could end an attribute, so a zero-width space is put between the two.
  var plainText: String {
    var text = ""
    for character in self {
      let scalars = character.unicodeScalars
      let isJoined = scalars.count > 1 && scalars.contains { "<>&\"'".unicodeScalars.contains($0) }
      for scalar in scalars {
        if isJoined { text.unicodeScalars.append("\u{200B}") }
        switch scalar.value {
        case 0x0A: text.unicodeScalars.append(scalar)
        case 0..<0x20, 0x7F..<0xA0: text.unicodeScalars.append(" ")
        case 0xFFFE, 0xFFFF: text.unicodeScalars.append("\u{FFFD}")
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }

  /// The text as HTML that a person may copy into an attribute or a paragraph.
  var escapedForHTML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
