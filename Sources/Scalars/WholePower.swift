/// Whole powers by repeated squaring in twice the precision, so that errors do not add up: within one unit in the last
/// place, where plain products of the nth power would be up to n/2 units off.
///
/// Source of the error terms: Dekker, A Floating-Point Technique for Extending the Available Precision, Numer. Math. 18 (1971).
@usableFromInline
struct WholePower<Number: KernelNumber> {
  @usableFromInline var high: Number
  @usableFromInline var low: Number

  /// xⁿ for n ≥ 1; meaningless where `high` has overflowed, and less exact where it is subnormal.
  @inlinable @inline(__always)
  init(_ x: Number, _ n: UInt) {
    var base = WholePower(high: x, low: 0)
    var rest = n
    while rest & 1 == 0 {
      base = base * base
      rest >>= 1
    }
    self = base
    rest >>= 1
    while rest > 0 {
      base = base * base
      if rest & 1 == 1 { self = self * base }
      rest >>= 1
    }
  }

  @inlinable @inline(__always)
  init(high: Number, low: Number) {
    self.high = high
    self.low = low
  }

  @inlinable @inline(__always)
  var value: Number { high + low }

  /// 1 / xⁿ, by one step of Newton's method.
  @inlinable @inline(__always)
  var reciprocal: Number {
    let estimate = 1 / high
    let back = WholePower.product(estimate, high)
    return estimate + estimate * (((1 - back.high) - back.low) - estimate * low)
  }

  /// The product of two numbers and its rounding error, exact where nothing under- or overflows.
  @inlinable @inline(__always)
  static func product(_ a: Number, _ b: Number) -> WholePower {
    let (a1, b1) = (Number.leadingHalf(a), Number.leadingHalf(b))
    let (a2, b2) = (a - a1, b - b1)
    let product = a * b
    return WholePower(high: product, low: ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  @inlinable @inline(__always)
  static func * (a: WholePower, b: WholePower) -> WholePower {
    let leading = product(a.high, b.high)
    let low = leading.low + (a.high * b.low + a.low * b.high)
    let high = leading.high + low
    return WholePower(high: high, low: (leading.high - high) + low)
  }
}

extension KernelNumber {
  /// Up to this exponent, products are quicker than a logarithm.
  @inlinable static var largestProduct: Int { 64 }

  /// The powers that take one operation or two, which plain arithmetic gives within two units.
  @inlinable @inline(__always)
  static func lowPower(_ x: Self, _ n: Int) -> Self? {
    switch n {
    case 0: 1
    case 1: x
    case 2: square(x)
    case 3: square(x) * x
    case -1: 1 / x
    default: nil
    }
  }
}

extension Double {
  @inlinable public static func power(_ x: Double, _ n: Int) -> Double {
    if let power = lowPower(x, n) { return power }
    guard n.magnitude <= largestProduct else { return distantPower(x, n) }
    let power = WholePower(x, n.magnitude)
    guard power.high.magnitude >= 0x1p-900, power.high.magnitude <= 0x1p900 else { return distantPower(x, n) }
    return n > 0 ? power.value : power.reciprocal
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
    let power = WholePower(x.significand, n.magnitude)
    return Double(sign: .plus, exponent: Int(x.exponent) * n, significand: n > 0 ? power.value : power.reciprocal)
  }
}

extension Lanes {
  @inlinable public static func power(_ x: Lanes, _ n: Int) -> Lanes {
    if let power = lowPower(x, n) { return power }
    guard n.magnitude <= largestProduct else { return x.map { Double.power($0, n) } }
    let power = WholePower(x, n.magnitude)
    // The bit patterns of 2⁻⁹⁰⁰ and 2⁹⁰⁰.
    guard allBits(of: abs(power.high), from: 0x07B0_0000_0000_0000, to: 0x7830_0000_0000_0000) else {
      return x.map { Double.power($0, n) }
    }
    return n > 0 ? power.value : power.reciprocal
  }
}
