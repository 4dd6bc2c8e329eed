import Foundation

/// Elementary functions of one double, in radians where an angle is meant.
public enum Elementary {
  @inlinable public static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  @inlinable public static func log(_ x: Double) -> Double { Foundation.log(x) }
  @inlinable public static func sin(_ x: Double) -> Double { Foundation.sin(x) }
  @inlinable public static func cos(_ x: Double) -> Double { Foundation.cos(x) }
  @inlinable public static func sinPi(_ x: Double) -> Double { Foundation.sin(Double.pi * x) }
  @inlinable public static func cosPi(_ x: Double) -> Double { Foundation.cos(Double.pi * x) }
}
