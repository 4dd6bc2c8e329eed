/// The functions that networks squash with.
extension Elementary {
  /// tanh x = E/(E + 2) with E = e²ˣ − 1; ±0 is returned as it is.
  public static func tanh(_ x: Double) -> Double {
    let size = x.magnitude
    // tanh x = x − x³/3 + …, which rounds to x.
    if size < 0x1p-28 || x.isNaN { return x }
    if size > 20 { return flip(1, x.bitPattern) }
    let e = splitExpm1(2 * size)
    let sum = DoubleDouble.sum(2, e.high)
    let ratio = e / DoubleDouble(sum.high, sum.low + e.low)
    return flip(ratio.high + ratio.low, x.bitPattern)
  }

  /// 1/(1 + e⁻ˣ).
  public static func logistic(_ x: Double) -> Double {
    if x < -40 || x.isNaN { return exp(x) }
    if x > 40 { return 1 }
    let e = splitExp(-x.magnitude)
    let sum = DoubleDouble.sum(1, e.high)
    let ratio = (x < 0 ? e : DoubleDouble(1, 0)) / DoubleDouble(sum.high, sum.low + e.low)
    return ratio.high + ratio.low
  }

  /// ln(1 + eˣ), which is x for large x and eˣ for very negative x.
  public static func softplus(_ x: Double) -> Double {
    if x < -40 || x.isNaN { return exp(x) }
    if x > 40 { return x }
    let e = splitExp(-x.magnitude)
    let sum = DoubleDouble.sum(1, e.high)
    let tail = log(DoubleDouble(sum.high, sum.low + e.low))
    return x > 0 ? x + tail : tail
  }

  /// eˣ for |x| ≤ 700 as an unevaluated sum.
  private static func splitExp(_ x: Double) -> DoubleDouble {
    let e = reducedExponential(x)
    let scale = powerOfTwo(Int(e.shifted - roundingShift))
    let sum = DoubleDouble.sum(1, e.high)
    return DoubleDouble(scale * sum.high, scale * (sum.low + e.low)).normalized
  }
}
