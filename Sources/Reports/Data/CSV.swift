/// Tables as RFC 4180 has them, with line feeds.
enum CSV {
  /// `text` in quotes where it holds a comma, a quote or a line break.
  static func field(_ text: String) -> String {
    // By scalars: a line feed after a carriage return is one character, and would not be found.
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
