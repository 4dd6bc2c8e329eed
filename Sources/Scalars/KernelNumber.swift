/// What the kernels of `Elementary` compute with: one double, or a batch of them.
@usableFromInline
protocol KernelNumber: RealScalar {
  /// The leading 26 significant bits, so that a product of two such numbers is exact.
  static func leadingHalf(_ x: Self) -> Self
}

extension Double: KernelNumber {
  @inlinable @inline(__always)
  static func leadingHalf(_ x: Double) -> Double { Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000) }
}
