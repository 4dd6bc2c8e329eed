/// A plain value with first derivatives and four mixed second derivatives.
public typealias HyperDual = HyperDualNumber<Double>
/// Enclosures of a value, of first derivatives and of four mixed second derivatives.
public typealias IntervalHyperDual = HyperDualNumber<Interval>

/// A value with first derivatives and four mixed second derivatives: one row block of a Hessian per evaluation.
///
/// With one direction ε₁ and four directions ε₂, it carries f, ∂f/∂ε₁, ∂f/∂ε₂ and ∂²f/∂ε₁∂ε₂, all exact to rounding.
/// Source: Fike and Alonso, The Development of Hyper-Dual Numbers for Exact Second-Derivative Calculations,
/// AIAA 2011-886.
public struct HyperDualNumber<Base: DualBase>: RealScalar {
  public typealias Partials = Base.Four
  /// How many directions ε₂ one evaluation carries.
  @inlinable public static var width: Int { 4 }

  public var value: Base
  /// ∂f/∂ε₁.
  public var first: Base
  /// ∂f/∂ε₂, four lanes.
  public var partials: Partials
  /// ∂²f/∂ε₁∂ε₂, four lanes.
  public var mixed: Partials

  @inlinable public init(value: Base, first: Base, partials: Partials, mixed: Partials) {
    self.value = value
    self.first = first
    self.partials = partials
    self.mixed = mixed
  }

  /// The variable `value`, along ε₁ if `isFirst`, and along the direction `lane` of ε₂ if that is in 0..<4.
  @inlinable public init(variable value: Base, isFirst: Bool, lane: Int) {
    self.init(value: value, first: isFirst ? 1 : 0, partials: Partials(unit: lane), mixed: .zero)
  }

  /// A constant: its derivatives are zero.
  @inlinable public init(constant value: Base) {
    self.init(value: value, first: 0, partials: .zero, mixed: .zero)
  }
  @inlinable public init(_ value: Double) { self.init(constant: Base(value)) }
  @inlinable public init(decimal value: Double) { self.init(constant: Base(decimal: value)) }
  @inlinable public init(integerLiteral value: Int) { self.init(constant: Base(integer: value)) }
  @inlinable public init(floatLiteral value: Double) { self.init(decimal: value) }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  @inlinable public static var pi: Self { Self(constant: .pi) }
  @inlinable public static var e: Self { Self(constant: .e) }
  @inlinable public var magnitude: Base.Magnitude { value.magnitude }

  /// f(x) with derivatives f′(x) and f″(x), by the chain rule; across a pole of f nothing is known of them.
  @inlinable @inline(__always) func chain(_ f: Base, _ derivative: Base, _ second: Base) -> Self {
    let slope = Base.isUnknown(f) ? Base.undecided : derivative
    let curvature = Base.isUnknown(slope) ? Base.undecided : second
    return Self(
      value: f, first: slope * first, partials: partials.times(slope),
      mixed: mixed.times(slope).plus(partials.times(curvature * first)))
  }

  @inlinable public static func + (a: Self, b: Self) -> Self {
    Self(
      value: a.value + b.value, first: a.first + b.first, partials: a.partials.plus(b.partials),
      mixed: a.mixed.plus(b.mixed))
  }
  @inlinable public static func - (a: Self, b: Self) -> Self {
    Self(
      value: a.value - b.value, first: a.first - b.first, partials: a.partials.minus(b.partials),
      mixed: a.mixed.minus(b.mixed))
  }
  @inlinable public static prefix func - (a: Self) -> Self {
    Self(value: -a.value, first: -a.first, partials: a.partials.negated, mixed: a.mixed.negated)
  }
  @inlinable public static func * (a: Self, b: Self) -> Self {
    let outer = a.mixed.times(b.value).plus(b.mixed.times(a.value))
    let inner = a.partials.times(b.first).plus(b.partials.times(a.first))
    return Self(
      value: a.value * b.value, first: a.first * b.value + b.first * a.value,
      partials: a.partials.times(b.value).plus(b.partials.times(a.value)), mixed: outer.plus(inner))
  }
  @inlinable public static func *= (a: inout Self, b: Self) { a = a * b }
  @inlinable public static func / (a: Self, b: Self) -> Self {
    let quotient = a.value / b.value
    let first = (a.first - b.first * quotient) / b.value
    let partials = a.partials.minus(b.partials.times(quotient)).over(b.value)
    let crossed = b.partials.times(first).plus(partials.times(b.first))
    let mixed = a.mixed.minus(b.mixed.times(quotient)).minus(crossed).over(b.value)
    return Self(value: quotient, first: first, partials: partials, mixed: mixed)
  }
}

/// Functions.
extension HyperDualNumber {
  @inlinable @inline(__always)
  public static func scaled(_ x: Self, by factor: Double) -> Self {
    let factor = Base(factor)
    return Self(
      value: factor * x.value, first: factor * x.first, partials: x.partials.times(factor),
      mixed: x.mixed.times(factor))
  }
  @inlinable public static func square(_ x: Self) -> Self { x.chain(.square(x.value), 2 * x.value, 2) }
  @inlinable public static func power(_ x: Self, _ n: Int) -> Self {
    if n == 0 { return 1 }
    if n == 1 { return x }
    if n < -1 << 60 { return 1 / (power(x, -(n + 1)) * x) }  // n − 2 may not exist
    return x.chain(
      .power(x.value, n), Base(integer: n) * .power(x.value, n - 1),
      Base(integer: n) * Base(integer: n - 1) * .power(x.value, n - 2))
  }
  @inlinable public static func pow(_ x: Self, _ y: Self) -> Self {
    let f = Base.pow(x.value, y.value)
    guard y.first == 0, y.partials == .zero, y.mixed == .zero else { return (y * log(x)).chain(f, f, f) }
    let below = Base.decremented(y.value)
    return x.chain(f, Base.powSlope(x.value, y.value), y.value * Base.powSlope(x.value, below))
  }
  @inlinable public static func sqrt(_ x: Self) -> Self {
    let root = Base.sqrt(x.value)
    return x.chain(root, Base.rootSlope(root), Base.rootCurvature(x.value, root: root))
  }
  @inlinable public static func abs(_ x: Self) -> Self {
    x.chain(.abs(x.value), Base.absSlope(x.value), Base.absCurvature(x.value))
  }
  @inlinable public static func exp(_ x: Self) -> Self {
    let f = Base.exp(x.value)
    return x.chain(f, f, f)
  }
  @inlinable public static func expm1(_ x: Self) -> Self {
    let slope = Base.exp(x.value)
    return x.chain(.expm1(x.value), slope, slope)
  }
  @inlinable public static func log(_ x: Self) -> Self {
    x.chain(.log(x.value), 1 / x.value, -1 / .square(x.value))
  }
  @inlinable public static func log1p(_ x: Self) -> Self {
    let shifted = 1 + x.value
    return x.chain(.log1p(x.value), 1 / shifted, -1 / .square(shifted))
  }
  @inlinable public static func sin(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCos(x.value)
    return x.chain(sine, cosine, -sine)
  }
  @inlinable public static func cos(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCos(x.value)
    return x.chain(cosine, -sine, -cosine)
  }
  @inlinable public static func tan(_ x: Self) -> Self {
    let f = Base.tan(x.value)
    let slope = 1 + Base.square(f)
    return x.chain(f, slope, 2 * f * slope)
  }
  @inlinable public static func sinPi(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCosPi(x.value)
    return x.chain(sine, Base.pi * cosine, -Base.pi * Base.pi * sine)
  }
  @inlinable public static func cosPi(_ x: Self) -> Self {
    let (sine, cosine) = Base.sinCosPi(x.value)
    return x.chain(cosine, -Base.pi * sine, -Base.pi * Base.pi * cosine)
  }
  @inlinable public static func atan(_ x: Self) -> Self {
    let slope = 1 / (1 + Base.square(x.value))
    return x.chain(.atan(x.value), slope, -2 * x.value * .square(slope))
  }
  @inlinable public static func tanh(_ x: Self) -> Self {
    let f = Base.tanh(x.value)
    let slope = Base.tanhSlope(x.value)
    return x.chain(f, slope, -2 * f * slope)
  }
  @inlinable public static func logistic(_ x: Self) -> Self {
    let slope = Base.logisticSlope(x.value)
    return x.chain(.logistic(x.value), slope, -slope * .tanh(0.5 * x.value))
  }
  @inlinable public static func floor(_ x: Self) -> Self {
    let slope = Base.floorSlope(x.value)
    return x.chain(.floor(x.value), slope, slope)
  }
  @inlinable public static func max(_ x: Self, _ y: Self) -> Self {
    guard let isGreater = Base.isGreater(y.value, x.value) else { return kink(.max(x.value, y.value), x, y) }
    return isGreater ? y : x
  }
  @inlinable public static func min(_ x: Self, _ y: Self) -> Self {
    guard let isGreater = Base.isGreater(-y.value, -x.value) else { return kink(.min(x.value, y.value), x, y) }
    return isGreater ? y : x
  }
  @inlinable public static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self {
    guard let isPositive = Base.isPositive(condition.value) else {
      let undecided = Partials.selected(condition.value, positive.partials, other.partials)
      return Self(
        value: .select(condition.value, positive.value, other.value), first: undecided[0], partials: undecided,
        mixed: undecided)
    }
    return isPositive ? positive : other
  }

  /// A continuous function that follows x in one part of the box and y in the other.
  @inlinable static func kink(_ value: Base, _ x: Self, _ y: Self) -> Self {
    Self(
      value: value, first: Base.union(x.first, y.first), partials: x.partials.union(y.partials),
      mixed: Partials(repeating: Base.undecided))
  }
}
