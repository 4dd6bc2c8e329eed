/// Outward rounding without switching the processor's rounding mode, which Swift cannot do.
///
/// An operation that is rounded to nearest is at most one place away from the true result; a bound is moved by one
/// place, computed with the same arithmetic. Needs no branch on the exponent and works lane by lane.
/// Source: Rump, Zimmermann, Boldo and Melquiond, Computing predecessor and successor in rounding to nearest, BIT 49
/// (2009), doi:10.1007/s10543-009-0218-z.
@usableFromInline
enum Rounding {
  /// 2⁻⁵³ and one place more: |c|·φ is at least half a place of c.
  @usableFromInline static var relative: Double { @inlinable @inline(__always) get { 0x1.0000000000001p-53 } }
  /// The smallest positive number.
  @usableFromInline static var absolute: Double { @inlinable @inline(__always) get { 0x1p-1074 } }

  /// Below everything that rounds to `c`. An exact zero stays; +∞, an overflow, becomes the largest finite number.
  @inlinable @inline(__always)
  static func down(_ c: Double) -> Double {
    if c == 0 { return 0 }
    return c == .infinity ? Double.greatestFiniteMagnitude : c - (relative * c.magnitude + absolute)
  }

  /// Above everything that rounds to `c`. An exact zero stays; −∞, an overflow, becomes the most negative number.
  @inlinable @inline(__always)
  static func up(_ c: Double) -> Double {
    if c == 0 { return 0 }
    return c == -.infinity ? -Double.greatestFiniteMagnitude : c + (relative * c.magnitude + absolute)
  }

  /// a · b to nearest, but 0 · ∞ is 0, and what is not zero never becomes zero: an exact zero can be told.
  @inlinable @inline(__always)
  static func product(_ a: Double, _ b: Double) -> Double {
    if a == 0 || b == 0 { return 0 }
    let product = a * b
    return product == 0 ? Double(bitPattern: product.bitPattern | 1) : product
  }
}

/// The same, four at a time; a zero in a quotient's numerator stays exact.
extension Rounding {
  @usableFromInline typealias Four = SIMD4<Double>

  @inlinable @inline(__always)
  static func down(_ c: Four) -> Four {
    let magnitudes = c.replacing(with: 0 - c, where: c .< 0)
    let lower = c - (magnitudes * relative + absolute)
    return lower.replacing(with: c, where: c .== 0)
      .replacing(with: Double.greatestFiniteMagnitude, where: c .== Double.infinity)
  }

  @inlinable @inline(__always)
  static func up(_ c: Four) -> Four {
    let magnitudes = c.replacing(with: 0 - c, where: c .< 0)
    let upper = c + (magnitudes * relative + absolute)
    return upper.replacing(with: c, where: c .== 0)
      .replacing(with: -Double.greatestFiniteMagnitude, where: c .== -Double.infinity)
  }

  /// The smaller in each lane, of numbers: the standard library's `pointwiseMin` compares lane by lane.
  @inlinable @inline(__always)
  static func least(_ a: Four, _ b: Four) -> Four { a.replacing(with: b, where: b .< a) }

  /// The larger in each lane.
  @inlinable @inline(__always)
  static func greatest(_ a: Four, _ b: Four) -> Four { a.replacing(with: b, where: a .< b) }

  @inlinable @inline(__always)
  static func product(_ a: Four, _ b: Four) -> Four {
    withoutUnderflow(a * b).replacing(with: 0, where: (a .== 0) .| (b .== 0))
  }

  /// a / b for finite a and finite b ≠ 0.
  @inlinable @inline(__always)
  static func quotient(_ a: Four, _ b: Four) -> Four { withoutUnderflow(a / b).replacing(with: 0, where: a .== 0) }

  /// The interval from the smallest, rounded down, to the largest, rounded up.
  @inlinable @inline(__always)
  static func hull(_ c: Four) -> Interval {
    let low = c.lowHalf.replacing(with: c.highHalf, where: c.highHalf .< c.lowHalf)
    let high = c.lowHalf.replacing(with: c.highHalf, where: c.highHalf .> c.lowHalf)
    return Interval(ordered: down(low.y < low.x ? low.y : low.x), up(high.y > high.x ? high.y : high.x))
  }

  /// The smallest number of its sign instead of zero.
  @inlinable @inline(__always)
  static func withoutUnderflow(_ c: Four) -> Four {
    let bits = unsafeBitCast(c, to: SIMD4<UInt64>.self) | SIMD4<UInt64>(repeating: 1)
    return c.replacing(with: unsafeBitCast(bits, to: Four.self), where: c .== 0)
  }
}
