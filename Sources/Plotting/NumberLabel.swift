import Canvas

/// How numbers are written in figures: a real minus sign, no needless digits, powers of ten raised.
public enum NumberLabel {
  /// The same style for all the labels of an axis, with as many decimals as the finest of them needs.
  static func labels(for numbers: [DecimalNumber]) -> [RichText] {
    let reduced = numbers.map(\.reduced)
    let nonzero = reduced.filter { $0.digits != 0 }
    let finest = nonzero.map(\.exponent).min() ?? 0
    let largest = nonzero.map(\.magnitude).max() ?? 0
    // Plain digits, unless they are many and a power of ten would spare some of them.
    let plainLength = max(largest, 0) + 1 + (finest < 0 ? 1 - finest : 0)
    let isPlain = plainLength <= max(6, largest - finest + 4)
    if isPlain { return reduced.map { RichText(fixed($0, decimals: max(0, -finest))) } }
    return reduced.map { number in
      guard number.digits != 0 else { return "0" }
      let mantissa = DecimalNumber(digits: number.digits, exponent: number.exponent - largest)
      return RichText(fixed(mantissa, decimals: max(0, largest - finest)) + "\u{2009}×\u{2009}") + power(largest)
    }
  }

  /// 10 with a raised exponent.
  public static func power(_ exponent: Int) -> RichText {
    RichText("10") + .raised(withMinus("\(exponent)"))
  }

  /// A number by itself, to at most `digits` significant ones: 0.035, 1200, 3.2 × 10⁻⁷.
  ///
  /// Infinity and NaN are written as ∞ and “not a number”.
  public static func text(_ value: Double, digits: Int = 3) -> RichText {
    guard value.isFinite else { return RichText(value.isNaN ? "not a number" : withMinus(value < 0 ? "-∞" : "∞")) }
    let number = DecimalNumber(rounding: value, digits: digits).reduced
    guard number.digits != 0 else { return "0" }
    let magnitude = number.magnitude
    if magnitude >= -3, magnitude < 5 { return RichText(fixed(number, decimals: max(0, -number.exponent))) }
    if abs(number.digits) == 1 { return RichText(value < 0 ? "−" : "") + power(number.exponent) }
    let mantissa = DecimalNumber(digits: number.digits, exponent: number.exponent - magnitude)
    return RichText(fixed(mantissa, decimals: max(0, -mantissa.exponent)) + "\u{2009}×\u{2009}") + power(magnitude)
  }

  /// The same as `text`, in characters alone: exponents are Unicode's raised digits.
  public static func plainText(_ value: Double, digits: Int = 3) -> String {
    text(value, digits: digits).runs.map { run in
      run.baseline == .raised ? String(run.string.map { raisedDigits[$0] ?? $0 }) : run.string
    }.joined()
  }

  private static let raisedDigits: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "−": "⁻",
  ]

  /// Plain digits with the given number of decimals, which must be enough to be exact.
  private static func fixed(_ number: DecimalNumber, decimals: Int) -> String {
    guard number.digits != 0 else { return decimals > 0 ? "0." + String(repeating: "0", count: decimals) : "0" }
    var digits = String(number.digits.magnitude) + String(repeating: "0", count: max(0, number.exponent + decimals))
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return (number.digits < 0 ? "−" : "") + digits
  }

  static func withMinus(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
}
