extension Double: RealScalar {
  @inlinable public static func square(_ x: Double) -> Double { x * x }
  @inlinable public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  @inlinable public static func abs(_ x: Double) -> Double { x.magnitude }
  @inlinable public static func exp(_ x: Double) -> Double { Elementary.exp(x) }
  @inlinable public static func log(_ x: Double) -> Double { Elementary.log(x) }
  @inlinable public static func sin(_ x: Double) -> Double { Elementary.sin(x) }
  @inlinable public static func cos(_ x: Double) -> Double { Elementary.cos(x) }
  @inlinable public static func sinPi(_ x: Double) -> Double { Elementary.sinPi(x) }
  @inlinable public static func cosPi(_ x: Double) -> Double { Elementary.cosPi(x) }
  @inlinable public static func max(_ x: Double, _ y: Double) -> Double { y > x ? y : x }
  @inlinable public static func min(_ x: Double, _ y: Double) -> Double { y < x ? y : x }
}
