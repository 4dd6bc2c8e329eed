/// An unevaluated sum high + low, for the few steps that need more than 53 bits: of one double, or of a batch.
///
/// Source: Dekker, A Floating-Point Technique for Extending the Available Precision, Numer. Math. 18 (1971).
@usableFromInline
struct Expansion<Number: KernelNumber> {
  @usableFromInline var high: Number
  @usableFromInline var low: Number

  @inlinable @inline(__always)
  init(_ high: Number, _ low: Number) {
    self.high = high
    self.low = low
  }

  /// The same number with `high` rounded to nearest; needs |high| ≥ |low|.
  @inlinable @inline(__always)
  var normalized: Expansion {
    let sum = high + low
    return Expansion(sum, (high - sum) + low)
  }

  /// a + b without error (Knuth).
  @inlinable @inline(__always)
  static func sum(_ a: Number, _ b: Number) -> Expansion {
    let sum = a + b
    let back = sum - a
    return Expansion(sum, (a - (sum - back)) + (b - back))
  }

  /// a·b up to 2⁻¹⁰⁵ of itself, if nothing underflows.
  @inlinable @inline(__always)
  static func product(_ a: Number, _ b: Number) -> Expansion {
    let (a1, b1) = (Number.leadingHalf(a), Number.leadingHalf(b))
    let (a2, b2) = (a - a1, b - b1)
    let product = a * b
    return Expansion(product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// Error at most 2⁻¹⁰⁰ of the product.
  @inlinable @inline(__always)
  static func * (a: Expansion, b: Expansion) -> Expansion {
    let leading = product(a.high, b.high)
    return Expansion(leading.high, leading.low + (a.high * b.low + a.low * b.high)).normalized
  }

  /// Error at most 2⁻¹⁰⁰ of the quotient; `high` may be two units off, which `low` makes good.
  @inlinable @inline(__always)
  static func / (a: Expansion, b: Expansion) -> Expansion {
    let inverse = 1 / b.high
    let quotient = a.high * inverse
    let back = product(quotient, b.high)
    let rest = ((a.high - back.high) - back.low) + (a.low - quotient * b.low)
    return Expansion(quotient, rest * inverse)
  }
}

@usableFromInline
typealias DoubleDouble = Expansion<Double>
