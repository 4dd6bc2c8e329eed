/// Logarithms to about 65 bits, which powers and other bases need.
extension Elementary {
  /// ln x for 0 < x < ∞.
  static func splitLog(_ x: Double) -> DoubleDouble {
    let isSubnormal = x < 0x1p-1022
    let (f, exponent) = significand((isSubnormal ? x * 0x1p54 : x).bitPattern)
    let n = Double(isSubnormal ? exponent - 54 : exponent)
    let fraction = splitLog1p(f)
    let sum = DoubleDouble.sum(n * 0x1.62e42fefa3p-1, fraction.high)
    return DoubleDouble(sum.high, sum.low + (fraction.low + n * 0x1.3de6af278ece6p-42)).normalized
  }

  /// ln(1 + f) for √½ ≤ 1 + f < √2, as 2s + s³(2/3 + s²·M(s²)) with s = f/(2 + f); error 2⁻⁶⁵ of the value.
  static func splitLog1p(_ f: Double) -> DoubleDouble {
    let s = DoubleDouble(f, 0) / DoubleDouble(2, f).normalized
    let z = s * s
    let factor = DoubleDouble(0x1.5555555555555p-1, 0x1.5555555555555p-55 + z.high * splitLogPolynomial(z.high))
    let cubic = s * z * factor.normalized
    let sum = DoubleDouble.sum(2 * s.high, cubic.high)
    return DoubleDouble(sum.high, sum.low + (2 * s.low + cubic.low)).normalized
  }

  /// M in ln((1 + s)/(1 − s)) = 2s + s³(2/3 + z·M(z)), z = s², |s| ≤ 0.1716, within 2⁻⁷³ of the value.
  private static func splitLogPolynomial(_ z: Double) -> Double {
    let a = 0x1.9999999999995p-2 + z * 0x1.2492492493150p-2
    let b = 0x1.c71c71c56444fp-3 + z * 0x1.745d183dec639p-3
    let c = 0x1.3b135fff863dfp-3 + z * 0x1.112112a7d433ep-3
    let d = 0x1.de26213628c94p-4 + z * 0x1.eb76255ddc6b8p-4
    let z2 = z * z
    return a + z2 * (b + z2 * (c + z2 * d))
  }
}
