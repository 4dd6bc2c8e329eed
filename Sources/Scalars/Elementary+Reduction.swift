/// Reduction of an angle by multiples of π/2.
extension Elementary {
  /// An angle as `quadrant`·π/2 + `r` + `correction`, |r| ≤ π/4 up to rounding; only the low two bits of `quadrant` count.
  @usableFromInline typealias ReducedAngle = (r: Double, correction: Double, quadrant: UInt64)

  /// Reduces x ≥ 0: three-term Cody–Waite below 2²⁰; the exact product where that is too short or cancels too much.
  ///
  /// π/2 = p₁ + p₂ + p₃ with 33, 33 and 53 bits, so n·p₁ and n·p₂ are exact for n < 2²⁰ and what is left is wrong by at
  /// most 2⁻¹⁰⁰. Where |r| > 2⁻⁴⁰ that is 2⁻⁶⁰ of r.
  @inlinable @inline(__always)
  static func reducedAngle(_ x: Double) -> ReducedAngle {
    let (r, correction, shifted) = shortlyReducedAngle(x)
    if x < 0x1p20, r.magnitude > 0x1p-40 { return (r, correction, shifted.bitPattern) }
    return exactlyReducedAngle(x)
  }

  @inlinable @inline(__always)
  static func shortlyReducedAngle<S: KernelNumber>(_ x: S) -> (r: S, correction: S, shifted: S) {
    let shifted = x * S(0x1.45f306dc9c883p-1) + S(roundingShift)
    let n = shifted - S(roundingShift)
    let a = x - n * S(0x1.921fb544p+0)
    let b = n * S(0x1.0b4611a6p-34)
    let difference = a - b
    // Without error though b may exceed a, since a is a multiple of the last place of b (Dekker's fast sum).
    let rest = ((a - difference) - b) - n * S(0x1.3198a2e037073p-69)
    let r = difference + rest
    return (r, (difference - r) + rest, shifted)
  }

  /// The same for every x ≥ 0, by multiplication with as many bits of 2/π as matter.
  ///
  /// x = m·2ᵉ. Bits of 2/π that contribute only multiples of four quadrants are skipped, the next 256 are multiplied by m
  /// modulo 2²⁵⁶; the two leading bits are the quadrant. What is cut off is below 2⁻²⁰⁰, and no double comes nearer to a
  /// multiple of π/2 than about 2⁻⁶². Source: Payne and Hanek, Radian Reduction for Trigonometric Functions, SIGNUM
  /// Newsletter 18 (1983).
  @usableFromInline @inline(never)
  static func exactlyReducedAngle(_ x: Double) -> ReducedAngle {
    if x < 0.5 { return (x, 0, 0) }
    if !x.isFinite { return (.nan, .nan, 0) }
    let m = (x.bitPattern & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000
    let start = Int(x.bitPattern &>> 52) - 1075 + 62
    var turns = product(m, with: window(at: start))
    var quadrant = turns.0 &>> 62
    turns = shiftedLeft(turns, by: 2)
    let isNegative = turns.0 &>> 63 == 1
    if isNegative {
      quadrant &+= 1
      turns = negated(turns)
    }
    var zeros = 0
    while turns.0 &>> 63 == 0 {
      let count = turns.0 == 0 ? 63 : turns.0.leadingZeroBitCount
      turns = shiftedLeft(turns, by: UInt64(count))
      zeros += count
    }
    let (r, correction) = timesHalfPi(turns.0, turns.1, scale: powerOfTwo(-127 - zeros))
    return isNegative ? (-r, -correction, quadrant) : (r, correction, quadrant)
  }

  /// 256 bits, the most significant word first.
  private typealias Words = (UInt64, UInt64, UInt64, UInt64)

  /// The 256 bits of 2/π (behind 64 zeros) that begin at bit `start`.
  private static func window(at start: Int) -> Words {
    let word = start / 64
    let shift = UInt64(start % 64)
    func at(_ i: Int) -> UInt64 {
      let high = twoOverPi[word + i]
      return shift == 0 ? high : (high &<< shift) | (twoOverPi[word + i + 1] &>> (64 - shift))
    }
    return (at(0), at(1), at(2), at(3))
  }

  /// m·w modulo 2²⁵⁶.
  private static func product(_ m: UInt64, with w: Words) -> Words {
    let p3 = m.multipliedFullWidth(by: w.3)
    let p2 = m.multipliedFullWidth(by: w.2)
    let p1 = m.multipliedFullWidth(by: w.1)
    let (r2, carry2) = p2.low.addingReportingOverflow(p3.high)
    let (s1, carry1) = p1.low.addingReportingOverflow(p2.high)
    let (r1, carry1b) = s1.addingReportingOverflow(carry2 ? 1 : 0)
    let r0 = m &* w.0 &+ p1.high &+ (carry1 ? 1 : 0) &+ (carry1b ? 1 : 0)
    return (r0, r1, r2, p3.low)
  }

  /// `w` shifted left by 1 … 63 bits.
  private static func shiftedLeft(_ w: Words, by n: UInt64) -> Words {
    (
      (w.0 &<< n) | (w.1 &>> (64 - n)), (w.1 &<< n) | (w.2 &>> (64 - n)),
      (w.2 &<< n) | (w.3 &>> (64 - n)), w.3 &<< n
    )
  }

  private static func negated(_ w: Words) -> Words {
    let (d, c3) = (~w.3).addingReportingOverflow(1)
    let (c, c2) = (~w.2).addingReportingOverflow(c3 ? 1 : 0)
    let (b, c1) = (~w.1).addingReportingOverflow(c2 ? 1 : 0)
    return (~w.0 &+ (c1 ? 1 : 0), b, c, d)
  }

  /// (high·2⁶⁴ + low)·π/2·scale, the integer below 2¹²⁸ and π/2 scaled by 2¹²⁷, as an unevaluated sum.
  private static func timesHalfPi(_ high: UInt64, _ low: UInt64, scale: Double) -> (Double, Double) {
    let top = high.multipliedFullWidth(by: 0xC90F_DAA2_2168_C234)
    let cross = high.multipliedFullWidth(by: 0xC4C6_628B_80DC_1CD1).high
    let other = low.multipliedFullWidth(by: 0xC90F_DAA2_2168_C234).high
    let (sum, carry) = top.low.addingReportingOverflow(cross)
    let (b, carry2) = sum.addingReportingOverflow(other)
    let a = top.high &+ (carry ? 1 : 0) &+ (carry2 ? 1 : 0)
    let leading = Double(a & ~0x7FF) * 0x1p64
    let trailing = Double(a & 0x7FF) * 0x1p64 + Double(b)
    let r = leading + trailing
    return (r * scale, ((leading - r) + trailing) * scale)
  }

  /// 2/π in binary, 64 zero bits first.
  private static let twoOverPi: [UInt64] = [
    0x0000_0000_0000_0000, 0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041,
    0xFE51_63AB_DEBB_C561, 0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E,
    0xE882_35F5_2EBB_4484, 0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B,
    0x1FF8_97FF_DE05_980F, 0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D,
    0x7527_BAC7_EBE5_F17B, 0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB,
    0xF0CF_BC20_9AF4_361D, 0xA9E3_9161_5EE6_1B08, 0x6599_855F_14A0_6840,
  ]
}
