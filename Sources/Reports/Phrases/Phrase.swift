import Foundation
import Objectives
import Statistics

/// Values and points as pages show them: a few digits, powers of ten with superscripts, thousands with commas.
enum Phrase {
  /// "1 run", "50 runs", on one line.
  static func count(_ number: Int, _ noun: String) -> String { Words.count(number, noun, space: Words.space) }

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
    if exponent == 3 { return sign + Words.count(Int(number.magnitude.rounded())) }
    if (-3..<3).contains(exponent) {
      let decimals = Swift.max(0, digits - 1 - exponent)
      return sign + trimmed(String(format: "%.\(decimals)f", number.magnitude))
    }
    let mantissa = trimmed(String(parts[0]))
    return sign + (mantissa == "1" ? "" : mantissa + "×") + "10" + Words.superscript(exponent)
  }

  /// Evaluations, which are counted: "1,234", or a power of ten where the number is beyond reading.
  static func evaluations(_ number: Double) -> String {
    number.magnitude < 1e9 ? Words.count(Int(number.rounded())) : quantity(number, digits: 3)
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

  private static func trimmed(_ decimal: String) -> String {
    guard decimal.contains(".") else { return decimal }
    var text = decimal
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
