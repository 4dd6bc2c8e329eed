/// Splits the text of an expression into tokens, one at a time.
struct Lexer {
  private let text: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  /// The next token; `.end`, again and again, behind the last.
  mutating func next() throws(ExpressionError) -> Token {
    while position < text.count, text[position].properties.isWhitespace { position += 1 }
    guard position < text.count else { return Token(kind: .end, position: text.count) }
    let start = position
    let scalar = text[position]
    if Self.isDigit(scalar) || (scalar == "." && position + 1 < text.count && Self.isDigit(text[position + 1])) {
      return Token(kind: .number(try number()), position: start)
    }
    if Self.isLetter(scalar) {
      while position < text.count, Self.isLetter(text[position]) || Self.isDigit(text[position]) { position += 1 }
      return Token(kind: .name(string(from: start)), position: start)
    }
    position += 1
    switch scalar {
    case "+", "-", "*", "/", "^", "(", ")", "[", "]", ",": return Token(kind: .symbol(scalar), position: start)
    // As in print.
    case "−": return Token(kind: .symbol("-"), position: start)
    case "·", "×": return Token(kind: .symbol("*"), position: start)
    case "π": return Token(kind: .name("pi"), position: start)
    default: throw ExpressionError(at: start, Self.complaint(about: scalar))
    }
  }

  /// Digits with an optional fraction and exponent: 12, 0.5, .5, 1e-3.
  private mutating func number() throws(ExpressionError) -> Literal {
    let start = position
    skipDigits()
    if position < text.count, text[position] == "." {
      position += 1
      skipDigits()
    }
    var behind = position + 1
    if position < text.count, text[position] == "e" || text[position] == "E" {
      if behind < text.count, text[behind] == "+" || text[behind] == "-" { behind += 1 }
      if behind < text.count, Self.isDigit(text[behind]) {
        position = behind
        skipDigits()
      }
    }
    do { return try Literal(string(from: start)) } catch { throw ExpressionError(at: start, error.message) }
  }

  private mutating func skipDigits() {
    while position < text.count, Self.isDigit(text[position]) { position += 1 }
  }

  private func string(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start..<position])
    return String(view)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func complaint(about scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "²", "³": "'\(scalar)' is not understood; write ^2 or ^3"
    case "√": "'√' is not understood; write sqrt(…)"
    case "Σ", "∑": "'\(scalar)' is not understood; write sum(i, 1, n, …)"
    case "{", "}": "'\(scalar)' is not understood; write ( and )"
    case "÷": "'÷' is not understood; write /"
    case "|": "'|' is not understood; write abs(…)"
    case "=", "<", ">", "!", "?", ":", ";": "'\(scalar)' has no meaning in an expression, which is one formula"
    case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
      "a control character (code \(scalar.value)) has no meaning in an expression"
    default: "'\(scalar)' has no meaning in an expression"
    }
  }
}
