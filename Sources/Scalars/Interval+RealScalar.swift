extension Interval: RealScalar {
  /// The interval that holds one double.
  @inlinable public init(_ value: Double) { self.init(lower: value, upper: value) }

  /// The decimal number that is written as `value`.
  ///
  /// Multiples of 1/256 below a million have at most 6 + 8 digits, and two decimals of at most 15 digits never round to
  /// the same double: they are exact. Any other decimal, however long, lies within half a place of its double, hence
  /// between the neighbours. Left out are only decimals of more than 15 digits that round to a multiple of 1/256.
  @inlinable public init(decimal value: Double) {
    let scaled = 256 * value
    let isExact = value.magnitude < 1e6 && scaled == scaled.rounded(.towardZero)
    self.init(lower: isExact ? value : value.nextDown, upper: isExact ? value : value.nextUp)
  }

  @inlinable public init(floatLiteral value: Double) { self.init(decimal: value) }
  @inlinable public init(integerLiteral value: Int) { self.init(exactInteger: value) }
  /// Every integer has an enclosure, which is the double itself up to 2⁵³.
  @inlinable init(exactInteger value: Int) {
    let nearest = Double(value)
    let isExact = value.magnitude <= 1 << 53
    self.init(lower: isExact ? nearest : nearest.nextDown, upper: isExact ? nearest : nearest.nextUp)
  }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  @inlinable public static var pi: Interval { Interval(ordered: 0x1.921fb54442d18p+1, 0x1.921fb54442d19p+1) }
  @inlinable public static var e: Interval { Interval(ordered: 0x1.5bf0a8b145769p+1, 0x1.5bf0a8b14576ap+1) }

  @inlinable public static func + (a: Interval, b: Interval) -> Interval {
    Interval(ordered: Rounding.down(a.lower + b.lower), Rounding.up(a.upper + b.upper))
  }
  @inlinable public static func - (a: Interval, b: Interval) -> Interval {
    Interval(ordered: Rounding.down(a.lower - b.upper), Rounding.up(a.upper - b.lower))
  }
  @inlinable public static prefix func - (a: Interval) -> Interval { Interval(ordered: -a.upper, -a.lower) }
  @inlinable public static func * (a: Interval, b: Interval) -> Interval {
    let (p, q) = (Rounding.product(a.lower, b.lower), Rounding.product(a.lower, b.upper))
    let (r, s) = (Rounding.product(a.upper, b.lower), Rounding.product(a.upper, b.upper))
    return Interval(
      ordered: Rounding.down(Swift.min(Swift.min(p, q), Swift.min(r, s))),
      Rounding.up(Swift.max(Swift.max(p, q), Swift.max(r, s))))
  }
  @inlinable public static func *= (a: inout Interval, b: Interval) { a = a * b }
  @inlinable public static func / (a: Interval, b: Interval) -> Interval {
    if b.lower > 0 || b.upper < 0, a.isBounded, b.isBounded {
      return Rounding.hull(
        Rounding.quotient(SIMD4(a.lower, a.lower, a.upper, a.upper), SIMD4(b.lower, b.upper, b.lower, b.upper)))
    }
    return b.lower == 0 && b.upper == 0 ? .entire : a * b.reciprocal
  }

  /// 1/x: a half line where one bound is 0, the entire line where 0 lies between them.
  @inlinable var reciprocal: Interval {
    if lower > 0 || upper < 0 { return Interval(ordered: Rounding.down(1 / upper), Rounding.up(1 / lower)) }
    if lower == 0 && upper > 0 { return Interval(ordered: Rounding.down(1 / upper), .infinity) }
    if upper == 0 && lower < 0 { return Interval(ordered: -.infinity, Rounding.up(1 / lower)) }
    return .entire
  }

  @inlinable public static func max(_ x: Interval, _ y: Interval) -> Interval {
    Interval(ordered: Swift.max(x.lower, y.lower), Swift.max(x.upper, y.upper))
  }
  @inlinable public static func min(_ x: Interval, _ y: Interval) -> Interval {
    Interval(ordered: Swift.min(x.lower, y.lower), Swift.min(x.upper, y.upper))
  }
  @inlinable public static func select(_ condition: Interval, _ positive: Interval, _ other: Interval) -> Interval {
    condition.lower > 0 ? positive : condition.upper <= 0 ? other : hull(positive, other)
  }
  @inlinable public static func abs(_ x: Interval) -> Interval { Interval(ordered: x.mignitude, x.magnitude) }
  public static func floor(_ x: Interval) -> Interval {
    Interval(ordered: x.lower.rounded(.down), x.upper.rounded(.down))
  }
}

/// Powers and roots.
extension Interval {
  @inlinable public static func square(_ x: Interval) -> Interval {
    let (small, large) = (x.mignitude, x.magnitude)
    return Interval(
      ordered: Rounding.down(Rounding.product(small, small)), Rounding.up(Rounding.product(large, large)))
  }

  public static func power(_ x: Interval, _ n: Int) -> Interval {
    if n == 0 { return 1 }
    let base = n & 1 == 0 ? abs(x) : x
    let power = Interval(
      ordered: integerPower(base.lower, n.magnitude).lower, integerPower(base.upper, n.magnitude).upper)
    return n > 0 ? power : power.reciprocal
  }

  /// xⁿ of one double for n ≥ 1, an enclosure: by repeated products, of which many would double its width each time.
  private static func integerPower(_ x: Double, _ n: UInt) -> Interval {
    if x.isInfinite {
      let negative = x < 0 && n & 1 == 1
      return Interval(
        ordered: negative ? -.infinity : .greatestFiniteMagnitude, negative ? -.greatestFiniteMagnitude : .infinity)
    }
    if n <= 16 || n >= 1 << 53 { return product(Interval(ordered: x, x), repeated: n) }
    let size = Elementary.pow(x.magnitude, Double(n))
    return x == 0 ? 0 : x < 0 && n & 1 == 1 ? -positive(widened(size, size)) : positive(widened(size, size))
  }

  /// xⁿ for n ≥ 1 by repeated squaring.
  private static func product(_ x: Interval, repeated n: UInt) -> Interval {
    var (base, rest) = (x, n)
    while rest & 1 == 0 {
      base = square(base)
      rest >>= 1
    }
    var result = base
    rest >>= 1
    while rest > 0 {
      base = square(base)
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
    }
    return result
  }

  public static func sqrt(_ x: Interval) -> Interval {
    if x.upper < 0 { return .entire }
    return Interval(
      ordered: x.lower > 0 ? Rounding.down(x.lower.squareRoot()) : 0, Rounding.up(x.upper.squareRoot()))
  }

  /// xʸ is monotone in x and in y for x > 0: its extremes are at corners.
  public static func pow(_ x: Interval, _ y: Interval) -> Interval {
    if let n = y.integer { return power(x, n) }
    if x.lower < 0 {
      // Doubles of 2⁵³ and more are even numbers; between integers, xʸ is defined for x ≥ 0 alone.
      if y.lower == y.upper, y.lower.magnitude >= 0x1p53 { return pow(abs(x), y) }
      if x.upper < 0 || y.holdsInteger { return .entire }
    }
    // Whole negative powers have a pole at 0, with either sign.
    if x.lower == 0 && y.lower < 0 && y.holdsInteger { return .entire }
    if x.upper == 0 && y.lower > 0 { return 0 }
    let base = Swift.max(x.lower, 0)
    let corners = [
      Elementary.pow(base, y.lower), Elementary.pow(base, y.upper), Elementary.pow(x.upper, y.lower),
      Elementary.pow(x.upper, y.upper),
    ]
    if corners.contains(where: \.isNaN) { return .entire }
    let bounds = widened(corners.min()!, corners.max()!)
    return positive(bounds)
  }

  /// The whole number that it consists of, nil if there are others in it.
  var integer: Int? { lower == upper && lower.magnitude < 0x1p53 ? Int(exactly: lower) : nil }

  /// Whether an integer lies in it.
  var holdsInteger: Bool { upper.rounded(.down) >= lower }

  /// The part of `bounds` above 0, for a function that is positive: what underflowed to 0 is not 0.
  static func positive(_ bounds: Interval) -> Interval {
    Interval(ordered: Swift.max(bounds.lower, 0), Swift.max(bounds.upper, 0x1p-1072))
  }
}
