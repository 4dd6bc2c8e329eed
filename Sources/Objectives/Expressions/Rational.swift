/// A ratio of two whole numbers that doubles hold exactly: what constants are folded in.
///
/// Every operation is exact; where the exact result does not fit, there is none.
struct Rational: Hashable {
  /// 2⁵³, the largest whole number up to which doubles hold all.
  static let largest = 1 << 53

  let numerator: Int
  /// Positive, without a factor in common with the numerator.
  let denominator: Int

  /// A whole number of at most 2⁵³.
  init(_ whole: Int) {
    precondition(whole.magnitude <= Self.largest, "a whole number beyond 2^53 is not exact as a double")
    numerator = whole
    denominator = 1
  }

  private init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let top = numerator.magnitude / divisor
    let bottom = denominator.magnitude / divisor
    guard top <= Self.largest, bottom <= Self.largest else { return nil }
    self.numerator = (numerator < 0) == (denominator < 0) ? Int(top) : -Int(top)
    self.denominator = Int(bottom)
  }

  /// The number, where it is whole.
  var whole: Int? { denominator == 1 ? numerator : nil }

  /// The number, where a double is exactly it.
  var exactDouble: Double? {
    denominator & (denominator - 1) == 0 ? Double(numerator) / Double(denominator) : nil
  }

  var negated: Rational { Rational(unchecked: -numerator, denominator) }

  func adding(_ other: Rational) -> Rational? {
    guard let left = Self.product(numerator, other.denominator), let right = Self.product(other.numerator, denominator),
      let bottom = Self.product(denominator, other.denominator)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Rational(sum, over: bottom)
  }

  func multiplied(by other: Rational) -> Rational? {
    guard let top = Self.product(numerator, other.numerator), let bottom = Self.product(denominator, other.denominator)
    else { return nil }
    return Rational(top, over: bottom)
  }

  /// Nil for a division by zero, too.
  func divided(by other: Rational) -> Rational? {
    guard let top = Self.product(numerator, other.denominator), let bottom = Self.product(denominator, other.numerator)
    else { return nil }
    return Rational(top, over: bottom)
  }

  private init(unchecked numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func product(_ a: Int, _ b: Int) -> Int? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow || product == .min ? nil : product
  }

  private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
