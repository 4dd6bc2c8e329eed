/// An exact decimal number `digits · 10^exponent`, which is what a tick stands at.
struct DecimalNumber: Hashable, Sendable {
  var digits: Int
  var exponent: Int

  var value: Double {
    exponent >= 0 ? Double(digits) * Self.power(exponent) : Double(digits) / Self.power(-exponent)
  }

  /// 10 to a power, correctly rounded.
  static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

  /// The number without trailing zeros in its digits; zero has exponent 0.
  var reduced: DecimalNumber {
    guard digits != 0 else { return DecimalNumber(digits: 0, exponent: 0) }
    var result = self
    while result.digits % 10 == 0 {
      result.digits /= 10
      result.exponent += 1
    }
    return result
  }

  /// The power of ten of the leading digit.
  var magnitude: Int { String(digits.magnitude).count - 1 + exponent }
}

extension DecimalNumber {
  /// A finite number rounded to significant digits.
  init(rounding value: Double, digits: Int) {
    // The shortest decimal that reads back as `value`, cut by whole-number arithmetic.
    let text = "\(abs(value))".split(separator: "e")
    let parts = text[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    var number = DecimalNumber(
      digits: Int(parts[0] + fraction) ?? Int.max,
      exponent: (text.count > 1 ? Int(text[1]) ?? 0 : 0) - fraction.count)
    var remainder = 0
    while String(number.digits).count > max(1, digits) {
      remainder = number.digits % 10
      number.digits /= 10
      number.exponent += 1
    }
    if remainder >= 5 { number.digits += 1 }
    if value < 0 { number.digits = -number.digits }
    self = number
  }
}
