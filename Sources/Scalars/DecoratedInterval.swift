/// An enclosure that remembers where its formula is defined, also where what is undefined plays no part in the bounds.
///
/// max(√x, 5) over [−1, 1] lies in [5, 5], but for x < 0 there is no value at all: bounds do not say so, a decoration
/// does. Defined means to have a real number as its value in exact arithmetic; 1/0 and log 0 are not. It is taken from
/// every operand that a plain evaluation uses: of `select`, the condition and the branch that is chosen.
/// Source: IEEE Standard for Interval Arithmetic, IEEE 1788-2015, clause 8, of whose decorations it keeps three.
public struct DecoratedInterval: RealScalar {
  /// Where in a box a formula is defined.
  public enum Definition: UInt8, Comparable, BitwiseCopyable, Sendable {
    /// At no point: plain numbers would be NaN.
    case nowhere
    /// Perhaps not at every point.
    case unsure
    case everywhere

    @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the value is in, where there is one.
  public let range: Interval
  public let definition: Definition

  @inlinable public init(_ range: Interval, _ definition: Definition = .everywhere) {
    self.range = range
    self.definition = definition
  }

  @inlinable public init(_ value: Double) {
    self.init(Interval(value), value.isFinite ? .everywhere : value.isNaN ? .nowhere : .unsure)
  }
  @inlinable public init(decimal value: Double) { self.init(Interval(decimal: value)) }
  @inlinable public init(integerLiteral value: Int) { self.init(Interval(integerLiteral: value)) }
  @inlinable public init(floatLiteral value: Double) { self.init(decimal: value) }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  @inlinable public static var pi: Self { Self(.pi) }
  @inlinable public static var e: Self { Self(.e) }
  @inlinable public var magnitude: Double { range.magnitude }

  /// What a function makes of it that is defined on its range as `own` says; what has no value, has none after it.
  private func mapped(_ image: Interval, _ own: Definition = .everywhere) -> Self {
    Self(image, Swift.min(definition, own))
  }
  private static func joined(_ image: Interval, _ a: Self, _ b: Self, _ own: Definition = .everywhere) -> Self {
    Self(image, Swift.min(Swift.min(a.definition, b.definition), own))
  }

  public static func + (a: Self, b: Self) -> Self { joined(a.range + b.range, a, b) }
  public static func - (a: Self, b: Self) -> Self { joined(a.range - b.range, a, b) }
  public static prefix func - (a: Self) -> Self { a.mapped(-a.range) }
  public static func * (a: Self, b: Self) -> Self { joined(a.range * b.range, a, b) }
  public static func *= (a: inout Self, b: Self) { a = a * b }
  public static func / (a: Self, b: Self) -> Self {
    let isNowhere = a.range == Interval(0) && b.range == Interval(0)
    return joined(a.range / b.range, a, b, isNowhere ? .nowhere : b.range.contains(0) ? .unsure : .everywhere)
  }

  public static func square(_ x: Self) -> Self { x.mapped(.square(x.range)) }
  public static func scaled(_ x: Self, by factor: Double) -> Self { x.mapped(.scaled(x.range, by: factor)) }
  public static func sqrt(_ x: Self) -> Self { x.mapped(.sqrt(x.range), x.definition(above: 0, reachesBound: true)) }
  public static func abs(_ x: Self) -> Self { x.mapped(.abs(x.range)) }
  public static func exp(_ x: Self) -> Self { x.mapped(.exp(x.range)) }
  public static func expm1(_ x: Self) -> Self { x.mapped(.expm1(x.range)) }
  public static func log(_ x: Self) -> Self { x.mapped(.log(x.range), x.definition(above: 0, reachesBound: false)) }
  public static func log1p(_ x: Self) -> Self {
    x.mapped(.log1p(x.range), x.definition(above: -1, reachesBound: false))
  }
  public static func sin(_ x: Self) -> Self { x.mapped(.sin(x.range)) }
  public static func cos(_ x: Self) -> Self { x.mapped(.cos(x.range)) }
  public static func sinPi(_ x: Self) -> Self { x.mapped(.sinPi(x.range)) }
  public static func cosPi(_ x: Self) -> Self { x.mapped(.cosPi(x.range)) }
  public static func tan(_ x: Self) -> Self {
    let image = Interval.tan(x.range)
    return x.mapped(image, image.isBounded ? .everywhere : .unsure)
  }
  public static func atan(_ x: Self) -> Self { x.mapped(.atan(x.range)) }
  public static func tanh(_ x: Self) -> Self { x.mapped(.tanh(x.range)) }
  public static func logistic(_ x: Self) -> Self { x.mapped(.logistic(x.range)) }
  public static func floor(_ x: Self) -> Self { x.mapped(.floor(x.range)) }
  public static func max(_ x: Self, _ y: Self) -> Self { joined(.max(x.range, y.range), x, y) }
  public static func min(_ x: Self, _ y: Self) -> Self { joined(.min(x.range, y.range), x, y) }

  /// Of a function that is defined above a bound, and at it if it reaches that.
  private func definition(above bound: Double, reachesBound: Bool) -> Definition {
    if range.upper < bound { return .nowhere }
    return range.lower > bound || reachesBound && range.lower == bound ? .everywhere : .unsure
  }

  public static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self {
    let isAlike = positive.definition == other.definition
    let branch: Definition =
      condition.range.lower > 0
      ? positive.definition
      : condition.range.upper <= 0 || isAlike ? other.definition : .unsure
    return condition.mapped(.select(condition.range, positive.range, other.range), branch)
  }
}

/// Powers: x⁰ and 1ʸ are 1 even where the other operand is undefined.
extension DecoratedInterval {
  public static func power(_ x: Self, _ n: Int) -> Self {
    if n == 0 { return 1 }
    return x.mapped(.power(x.range, n), n < 0 && x.range.contains(0) ? .unsure : .everywhere)
  }

  public static func pow(_ x: Self, _ y: Self) -> Self {
    let image = Interval.pow(x.range, y.range)
    if y.range.contains(0) && x.definition == .nowhere || x.range.contains(1) && y.definition == .nowhere {
      return Self(image, .unsure)
    }
    return joined(image, x, y, definitionOfPower(x.range, y.range))
  }

  private static func definitionOfPower(_ x: Interval, _ y: Interval) -> Definition {
    if x.lower > 0 || x.lower == 0 && y.lower > 0 { return .everywhere }
    if let n = y.integer, n >= 0 || !x.contains(0) { return .everywhere }
    return x.upper < 0 && x.isBounded && y.isBounded && !y.holdsInteger ? .nowhere : .unsure
  }
}
