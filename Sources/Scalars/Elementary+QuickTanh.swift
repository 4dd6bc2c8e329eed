import CVectors

/// A hyperbolic tangent for networks, which evaluate it by the million.
extension Elementary {
  /// tanh of eight numbers within 2 units in the last place: not the bits of `tanh`, but the same on every machine.
  ///
  /// E/(E + 2) with E = e²ˣ − 1 as in `tanh`, in plain arithmetic, and once corrected by what numerator and denominator
  /// lost in rounding. ±0 stay, NaN stays NaN.
  @inlinable @inline(__always)
  public static func quickTanh(_ x: Lanes) -> Lanes {
    // Beyond 20 the tangent rounds to 1, as it does there.
    let e = reducedExponential(Lanes(2) * Lanes.min(Lanes.abs(x), Lanes(20)))
    let biased = e.shifted.bits &+ Lanes.Bits(repeating: 1023)
    let scale = Lanes(bits: shiftedLeft8(biased, 52))
    // 2ⁿ(1 + high + low) − 1 with n ≥ 0: nothing cancels. 2ⁿ − 1 is 0 or the larger one.
    let sum = e.high + e.low
    let (whole, part) = (scale - Lanes(1), scale * sum)
    let numerator = whole + part
    let lost = ((whole - numerator) + part) + scale * ((e.high - sum) + e.low)
    let denominator = numerator + Lanes(2)
    let two = denominator - numerator
    let lostBelow = (numerator - (denominator - two)) + (Lanes(2) - two) + lost
    let quotient = numerator / denominator
    // 1/(E + 2) is (1 − E/(E + 2))/2.
    let tangent = quotient + (lost - quotient * lostBelow) * (Lanes(0.5) * (Lanes(1) - quotient))
    return Lanes(bits: or8(tangent.bits, and8(x.bits, Lanes.signBit)))
  }
}
