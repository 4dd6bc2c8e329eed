extension Double: RealScalar {
  @inlinable public init(decimal value: Double) { self = value }
  /// e, rounded to double precision.
  @inlinable public static var e: Double { 2.718281828459045 }

  @inlinable @inline(__always)
  public static func square(_ x: Double) -> Double { x * x }
  @inlinable public static func pow(_ x: Double, _ y: Double) -> Double { Elementary.pow(x, y) }
  @inlinable @inline(__always)
  public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  @inlinable @inline(__always)
  public static func abs(_ x: Double) -> Double { x.magnitude }
  @inlinable @inline(__always)
  public static func exp(_ x: Double) -> Double { Elementary.exp(x) }
  @inlinable public static func expm1(_ x: Double) -> Double { Elementary.expm1(x) }
  @inlinable public static func log(_ x: Double) -> Double { Elementary.log(x) }
  @inlinable public static func log1p(_ x: Double) -> Double { Elementary.log1p(x) }
  @inlinable @inline(__always)
  public static func sin(_ x: Double) -> Double { Elementary.sin(x) }
  @inlinable @inline(__always)
  public static func cos(_ x: Double) -> Double { Elementary.cos(x) }
  @inlinable public static func tan(_ x: Double) -> Double { Elementary.tan(x) }
  @inlinable @inline(__always)
  public static func sinPi(_ x: Double) -> Double { Elementary.sinPi(x) }
  @inlinable @inline(__always)
  public static func cosPi(_ x: Double) -> Double { Elementary.cosPi(x) }
  @inlinable public static func atan(_ x: Double) -> Double { Elementary.atan(x) }
  @inlinable public static func tanh(_ x: Double) -> Double { Elementary.tanh(x) }
  @inlinable public static func logistic(_ x: Double) -> Double { Elementary.logistic(x) }
  @inlinable @inline(__always)
  public static func floor(_ x: Double) -> Double { x.rounded(.down) }
  @inlinable @inline(__always)
  public static func max(_ x: Double, _ y: Double) -> Double { y > x || y.isNaN ? y : x }
  @inlinable @inline(__always)
  public static func min(_ x: Double, _ y: Double) -> Double { y < x || y.isNaN ? y : x }
  @inlinable @inline(__always)
  public static func select(_ condition: Double, _ positive: Double, _ other: Double) -> Double {
    condition > 0 ? positive : condition.isNaN ? condition : other
  }
}
