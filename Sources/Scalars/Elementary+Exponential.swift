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
  static func reducedExponential(_ x: Double) -> (high: Double, low: Double, shifted: Double) {
    let shifted = x * 0x1.71547652b82fep+0 + roundingShift
    let n = shifted - roundingShift
    let high = x - n * 0x1.62e42fefa3p-1
    let tail = n * 0x1.3de6af278ece6p-42
    let r = high - tail
    return (high, r * r * expPolynomial(r) - tail, shifted)
  }

  /// E in eʳ = 1 + r + r²·E(r), |r| ≤ ln2/2, within 2⁻⁵⁷·⁹.
  @inlinable @inline(__always)
  static func expPolynomial<S: RealScalar>(_ r: S) -> S {
    let a = S(0x1.000000000000cp-1) + r * S(0x1.555555555555cp-3)
    let b = S(0x1.555555554fe06p-5) + r * S(0x1.111111110e9eep-7)
    let c = S(0x1.6c16c18606fabp-10) + r * S(0x1.a01a01b44bb2bp-13)
    let d = S(0x1.a01995bb3bea8p-16) + r * S(0x1.71ddee5f22b42p-19)
    let e = S(0x1.28b0f602407a6p-22) + r * S(0x1.af6ea400fd05cp-26)
    let r2 = r * r
    let r4 = r2 * r2
    return (a + r2 * b) + r4 * ((c + r2 * d) + r4 * e)
  }
}
