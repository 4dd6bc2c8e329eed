/// Logarithms of plain doubles, and of sums that a double cannot hold.
extension Elementary {
  /// ln x; −∞ at ±0, NaN below 0.
  ///
  /// x = 2ᵏ·(1 + f) with 1 + f in [√½, √2). With s = f/(2 + f), ln(1 + f) = 2 artanh s = f − f²/2 + s·(f²/2 + R(s²)):
  /// f is exact, so the leading term carries no error (Muller, chapter 6).
  @inlinable @inline(__always)
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    if bits &- 0x0010_0000_0000_0000 < 0x7FE0_0000_0000_0000 { return logOfNormal(bits, 0) }
    return extremeLog(x)
  }

  /// ln(1 + x), accurate near 0; ±0 is returned as it is, −∞ at −1, NaN below.
  public static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 || x.isNaN { return x }
    if x <= -1 { return x == -1 ? -.infinity : .nan }
    if x > 0x1p60 { return log(x) }
    return log(.sum(1, x))
  }

  /// log₁₀ x; exact at the powers of ten; −∞ at ±0, NaN below 0.
  public static func log10(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return extremeLog(x) }
    let result = splitLog(x) * DoubleDouble(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)
    return result.high + result.low
  }

  /// log₂ x; exact at the powers of two; −∞ at ±0, NaN below 0.
  public static func log2(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return extremeLog(x) }
    let isSubnormal = x < 0x1p-1022
    let (f, k) = significand((isSubnormal ? x * 0x1p54 : x).bitPattern)
    let fraction = splitLog1p(f) * DoubleDouble(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56)
    let sum = DoubleDouble.sum(Double(isSubnormal ? k - 54 : k), fraction.high)
    return sum.high + (sum.low + fraction.low)
  }

  /// ln of an unevaluated sum in [2⁻⁵⁴, 2⁶¹): ln(u + c) = ln u + c/u up to 2⁻¹⁰⁶.
  @usableFromInline static func log(_ x: DoubleDouble) -> Double {
    let (f, k) = significand(x.high.bitPattern)
    let n = Double(k)
    return logSum(f, n, n * 0x1.3de6af278ece6p-42 + x.low / x.high)
  }

  @usableFromInline @inline(never)
  static func extremeLog(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    if !x.isFinite { return x }
    return logOfNormal((x * 0x1p54).bitPattern, -54)
  }

  /// ln of the normal number with these bits, times 2ᵒᶠᶠˢᵉᵗ.
  @inlinable @inline(__always)
  static func logOfNormal(_ bits: UInt64, _ offset: Int64) -> Double {
    let (f, k) = significand(bits)
    let n = Double(k &+ offset)
    return logSum(f, n, n * 0x1.3de6af278ece6p-42)
  }

  /// n times the head of ln2, + ln(1 + f) + tail.
  @inlinable @inline(__always)
  static func logSum<S: KernelNumber>(_ f: S, _ n: S, _ tail: S) -> S {
    let s = f / (S(2) + f)
    let z = s * s
    let half = S(0.5) * f * f
    let rest = s * (half + z * logPolynomial(z)) + tail
    return n * S(0x1.62e42fefa3p-1) + (f - (half - rest))
  }

  /// f in [√½ − 1, √2 − 1) and k, where the normal number with these bits is 2ᵏ·(1 + f).
  @inlinable @inline(__always)
  static func significand(_ bits: UInt64) -> (f: Double, k: Int64) {
    let k = Int64(bitPattern: bits &- 0x3FE6_A09E_667F_3BCD) &>> 52
    return (Double(bitPattern: bits &- UInt64(bitPattern: k &<< 52)) - 1, k)
  }

  /// L in ln((1 + s)/(1 − s)) = 2s + s·z·L(z), z = s², |s| ≤ 0.1716, within 2⁻⁵⁹; even and odd powers side by side.
  @inlinable @inline(__always)
  static func logPolynomial<S: KernelNumber>(_ z: S) -> S {
    let t = z * z
    let t2 = t * t
    let even = S(0x1.7466486178ecdp-3) + t * S(0x1.2f0d5e2c92795p-3)
    let evens = (S(0x1.5555555555594p-1) + t * S(0x1.249249423c734p-2)) + t2 * even
    let odds = (S(0x1.999999997f72dp-2) + t * S(0x1.c71c51d50fa2ap-3)) + t2 * S(0x1.39a0ddfa994c2p-3)
    return evens + z * odds
  }
}
