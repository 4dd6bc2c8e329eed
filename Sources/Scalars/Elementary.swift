/// Elementary functions of one double that give the same bits on every processor.
///
/// Goals, in this order:
/// 1. The same bits everywhere: only + − × ÷ √, comparisons and integer operations, each rounded once by IEEE 754;
///    no fused multiply-add, no call into the C library, whose last bits change with the processor.
/// 2. At most 2 units in the last place from the true value, everywhere: subnormals, huge arguments, neighbourhoods
///    of zeros. Most functions stay below 1; the tests hold the measured worst.
/// 3. Speed: one polynomial each, no tables, inlined into the caller; rare arguments leave through a call.
///
/// Correct rounding was rejected: it needs a second, slow computation for hard cases and buys a report nothing.
/// Tables were rejected: gathers are slow in a SIMD batch. The kernels are generic, so that a batch does the same
/// operations in the same order and gets the same bits. Sine and cosine side by side in two lanes, without the branch
/// on the quadrant, were rejected: more instructions cost more than the mispredictions that they avoid.
///
/// Methods: Muller, Elementary Functions (3rd ed., 2016); Cody and Waite, Software Manual for the Elementary
/// Functions (1980). All coefficients come from Tests/ScalarsTests/Fixtures/minimax.py.
public enum Elementary {}

extension Elementary {
  /// 1.5 · 2⁵²: adding it to |t| < 2⁵¹ rounds t to an integer, which then stands in the lowest bits of the sum.
  @usableFromInline static var roundingShift: Double { @inline(__always) @inlinable get { 0x1.8p52 } }

  /// `first` if bit 0 of `choice` is 0, else `second`.
  @inlinable @inline(__always)
  static func select(_ choice: UInt64, _ first: Double, _ second: Double) -> Double {
    choice & 1 == 0 ? first : second
  }

  /// `x` with its sign flipped where the top bit of `sign` is set.
  @inlinable @inline(__always)
  static func flip(_ x: Double, _ sign: UInt64) -> Double {
    Double(bitPattern: x.bitPattern ^ (sign & 0x8000_0000_0000_0000))
  }

  /// 2ⁿ for −1022 ≤ n ≤ 1023.
  @inlinable @inline(__always)
  static func powerOfTwo(_ n: Int) -> Double { Double(bitPattern: UInt64(bitPattern: Int64(n &+ 1023)) &<< 52) }
}
