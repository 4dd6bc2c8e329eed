/// What is wrong with an expression, and at which place of its text.
struct ExpressionError: Error, Equatable {
  /// Counted in Unicode scalars from the beginning of the text.
  let position: Int
  /// What was found there and what was expected.
  let message: String

  init(at position: Int, _ message: String) {
    self.position = position
    self.message = message
  }

  /// An unknown `name`, with the closest of `choices` where one is close.
  static func unknown(_ what: String, _ name: String, at position: Int, choices: [String]) -> ExpressionError {
    let hint = InvalidInput.nearest(to: name, among: choices).map { "did you mean '\($0)'?" }
    let shown = name.unicodeScalars.count > 40 ? name.prefix(40) + "…" : name
    return ExpressionError(
      at: position, "there is no \(what) '\(shown)'; \(hint ?? "known are \(choices.joined(separator: ", "))")")
  }

  /// The mistake as one of `key`'s, above the text with a caret under the place.
  func input(key: String, text: String) -> InvalidInput {
    InvalidInput(key: key, value: "", allowed: "\(message)\n\(Self.marked(text, at: position))")
  }

  /// The line of `text` around `position`, and a caret under it; long texts are cut on both sides.
  private static func marked(_ text: String, at position: Int) -> String {
    let widest = 72
    let begin = Swift.max(0, position - widest / 2)
    var window = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars.dropFirst(begin).prefix(widest) {
      // One column each: what a terminal would act on, or not show, becomes a blank.
      window.append(isVisible(scalar) ? scalar : " ")
      count += 1
    }
    let isCut = text.unicodeScalars.dropFirst(begin + count).first != nil
    let lead = begin > 0 ? "…" : ""
    let indent = String(repeating: " ", count: position - begin + (begin > 0 ? 1 : 0))
    return "  \(lead)\(String(window))\(isCut ? "…" : "")\n  \(indent)^"
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .nonspacingMark,
      .enclosingMark:
      false
    default: true
    }
  }
}
