/// A piece of a formula on one level: `x_i²` is x, then a lowered i, then ².
struct FormulaPart: Equatable {
  let text: String
  let isSubscript: Bool
  let isSuperscript: Bool

  /// Reads the catalogue's plain notation: `_` and `^` move the next letter, number or braced group.
  static func parts(_ formula: String) -> [FormulaPart] {
    var parts: [FormulaPart] = []
    var plain = ""
    var rest = Array(formula)[...]
    while let character = rest.popFirst() {
      guard character == "_" || character == "^", let moved = group(&rest) else {
        plain.append(character)
        continue
      }
      if !plain.isEmpty { parts.append(FormulaPart(plain: plain)) }
      plain = ""
      let isSubscript = character == "_"
      parts.append(FormulaPart(text: moved, isSubscript: isSubscript, isSuperscript: !isSubscript))
    }
    if !plain.isEmpty { parts.append(FormulaPart(plain: plain)) }
    return parts
  }

  /// Takes what `_` or `^` applies to from the front of `rest`; nil where there is nothing such.
  private static func group(_ rest: inout ArraySlice<Character>) -> String? {
    guard let first = rest.first else { return nil }
    if first == "{" {
      guard let close = rest.firstIndex(of: "}") else { return nil }
      let inside = String(rest[rest.index(after: rest.startIndex)..<close])
      rest = rest[rest.index(after: close)...]
      return inside
    }
    if first.isNumber {
      let number = rest.prefix { $0.isNumber && $0.isASCII }
      guard !number.isEmpty else { return nil }
      rest = rest.dropFirst(number.count)
      return String(number)
    }
    guard first.isLetter else { return nil }
    rest = rest.dropFirst()
    return String(first)
  }
}

extension FormulaPart {
  /// A text that is shown as it stands.
  init(plain text: String) { self.init(text: text, isSubscript: false, isSuperscript: false) }
}
