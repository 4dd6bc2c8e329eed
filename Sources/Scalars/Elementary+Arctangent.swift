/// Arcs of a tangent.
extension Elementary {
  /// arctan(x) in (−π/2, π/2); ±0 is returned as it is.
  public static func atan(_ x: Double) -> Double { atan2(x, 1) }

  /// The angle of the point (x, y), in [−π, π], with every special case of C99 (annex F.9.1.4).
  public static func atan2(_ y: Double, _ x: Double) -> Double {
    if x.isNaN || y.isNaN { return x + y }
    let angle = firstQuadrantAngle(y.magnitude, x.magnitude, isLeft: x.sign == .minus)
    return flip(angle, y.bitPattern)
  }

  /// The angle of (x, y), or of (−x, y) if `isLeft`, for x, y ≥ 0.
  ///
  /// The point is turned by a multiple of π/4 to within π/8 of the axis, where a polynomial serves; the turned
  /// coordinates and their quotient are kept as unevaluated sums.
  private static func firstQuadrantAngle(_ y: Double, _ x: Double, isLeft: Bool) -> Double {
    let isSteep = y > x
    if !isSteep, !isLeft, y < x * 0x1p-60 {
      // arctan(q) rounds to q, which may be subnormal.
      return x.isInfinite ? 0 : y / x
    }
    var (eighths, arc) = isSteep ? firstOctantAngle(x, y) : firstOctantAngle(y, x)
    // Beyond the diagonal the arc runs backwards from the y axis; on the left, backwards from π.
    if isSteep { (eighths, arc) = (2 - eighths, DoubleDouble(-arc.high, -arc.low)) }
    if isLeft { (eighths, arc) = (4 - eighths, DoubleDouble(-arc.high, -arc.low)) }
    let sum = DoubleDouble.sum(eighths * 0x1.921fb54442d18p-1, arc.high)
    return sum.high + (sum.low + (arc.low + eighths * 0x1.1a62633145c07p-55))
  }

  /// The angle of (large, small), 0 ≤ small ≤ large, as `eighths`·π/4 + `arc`.
  private static func firstOctantAngle(_ small: Double, _ large: Double) -> (eighths: Double, arc: DoubleDouble) {
    if large.isInfinite { return (small.isInfinite ? 1 : 0, DoubleDouble(0, 0)) }
    if small <= large * 0x1p-60 { return (0, DoubleDouble(large == 0 ? 0 : small / large, 0)) }
    let scale = powerOfTwo(max(-1022, min(1022, 1023 - Int(large.bitPattern &>> 52))))
    let (a, b) = (small * scale, large * scale)
    if a > 0.4142 * b {
      return (1, splitAtan(DoubleDouble.sum(a, -b) / DoubleDouble.sum(a, b)))
    }
    return (0, splitAtan(DoubleDouble(a, 0) / DoubleDouble(b, 0)))
  }

  /// arctan t for |t| ≤ tan(π/8).
  private static func splitAtan(_ t: DoubleDouble) -> DoubleDouble {
    let z = t.high * t.high
    return DoubleDouble(t.high, t.high * z * atanPolynomial(z) + t.low * (1 - z))
  }

  /// T in arctan t = t + t³·T(t²), |t| ≤ tan(π/8), within 2⁻⁵⁹ of t.
  private static func atanPolynomial(_ z: Double) -> Double {
    let a = -0x1.555555555553bp-2 + z * 0x1.99999999954ecp-3
    let b = -0x1.249249229b088p-3 + z * 0x1.c71c70dfd428bp-4
    let c = -0x1.745cf83c70f44p-4 + z * 0x1.3b110f02f05b2p-4
    let d = -0x1.10eb4ea9a167bp-4 + z * 0x1.df09b7a3e46e2p-5
    let e = -0x1.9cbb391a02d56p-5 + z * 0x1.379d633b41bdcp-5
    let z2 = z * z
    let tail = d + z2 * (e - z2 * 0x1.24f5be7dff754p-6)
    return a + z2 * (b + z2 * (c + z2 * tail))
  }
}
