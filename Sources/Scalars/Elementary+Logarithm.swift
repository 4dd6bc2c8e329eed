/// Natural logarithms.
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
    let s = f / (2 + f)
    let z = s * s
    let half = 0.5 * f * f
    let rest = s * (half + z * logPolynomial(z)) + n * 0x1.3de6af278ece6p-42
    return n * 0x1.62e42fefa3p-1 + (f - (half - rest))
  }

  /// f in [√½ − 1, √2 − 1) and k, where the normal number with these bits is 2ᵏ·(1 + f).
  @inlinable @inline(__always)
  static func significand(_ bits: UInt64) -> (f: Double, k: Int64) {
    let k = Int64(bitPattern: bits &- 0x3FE6_A09E_667F_3BCD) &>> 52
    return (Double(bitPattern: bits &- UInt64(bitPattern: k &<< 52)) - 1, k)
  }

  /// L in ln((1 + s)/(1 − s)) = 2s + s·z·L(z), z = s², |s| ≤ 0.1716, within 2⁻⁵⁹ of the value.
  @inlinable @inline(__always)
  static func logPolynomial<S: RealScalar>(_ z: S) -> S {
    let a = S(0x1.5555555555594p-1) + z * S(0x1.999999997f72dp-2)
    let b = S(0x1.249249423c734p-2) + z * S(0x1.c71c51d50fa2ap-3)
    let c = S(0x1.7466486178ecdp-3) + z * S(0x1.39a0ddfa994c2p-3)
    let z2 = z * z
    return a + z2 * (b + z2 * (c + z2 * S(0x1.2f0d5e2c92795p-3)))
  }
}
