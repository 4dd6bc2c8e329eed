/// An unevaluated sum high + low, for the few steps of an elementary function that need more than 53 bits.
///
/// Source: Dekker, A Floating-Point Technique for Extending the Available Precision, Numer. Math. 18 (1971).
@usableFromInline
struct DoubleDouble {
  @usableFromInline var high: Double
  @usableFromInline var low: Double

  @inlinable @inline(__always)
  init(_ high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  /// The same number with `high` rounded to nearest; needs |high| ≥ |low|.
  @inlinable @inline(__always)
  var normalized: DoubleDouble {
    let sum = high + low
    return DoubleDouble(sum, (high - sum) + low)
  }

  /// a + b without error (Knuth).
  @inlinable @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    let back = sum - a
    return DoubleDouble(sum, (a - (sum - back)) + (b - back))
  }

  /// a·b up to 2⁻¹⁰⁵ of itself, if nothing underflows.
  @inlinable @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let (a1, b1) = (Double.leadingHalf(a), Double.leadingHalf(b))
    let (a2, b2) = (a - a1, b - b1)
    let product = a * b
    return DoubleDouble(product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// Error at most 2⁻¹⁰⁰ of the product.
  @inlinable @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let leading = product(a.high, b.high)
    return DoubleDouble(leading.high, leading.low + (a.high * b.low + a.low * b.high)).normalized
  }

  /// Error at most 2⁻¹⁰⁰ of the quotient; `high` may be two units off, which `low` makes good.
  @inlinable @inline(__always)
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let inverse = 1 / b.high
    let quotient = a.high * inverse
    let back = product(quotient, b.high)
    let rest = ((a.high - back.high) - back.low) + (a.low - quotient * b.low)
    return DoubleDouble(quotient, rest * inverse)
  }
}
