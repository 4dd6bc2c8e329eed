/// sin, cos and tan in radians.
extension Elementary {
  /// sin(x), x in radians; ±0 is returned as it is, NaN at ±∞.
  @inlinable @inline(__always)
  public static func sin(_ x: Double) -> Double { sinCos(x).sin }

  /// cos(x), x in radians; NaN at ±∞.
  @inlinable @inline(__always)
  public static func cos(_ x: Double) -> Double { sinCos(x).cos }

  /// sin(x) and cos(x) from one reduction, with the same bits as the single functions.
  @inlinable @inline(__always)
  public static func sinCos(_ x: Double) -> (sin: Double, cos: Double) {
    let (r, correction, quadrant) = reducedAngle(x.magnitude)
    let (sine, cosine) = sinCosKernel(r, correction)
    let s = flip(select(quadrant, sine.0 + sine.1, cosine.0 + cosine.1), quadrant &<< 62)
    let c = flip(select(quadrant, cosine.0 + cosine.1, sine.0 + sine.1), (quadrant &+ 1) &<< 62)
    return (flip(s, x.bitPattern), c)
  }

  /// tan(x), x in radians; ±0 is returned as it is, NaN at ±∞.
  public static func tan(_ x: Double) -> Double {
    let (r, correction, quadrant) = reducedAngle(x.magnitude)
    let kernel = sinCosKernel(r, correction)
    let sine = DoubleDouble(kernel.sin.0, kernel.sin.1).normalized
    let cosine = DoubleDouble(kernel.cos.0, kernel.cos.1).normalized
    let ratio = quadrant & 1 == 1 ? cosine / sine : sine / cosine
    return flip(ratio.high + ratio.low, x.bitPattern ^ (quadrant &<< 63))
  }

  /// sin and cos of r + correction, |r| ≤ π/4, as heads and tails whose sum is still to be rounded.
  @inlinable @inline(__always)
  static func sinCosKernel<S: KernelNumber>(_ r: S, _ correction: S) -> (sin: (S, S), cos: (S, S)) {
    let z = r * r
    let half = S(0.5) * z
    let sine = r * z * sinPolynomial(z) + (correction - half * correction)
    let w = S(1) - half
    let cosine = ((S(1) - w) - half) + (z * z * cosPolynomial(z) - r * correction)
    return ((r, sine), (w, cosine))
  }

  /// S in sin r = r + r³·S(r²), |r| ≤ π/4, within 2⁻⁵⁷·⁹ of r.
  @inlinable @inline(__always)
  static func sinPolynomial<S: RealScalar>(_ z: S) -> S {
    let a = S(-0x1.5555555555548p-3) + z * S(0x1.111111110f77cp-7)
    let b = S(-0x1.a01a019bf7bcbp-13) + z * S(0x1.71de35649b231p-19)
    let c = S(-0x1.ae5e591921411p-26) + z * S(0x1.5d8f97c9f3d4bp-33)
    let z2 = z * z
    return a + z2 * (b + z2 * c)
  }

  /// C in cos r = 1 − r²/2 + r⁴·C(r²), |r| ≤ π/4, within 2⁻⁶⁴.
  @inlinable @inline(__always)
  static func cosPolynomial<S: RealScalar>(_ z: S) -> S {
    let a = S(0x1.555555555554bp-5) + z * S(-0x1.6c16c16c1504bp-10)
    let b = S(0x1.a01a019c9773cp-16) + z * S(-0x1.27e4f7f8e48edp-22)
    let c = S(0x1.1ee9e1583270bp-29) + z * S(-0x1.8fa99010a4496p-37)
    let z2 = z * z
    return a + z2 * (b + z2 * c)
  }
}
