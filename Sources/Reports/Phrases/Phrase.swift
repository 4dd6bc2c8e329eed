import Foundation
import Statistics

/// Numbers as people read them: whole percents, en dashes, powers of ten with superscripts, thousands with commas.
enum Phrase {
  /// Keeps a number and its unit on one line.
  static let space = "\u{A0}"

  /// 1400 → "1,400".
  static func count(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// "1 run", "50 runs".
  static func count(_ number: Int, _ noun: String) -> String { count(number) + space + noun + (number == 1 ? "" : "s") }

  /// "37 of 50".
  static func share(_ proportion: Proportion) -> String {
    "\(count(proportion.count))\(space)of\(space)\(count(proportion.total))"
  }

  /// "74 %"; never 0 % or 100 % for what is only near it.
  static func percent(_ proportion: Proportion) -> String { wholePercent(proportion.rate) + space + "%" }

  /// "60–84 %".
  static func interval(_ proportion: Proportion) -> String {
    "\(wholePercent(proportion.low))–\(wholePercent(proportion.high))\(space)%"
  }

  private static func wholePercent(_ share: Double) -> String {
    let rounded = (share * 100).rounded()
    if rounded == 0, share > 0 { return "<1" }
    if rounded == 100, share < 1 { return ">99" }
    return String(Int(rounded))
  }

  /// f − f* for people: what is below 10⁻¹², negative by rounding included, is no more than rounding.
  static func gap(_ gap: Double) -> String { gap < 1e-12 ? "<10⁻¹²" : quantity(gap) }

  /// A number with at most `digits` significant digits: 0.00012 → "1.2×10⁻⁴", 0.52 → "0.52", ∞ → "∞", NaN → "–".
  static func quantity(_ number: Double, digits: Int = 2) -> String {
    if number.isNaN { return "–" }
    if number.isInfinite { return number < 0 ? "−∞" : "∞" }
    if number == 0 { return "0" }
    let parts = String(format: "%.\(digits - 1)e", number.magnitude).split(separator: "e")
    let sign = number < 0 ? "−" : ""
    guard parts.count == 2, let exponent = Int(parts[1]) else { return sign + number.magnitude.numeral }
    if exponent == 3 { return sign + count(Int(number.magnitude.rounded())) }
    if (-3..<3).contains(exponent) {
      let decimals = Swift.max(0, digits - 1 - exponent)
      return sign + trimmed(String(format: "%.\(decimals)f", number.magnitude))
    }
    let mantissa = trimmed(String(parts[0]))
    return sign + (mantissa == "1" ? "" : mantissa + "×") + "10" + superscript(exponent)
  }

  /// Evaluations, which are counted: "1,234", or a power of ten where the number is beyond reading.
  static func evaluations(_ number: Double) -> String {
    number.magnitude < 1e9 ? count(Int(number.rounded())) : quantity(number, digits: 3)
  }

  /// A point as "(−0.995, 0)"; of more than four coordinates, the first three.
  static func point(_ x: [Double]) -> String {
    guard x.count > 4 else { return "(\(x.map { quantity($0, digits: 4) }.joined(separator: ", ")))" }
    if let first = x.first, x.allSatisfy({ $0 == first }) {
      let value = quantity(first, digits: 4)
      return "(\(value), …, \(value))"
    }
    return "(\(x.prefix(3).map { quantity($0, digits: 4) }.joined(separator: ", ")), …)"
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func trimmed(_ decimal: String) -> String {
    guard decimal.contains(".") else { return decimal }
    var text = decimal
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// −4 → "⁻⁴".
  static func superscript(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (exponent < 0 ? "⁻" : "") + String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
  }
}
