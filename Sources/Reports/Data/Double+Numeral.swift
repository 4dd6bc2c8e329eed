import Optimizers

extension Double {
  /// The shortest decimal that reads back as this number, or `nan`, `inf`, `-inf`.
  var numeral: String {
    if isNaN { return "nan" }
    if isInfinite { return self < 0 ? "-inf" : "inf" }
    // `shortest` writes whole numbers through an integer, which has no negative zero.
    return self == 0 && sign == .minus ? "-0.0" : shortest
  }
}

extension [Double] {
  /// A point as `;`-separated numerals.
  var numerals: String { map(\.numeral).joined(separator: ";") }
}
