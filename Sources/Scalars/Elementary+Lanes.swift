import CVectors

/// The same functions for eight arguments at once, with the bits of the scalar functions.
///
/// The kernels are shared; only what handles bit patterns is written for vectors here. A batch with a lane that the
/// scalar function would treat specially is evaluated lane by lane.
extension Elementary {
  @inlinable @inline(__always)
  public static func exp(_ x: Lanes) -> Lanes {
    // |x| < 708.
    guard Lanes.allBits(of: Lanes.abs(x), from: 0, to: 0x4086_1FFF_FFFF_FFFF) else { return x.map { exp($0) } }
    let e = reducedExponential(x)
    return Lanes(bits: (Lanes(1) + (e.high + e.low)).bits &+ shiftedLeft8(e.shifted.bits, 52))
  }

  @inlinable @inline(__always)
  public static func log(_ x: Lanes) -> Lanes {
    // Positive, normal and finite.
    guard Lanes.allBits(of: x, from: 0x0010_0000_0000_0000, to: 0x7FEF_FFFF_FFFF_FFFF) else { return x.map { log($0) } }
    // k + 1024, which is never negative: there are no arithmetic shifts of 64 bits in SSE and AVX.
    let exponent = shiftedRight8(
      x.bits &- Lanes.Bits(repeating: 0x3FE6_A09E_667F_3BCD) &+ Lanes.Bits(repeating: 0x4000_0000_0000_0000), 52)
    let f = Lanes(bits: x.bits &- shiftedLeft8(exponent &- Lanes.Bits(repeating: 1024), 52)) - Lanes(1)
    // A small integer in the low bits of 2⁵² is that integer as a double, once 2⁵² is taken away.
    let n = Lanes(bits: or8(exponent, Lanes.Bits(repeating: 0x4330_0000_0000_0000))) - Lanes(0x1p52 + 1024)
    return logSum(f, n, n * Lanes(0x1.3de6af278ece6p-42))
  }

  @inlinable @inline(__always)
  public static func sinCos(_ x: Lanes) -> (sin: Lanes, cos: Lanes) {
    let (r, correction, shifted) = shortlyReducedAngle(Lanes.abs(x))
    // |x| < 2²⁰ and |r| > 2⁻⁴⁰.
    guard
      Lanes.allBits(of: Lanes.abs(x), from: 0, to: 0x412F_FFFF_FFFF_FFFF),
      Lanes.allBits(of: Lanes.abs(r), from: 0x3D70_0000_0000_0001, to: 0x7FEF_FFFF_FFFF_FFFF)
    else { return x.mapToPair { sinCos($0) } }
    let (sine, cosine) = sinCosKernel(r, correction)
    let turned = turn(sine.0 + sine.1, cosine.0 + cosine.1, shifted.bits)
    return (turned.sin.flipped(x.bits), turned.cos)
  }

  @inlinable @inline(__always)
  public static func sinCosPi(_ x: Lanes) -> (sin: Lanes, cos: Lanes) {
    let magnitude = Lanes.abs(x)
    // |x| < 2⁵⁰.
    guard Lanes.allBits(of: magnitude, from: 0, to: 0x430F_FFFF_FFFF_FFFF) else {
      return x.mapToPair { sinCosPi($0) }
    }
    let shifted = Lanes(2) * magnitude + Lanes(roundingShift)
    let r = magnitude - Lanes(0.5) * (shifted - Lanes(roundingShift))
    let (sine, cosine) = sinCosPiKernel(r)
    let turned = turn(sine, cosine, shifted.bits)
    // Adding 0 turns −0 into +0.
    return ((turned.sin + Lanes(0)).flipped(x.bits), turned.cos + Lanes(0))
  }

  /// sin and cos of an angle that is `quadrant` right angles further.
  @inlinable @inline(__always)
  static func turn(_ sine: Lanes, _ cosine: Lanes, _ quadrant: Lanes.Bits) -> (sin: Lanes, cos: Lanes) {
    let isOdd = Lanes.Bits() &- and8(quadrant, Lanes.Bits(repeating: 1))
    let exchanged = and8(xor8(sine.bits, cosine.bits), isOdd)
    return (
      Lanes(bits: xor8(sine.bits, exchanged)).flipped(shiftedLeft8(quadrant, 62)),
      Lanes(bits: xor8(cosine.bits, exchanged))
        .flipped(shiftedLeft8(quadrant &+ Lanes.Bits(repeating: 1), 62))
    )
  }
}
