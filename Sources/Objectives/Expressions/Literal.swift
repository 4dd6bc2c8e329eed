/// A decimal number as it was written.
enum Literal: Hashable {
  /// The number is this ratio.
  case ratio(Rational)
  /// The number is not a small ratio; this is the double nearest to it.
  case decimal(Double)

  /// The number of `text`: digits, an optional fraction, an optional exponent.
  ///
  /// - Throws: why the text, which is a number, cannot stand for one: beyond the range of doubles, or with digits that
  ///   none of them can hold.
  init(_ text: String) throws(Reason) {
    if let ratio = Self.ratio(text) {
      self = .ratio(ratio)
      return
    }
    guard let value = Double(text) else { throw .malformed }
    guard value.isFinite else { throw .tooLarge }
    // Only zeros: "0.000…0" with more digits than fit a ratio.
    let isZero = text.prefix { $0 != "e" && $0 != "E" }.allSatisfy { $0 == "0" || $0 == "." }
    if isZero {
      self = .ratio(Rational(0))
      return
    }
    guard value >= 0x1p-1000 else { throw .tooSmall }
    // A tabulated constant that is a multiple of 1/256 counts as exact; one that only rounds to such a number is not.
    guard value * 256 != (value * 256).rounded(.towardZero) || value >= 0x1p53 else { throw .beyondDouble(value) }
    self = .decimal(value)
  }

  enum Reason: Error {
    case malformed, tooLarge, tooSmall
    case beyondDouble(Double)

    var message: String {
      switch self {
      case .malformed: "this is not a number"
      case .tooLarge: "this number is too large: at most 1.79e308"
      case .tooSmall: "this number is too small: at least 1e-300, or 0"
      case .beyondDouble(let value): "this number has more digits than a double holds; write \(value)"
      }
    }
  }

  /// The number as a ratio, where both parts stay small.
  private static func ratio(_ text: String) -> Rational? {
    var digits = 0
    // Zeros that are written into `digits` only when another digit follows: "0.5000" is 5/10.
    var zeros = 0
    var scale = 0
    var isFraction = false
    var rest = text.utf8.makeIterator()
    var exponent = ""
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        while let more = rest.next() { exponent.unicodeScalars.append(Unicode.Scalar(more)) }
      default:
        if isFraction { scale -= 1 }
        let digit = Int(byte - UInt8(ascii: "0"))
        guard digit != 0 else {
          zeros += 1
          continue
        }
        for _ in 0..<(digits == 0 ? 1 : zeros + 1) {
          guard digits < Rational.largest / 10 else { return nil }
          digits *= 10
        }
        digits += digit
        zeros = 0
      }
    }
    scale += zeros
    if !exponent.isEmpty {
      guard let power = Int(exponent), power.magnitude < 1000 else { return nil }
      scale += power
    }
    if digits == 0 { return Rational(0) }
    guard scale.magnitude < 400 else { return nil }
    var result: Rational? = Rational(digits)
    for _ in 0..<scale.magnitude {
      guard let value = result else { return nil }
      result = scale < 0 ? value.divided(by: Rational(10)) : value.multiplied(by: Rational(10))
    }
    return result
  }
}
