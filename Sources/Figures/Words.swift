import Optimizers
import Statistics

/// Numbers as captions say them.
enum Words {
  /// "1 start", "1,400 runs".
  static func count(_ n: Int, _ noun: String) -> String { "\(grouped(n)) \(noun)\(n == 1 ? "" : "s")" }

  /// A whole number with its thousands apart.
  static func grouped(_ n: Int) -> String {
    var digits = Array(String(n.magnitude))
    for position in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: position) }
    return (n < 0 ? "−" : "") + String(digits)
  }

  /// A number as shortly as it can be read: "0.0001", "1e-8" as "10⁻⁸".
  static func number(_ x: Double) -> String {
    let text = x.shortest
    guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...]) else { return text }
    let mantissa = text[..<e]
    return (mantissa == "1" || mantissa == "1.0" ? "" : "\(mantissa)×") + "10" + superscript(exponent)
  }

  /// "1,300 of 1,400 runs (92–94 %)".
  static func share(_ share: Proportion) -> String {
    let low = Int((100 * share.low).rounded())
    let high = Int((100 * share.high).rounded())
    return "\(grouped(share.count)) of \(count(share.total, "run")) (\(low)–\(high)\u{202F}%)"
  }

  /// "a, b and c".
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func superscript(_ n: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (n < 0 ? "⁻" : "") + String(n.magnitude).compactMap(\.wholeNumberValue).map { String(digits[$0]) }.joined()
  }
}
