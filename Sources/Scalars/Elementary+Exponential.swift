/// The exponential function and eˣ − 1.
extension Elementary {
  /// eˣ; +∞ above 709.78, subnormal below −708.4, 0 below −745.13.
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double {
    if x.magnitude < 708 {
      let e = reducedExponential(x)
      return Double(bitPattern: (1 + (e.high + e.low)).bitPattern &+ (e.shifted.bitPattern &<< 52))
    }
    return extremeExp(x)
  }

  @usableFromInline @inline(never)
  static func extremeExp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 710 { return .infinity }
    if x < -746 { return 0 }
    let e = reducedExponential(x)
    return scaled(1 + (e.high + e.low), by: Int(e.shifted - roundingShift))
  }

  /// eˣ − 1, accurate near 0; ±0 is returned as it is, −1 below −38.
  public static func expm1(_ x: Double) -> Double {
    // eˣ − 1 = x + x²/2 + …, which rounds to x.
    if x.magnitude < 0x1p-54 || x.isNaN { return x }
    if x > 709 { return exp(x) }
    let sum = splitExpm1(x)
    return sum.high + sum.low
  }

  /// eˣ − 1 for x ≤ 709 as an unevaluated sum.
  ///
  /// 2ⁿ(1 + high + low) − 1, where 2ⁿ − 1 and 2ⁿ·high are added without error before the small rest.
  @usableFromInline static func splitExpm1(_ x: Double) -> DoubleDouble {
    if x < -50 { return DoubleDouble(-1, 0x1p-60) }
    let e = reducedExponential(x)
    let scale = powerOfTwo(Int(e.shifted - roundingShift))
    let whole = DoubleDouble.sum(scale, -1)
    let sum = DoubleDouble.sum(whole.high, scale * e.high)
    return DoubleDouble(sum.high, sum.low + (whole.low + scale * e.low)).normalized
  }

  /// y·2ⁿ for y near 1 and |n| ≤ 1100, rounded once.
  @usableFromInline
  static func scaled(_ y: Double, by n: Int) -> Double {
    let first = n < 0 ? max(n, -1000) : min(n, 1000)
    return y * powerOfTwo(first) * powerOfTwo(n - first)
  }

  /// eˣ = 2ⁿ·(1 + high + low), where `high` is exact, |high| ≤ ln2/2, and n stands in the low bits of `shifted`.
  ///
  /// x = n·ln2 + r; ln2 is split after 41 bits, so that n times its head and the subtraction are exact.
  @inlinable @inline(__always)
  static func reducedExponential<S: KernelNumber>(_ x: S) -> (high: S, low: S, shifted: S) {
    let shifted = x * S(0x1.71547652b82fep+0) + S(roundingShift)
    let n = shifted - S(roundingShift)
    let high = x - n * S(0x1.62e42fefa3p-1)
    let tail = n * S(0x1.3de6af278ece6p-42)
    let r = high - tail
    return (high, r * r * expPolynomial(r) - tail, shifted)
  }

  /// E in eʳ = 1 + r + r²·E(r), |r| ≤ ln2/2, within 2⁻⁵⁷·⁹; the even and the odd powers run side by side.
  @inlinable @inline(__always)
  static func expPolynomial<S: KernelNumber>(_ r: S) -> S {
    let t = r * r
    let t2 = t * t
    let even = S(0x1.6c16c18606fabp-10) + t * S(0x1.a01995bb3bea8p-16) + t2 * S(0x1.28b0f602407a6p-22)
    let odd = S(0x1.a01a01b44bb2bp-13) + t * S(0x1.71ddee5f22b42p-19) + t2 * S(0x1.af6ea400fd05cp-26)
    let evens = (S(0x1.000000000000cp-1) + t * S(0x1.555555554fe06p-5)) + t2 * even
    let odds = (S(0x1.555555555555cp-3) + t * S(0x1.111111110e9eep-7)) + t2 * odd
    return evens + r * odds
  }
}
