/// A number that a loss can be evaluated in: a plain value, a value with derivatives, an enclosure.
///
/// An objective is written once against this protocol, as straight-line code without `if`; what comes out depends on
/// the scalar that goes in. `+ - *` and literals come from `SignedNumeric`: they are deliberately not declared again,
/// since a second set of overloads makes long formulas exponentially slow to type-check.
///
/// A float literal means the decimal number that is written, as `init(decimal:)` does: an enclosure encloses it.
public protocol RealScalar: SignedNumeric, ExpressibleByFloatLiteral, BitwiseCopyable, Sendable {
  /// The constant `value`, exactly: its derivatives are zero.
  init(_ value: Double)
  /// The decimal number to which `value` is the nearest double: a constant of a formula.
  ///
  /// With more than 15 digits, it may not round to a multiple of 1/256, which enclosures take as exact.
  init(decimal value: Double)

  /// π, or an enclosure of it.
  static var pi: Self { get }
  /// e, or an enclosure of it.
  static var e: Self { get }

  static func / (left: Self, right: Self) -> Self

  /// x², cheaper than a general product and tighter as an enclosure.
  static func square(_ x: Self) -> Self
  /// x times a constant: derivatives are multiplied, where a product would add x times those of the constant, which are 0.
  static func scaled(_ x: Self, by factor: Double) -> Self
  /// xⁿ for any integer n; tighter as an enclosure than a chain of products.
  static func power(_ x: Self, _ n: Int) -> Self
  /// xʸ for x ≥ 0, or for an integer y. Where y is a constant, it has no derivative of its own.
  static func pow(_ x: Self, _ y: Self) -> Self
  /// √x; the derivative at 0 is taken as 0, a subgradient choice that keeps cone tips finite.
  static func sqrt(_ x: Self) -> Self
  /// |x|; the derivative at 0 is taken as 0.
  static func abs(_ x: Self) -> Self
  static func exp(_ x: Self) -> Self
  /// eˣ − 1, accurate near 0.
  static func expm1(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// log(1 + x), accurate near 0.
  static func log1p(_ x: Self) -> Self
  /// sin(x), x in radians.
  static func sin(_ x: Self) -> Self
  /// cos(x), x in radians.
  static func cos(_ x: Self) -> Self
  /// tan(x), x in radians.
  static func tan(_ x: Self) -> Self
  /// sin(πx), exact where πx would have been rounded.
  static func sinPi(_ x: Self) -> Self
  /// cos(πx), exact where πx would have been rounded.
  static func cosPi(_ x: Self) -> Self
  static func atan(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  /// 1/(1 + e⁻ˣ).
  static func logistic(_ x: Self) -> Self
  /// The largest integer that is not above x; its derivative is taken as 0.
  static func floor(_ x: Self) -> Self
  /// The larger of the two; on a tie, the first; undefined if either is.
  static func max(_ x: Self, _ y: Self) -> Self
  /// The smaller of the two; on a tie, the first; undefined if either is.
  static func min(_ x: Self, _ y: Self) -> Self
  /// `positive` where `condition` > 0, and `other` elsewhere; undefined if the condition or what it chooses is.
  static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self
}

extension RealScalar {
  @inlinable @inline(__always)
  public static func scaled(_ x: Self, by factor: Double) -> Self { Self(factor) * x }
  @inlinable public static func cube(_ x: Self) -> Self { power(x, 3) }
  @inlinable public static func fourthPower(_ x: Self) -> Self { square(square(x)) }
}
