/// A number that a loss can be evaluated in: a plain value, a value with derivatives, an enclosure.
///
/// An objective is written once against this protocol, as straight-line code without `if`; what comes out depends on
/// the scalar that goes in. `+ - *` and literals come from `SignedNumeric`: they are deliberately not declared again,
/// since a second set of overloads makes long formulas exponentially slow to type-check.
public protocol RealScalar: SignedNumeric, ExpressibleByFloatLiteral, BitwiseCopyable, Sendable {
  /// The constant `value`: its derivatives are zero.
  init(_ value: Double)

  static func / (left: Self, right: Self) -> Self

  /// x², cheaper than a general product and tighter as an enclosure.
  static func square(_ x: Self) -> Self
  /// √x; the derivative at 0 is taken as 0, a subgradient choice that keeps cone tips finite.
  static func sqrt(_ x: Self) -> Self
  /// |x|; the derivative at 0 is taken as 0.
  static func abs(_ x: Self) -> Self
  static func exp(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// sin(x), x in radians.
  static func sin(_ x: Self) -> Self
  /// cos(x), x in radians.
  static func cos(_ x: Self) -> Self
  /// sin(πx), exact where πx would have been rounded.
  static func sinPi(_ x: Self) -> Self
  /// cos(πx), exact where πx would have been rounded.
  static func cosPi(_ x: Self) -> Self
  /// The larger of the two; on a tie, the first.
  static func max(_ x: Self, _ y: Self) -> Self
  /// The smaller of the two; on a tie, the first.
  static func min(_ x: Self, _ y: Self) -> Self
}

extension RealScalar {
  /// π, rounded to double precision.
  @inlinable public static var pi: Self { Self(Double.pi) }
  /// e, rounded to double precision.
  @inlinable public static var e: Self { Self(2.718281828459045) }

  @inlinable public static func cube(_ x: Self) -> Self { square(x) * x }
  @inlinable public static func fourthPower(_ x: Self) -> Self { square(square(x)) }
}
