/// Numbers, shares and lists as sentences say them, for whatever is written in words: output, captions and pages.
package enum Words {
  /// A whole number with its thousands apart: "1,400".
  package static func count(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    for position in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: position) }
    return (number < 0 ? "−" : "") + String(digits)
  }

  /// "1 start", "1,400 starts", "2 minima"; without `many`, the plural is the noun with an s.
  ///
  /// - Parameter space: what stands between number and noun.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil, space: String = " ") -> String {
    count(number) + space + (number == 1 ? one : many ?? one + "s")
  }

  /// "a", "a and b", "a, b and c".
  package static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A number as shortly as it can be read: "0.0001", "1e-8" as "10⁻⁸".
  package static func number(_ x: Double) -> String {
    let text = x.shortest
    guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...]) else { return text }
    let mantissa = text[..<e]
    return (mantissa == "1" || mantissa == "1.0" ? "" : "\(mantissa)×") + "10" + superscript(exponent)
  }

  /// The shortest decimal of a number rounded to so many significant digits, 4 unless told: "−3.142", "0.00012".
  package static func rounded(_ x: Double, digits: Int = 4) -> String {
    guard x != 0, x.isFinite else { return x.shortest }
    guard x > 0 else { return "−" + rounded(-x, digits: digits) }
    return x.rounded(toSignificant: digits).shortest
  }

  /// "12 %", "0.4 %", "< 0.1 %", "> 99.9 %": never 0 or 100 of what is neither.
  package static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    let number =
      switch tenths {
      case 0: share > 0 ? "< 0.1" : "0"
      case 1000...: share < 1 ? "> 99.9" : "100"
      case 100...990: "\(Int((share * 100).rounded()))"
      default: tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      }
    return number + "\u{202F}%"
  }

  /// −4 → "⁻⁴".
  package static func superscript(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "")
      + String(String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
