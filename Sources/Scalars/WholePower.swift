/// Whole powers, beyond the lowest, by repeated squaring in twice the precision, so that errors do not add up: within one
/// unit in the last place, where plain products of the nth power would be up to n/2 units off.
extension Expansion {
  /// xⁿ for n ≥ 1; meaningless where `high` has overflowed, and less exact where it is subnormal.
  @inlinable @inline(__always)
  static func power(_ x: Number, _ n: UInt) -> Expansion {
    var base = Expansion(x, 0)
    var rest = n
    while rest & 1 == 0 {
      base = base * base
      rest >>= 1
    }
    var result = base
    rest >>= 1
    while rest > 0 {
      base = base * base
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
    }
    return result
  }

  @inlinable @inline(__always)
  var value: Number { high + low }

  @inlinable @inline(__always)
  var reciprocal: Expansion { Expansion(1, 0) / self }
}

extension KernelNumber {
  /// Up to this exponent, products are quicker than a logarithm.
  @inlinable static var largestProduct: Int { 64 }

  /// The powers that take one operation or two, which plain arithmetic gives within two units. Of x² = m 2ᵏ, half a unit
  /// off, the square is m ≤ √2 or m/2 units off and rounded: 1.92 at most. Enclosures multiply the same, rounding outward.
  @inlinable @inline(__always)
  static func lowPower(_ x: Self, _ n: Int) -> Self? {
    switch n {
    case 0: 1
    case 1: x
    case 2: square(x)
    case 3: square(x) * x
    case 4: square(square(x))
    case -1: 1 / x
    default: nil
    }
  }
}

extension Double {
  @inlinable public static func power(_ x: Double, _ n: Int) -> Double {
    if let power = lowPower(x, n) { return power }
    guard n.magnitude <= largestProduct else { return distantPower(x, n) }
    let power = Expansion.power(x, n.magnitude)
    guard power.high.magnitude >= 0x1p-900, power.high.magnitude <= 0x1p900 else { return distantPower(x, n) }
    return n > 0 ? power.value : power.reciprocal.value
  }

  /// Where xⁿ or its inverse is close to the ends of the range, or n is large.
  @usableFromInline
  static func distantPower(_ x: Double, _ n: Int) -> Double {
    if x.isNaN { return x }
    let size = x.magnitude
    let power =
      if size == 0 || size.isInfinite || n.magnitude > largestProduct {
        Elementary.pow(size, Double(n))
      } else {
        scaledPower(size, n)
      }
    return x.sign == .minus && n & 1 == 1 ? -power : power
  }

  /// xⁿ for 0 < x < ∞: the power of the significand, then the exponent.
  private static func scaledPower(_ x: Double, _ n: Int) -> Double {
    let power = Expansion.power(x.significand, n.magnitude)
    return Double(sign: .plus, exponent: Int(x.exponent) * n, significand: n > 0 ? power.value : power.reciprocal.value)
  }
}

extension Lanes {
  @inlinable public static func power(_ x: Lanes, _ n: Int) -> Lanes {
    if let power = lowPower(x, n) { return power }
    guard n.magnitude <= largestProduct else { return x.map { Double.power($0, n) } }
    let power = Expansion.power(x, n.magnitude)
    // The bit patterns of 2⁻⁹⁰⁰ and 2⁹⁰⁰.
    guard allBits(of: abs(power.high), from: 0x07B0_0000_0000_0000, to: 0x7830_0000_0000_0000) else {
      return x.map { Double.power($0, n) }
    }
    return n > 0 ? power.value : power.reciprocal.value
  }
}
