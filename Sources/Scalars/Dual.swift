/// A plain value with four of its partial derivatives.
public typealias Dual = DualNumber<Double>
/// An enclosure of a value, with enclosures of four of its partial derivatives.
public typealias IntervalDual = DualNumber<Interval>
/// Eight values in lockstep, each with two of its partial derivatives: lane by lane the bits of `Dual`.
public typealias LaneDual = DualNumber<Lanes>

/// A value with four of its partial derivatives: forward-mode differentiation, four directions at a time; batches, two.
///
/// Every operation computes its value with exactly the operations that `Base` would use, so the value part of a
/// gradient evaluation has the same bits as a plain evaluation.
/// Source: Griewank and Walther, Evaluating Derivatives, SIAM 2008, chapter 3.
public struct DualNumber<Base: DualBase>: RealScalar {
  public typealias Partials = Base.Four
  /// How many directions one evaluation carries.
  @inlinable public static var width: Int { Partials.width }

  public var value: Base
  public var partials: Partials

  @inlinable @inline(__always)
  public init(value: Base, partials: Partials) {
    self.value = value
    self.partials = partials
  }

  /// A constant: its derivatives are zero.
  @inlinable @inline(__always)
  public init(constant value: Base) { self.init(value: value, partials: .zero) }
  @inlinable @inline(__always)
  public init(_ value: Double) { self.init(constant: Base(value)) }
  @inlinable @inline(__always)
  public init(decimal value: Double) { self.init(constant: Base(decimal: value)) }
  @inlinable @inline(__always)
  public init(integerLiteral value: Int) { self.init(constant: Base(integer: value)) }
  @inlinable @inline(__always)
  public init(floatLiteral value: Double) { self.init(decimal: value) }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  /// The variable `value`, differentiated in the direction `lane`; in none if `lane` is outside 0..<width.
  @inlinable @inline(__always)
  public init(variable value: Base, lane: Int) {
    self.init(value: value, partials: Partials(unit: lane))
  }

  @inlinable public static var pi: Self { Self(constant: .pi) }
  @inlinable public static var e: Self { Self(constant: .e) }
  @inlinable public var magnitude: Base.Magnitude { value.magnitude }

  /// f(x) with derivative f′(x), by the chain rule; across a pole of f nothing is known of its slope.
  @inlinable @inline(__always) func chain(_ f: Base, _ derivative: Base) -> Self {
    Self(value: f, partials: partials.times(Base.isUnknown(f) ? Base.undecided : derivative))
  }

  @inlinable @inline(__always)
  public static func + (a: Self, b: Self) -> Self {
    Self(value: a.value + b.value, partials: a.partials.plus(b.partials))
  }
  // Not the default, which would be called.
  @inlinable @inline(__always)
  public static func += (a: inout Self, b: Self) { a = a + b }
  @inlinable @inline(__always)
  public static func - (a: Self, b: Self) -> Self {
    Self(value: a.value - b.value, partials: a.partials.minus(b.partials))
  }
  @inlinable @inline(__always)
  public static prefix func - (a: Self) -> Self {
    Self(value: -a.value, partials: a.partials.negated)
  }
  @inlinable @inline(__always)
  public static func * (a: Self, b: Self) -> Self {
    Self(value: a.value * b.value, partials: a.partials.times(b.value).plus(b.partials.times(a.value)))
  }
  @inlinable @inline(__always)
  public static func *= (a: inout Self, b: Self) { a = a * b }
  @inlinable @inline(__always)
  public static func / (a: Self, b: Self) -> Self {
    let quotient = a.value / b.value
    return Self(value: quotient, partials: a.partials.minus(b.partials.times(quotient)).over(b.value))
  }
}

/// Functions.
extension DualNumber {
  @inlinable @inline(__always)
  public static func square(_ x: Self) -> Self { x.chain(.square(x.value), 2 * x.value) }
  @inlinable @inline(__always)
  public static func scaled(_ x: Self, by factor: Double) -> Self {
    Self(value: .scaled(x.value, by: factor), partials: x.partials.times(Base(factor)))
  }
  @inlinable public static func power(_ x: Self, _ n: Int) -> Self {
    if n == 0 { return 1 }
    if n < -1 << 60 { return 1 / (power(x, -(n + 1)) * x) }  // n − 1 may not exist
    return x.chain(.power(x.value, n), Base(integer: n) * .power(x.value, n - 1))
  }
  @inlinable public static func pow(_ x: Self, _ y: Self) -> Self {
    let f = Base.pow(x.value, y.value)
    if y.partials == .zero { return x.chain(f, Base.powSlope(x.value, y.value)) }
    let general = (y * log(x)).chain(f, f)
    return Self(
      value: f,
      partials: general.partials.replacing(
        whereZero: y.partials, with: x.chain(f, Base.powSlope(x.value, y.value)).partials))
  }
  @inlinable @inline(__always)
  public static func sqrt(_ x: Self) -> Self {
    let root = Base.sqrt(x.value)
    return x.chain(root, Base.rootSlope(root))
  }
  @inlinable @inline(__always)
  public static func abs(_ x: Self) -> Self { x.chain(.abs(x.value), Base.absSlope(x.value)) }
  @inlinable @inline(__always)
  public static func exp(_ x: Self) -> Self {
    let f = Base.exp(x.value)
    return x.chain(f, f)
  }
  @inlinable public static func expm1(_ x: Self) -> Self { x.chain(.expm1(x.value), .exp(x.value)) }
  @inlinable public static func log(_ x: Self) -> Self { x.chain(.log(x.value), 1 / x.value) }
  @inlinable public static func log1p(_ x: Self) -> Self { x.chain(.log1p(x.value), 1 / (1 + x.value)) }
  @inlinable @inline(__always)
  public static func sin(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCos(x.value)
    return x.chain(sine, cosine)
  }
  @inlinable @inline(__always)
  public static func cos(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCos(x.value)
    return x.chain(cosine, -sine)
  }
  @inlinable public static func tan(_ x: Self) -> Self {
    let f = Base.tan(x.value)
    return x.chain(f, 1 + .square(f))
  }
  @inlinable @inline(__always)
  public static func sinPi(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCosPi(x.value)
    return x.chain(sine, Base.pi * cosine)
  }
  @inlinable @inline(__always)
  public static func cosPi(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCosPi(x.value)
    return x.chain(cosine, -Base.pi * sine)
  }
  @inlinable public static func atan(_ x: Self) -> Self { x.chain(.atan(x.value), 1 / (1 + .square(x.value))) }
  @inlinable public static func tanh(_ x: Self) -> Self {
    x.chain(.tanh(x.value), Base.tanhSlope(x.value))
  }
  @inlinable public static func logistic(_ x: Self) -> Self {
    x.chain(.logistic(x.value), Base.logisticSlope(x.value))
  }
  @inlinable public static func floor(_ x: Self) -> Self { x.chain(.floor(x.value), Base.floorSlope(x.value)) }
  @inlinable public static func max(_ x: Self, _ y: Self) -> Self {
    guard let isGreater = Base.isGreater(y.value, x.value) else {
      return Self(
        value: .max(x.value, y.value), partials: x.partials.joined(y.partials, where: y.value, exceeds: x.value))
    }
    return isGreater ? y : x
  }
  @inlinable public static func min(_ x: Self, _ y: Self) -> Self {
    guard let isGreater = Base.isGreater(-y.value, -x.value) else {
      return Self(
        value: .min(x.value, y.value), partials: x.partials.joined(y.partials, where: -y.value, exceeds: -x.value))
    }
    return isGreater ? y : x
  }
  /// Where it is undecided which branch is taken, the function may jump: its derivative is then undecided as well.
  @inlinable public static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self {
    guard let isPositive = Base.isPositive(condition.value) else {
      return Self(
        value: .select(condition.value, positive.value, other.value),
        partials: .selected(condition.value, positive.partials, other.partials))
    }
    return isPositive ? positive : other
  }
}
