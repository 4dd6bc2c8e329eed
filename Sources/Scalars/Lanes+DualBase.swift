/// Derivatives of batches: every lane takes the branch that a plain number takes there. Of first order: `HyperDualNumber`
/// knows kinks of enclosures only.
extension Lanes: DualBase {
  public typealias Four = LanesPair

  @inlinable @inline(__always)
  public static func sinCos(_ x: Lanes) -> (sin: Lanes, cos: Lanes) { Elementary.sinCos(x) }
  @inlinable @inline(__always)
  public static func sinCosPi(_ x: Lanes) -> (sin: Lanes, cos: Lanes) { Elementary.sinCosPi(x) }
  @inlinable @inline(__always)
  public static func absSlope(_ x: Lanes) -> Lanes {
    Lanes(0).replacing(with: -1, where: x .< Lanes(0)).replacing(with: 1, where: x .> Lanes(0))
  }
  @inlinable @inline(__always)
  public static func absCurvature(_ x: Lanes) -> Lanes { 0 }
  @inlinable @inline(__always)
  public static func rootSlope(_ root: Lanes) -> Lanes { (0.5 / root).replacing(with: 0, whereZero: root) }
  @inlinable @inline(__always)
  public static func rootCurvature(_ x: Lanes, root: Lanes) -> Lanes {
    (-0.25 / (root * x)).replacing(with: 0, whereZero: root)
  }
  @inlinable @inline(__always)
  public static func floorSlope(_ x: Lanes) -> Lanes { 0 }
  public static func powSlope(_ x: Lanes, _ y: Lanes) -> Lanes {
    var slope = x
    for lane in 0..<width { slope.values[lane] = Double.powSlope(x.values[lane], y.values[lane]) }
    return slope
  }
  @inlinable @inline(__always)
  public static func decremented(_ y: Lanes) -> Lanes { y - 1 }
  @inlinable @inline(__always)
  public init(integer value: Int) { self.init(Double(value)) }
  @inlinable @inline(__always)
  public static func isPositive(_ x: Lanes) -> Bool? { nil }
  @inlinable @inline(__always)
  public static func isGreater(_ x: Lanes, _ y: Lanes) -> Bool? { nil }
  @inlinable @inline(__always)
  public static func isUnknown(_ x: Lanes) -> Bool { false }
  @inlinable @inline(__always)
  public static var undecided: Lanes { 0 }
  @inlinable @inline(__always)
  public static func union(_ x: Lanes, _ y: Lanes) -> Lanes { x }

  /// Itself, but `replacement` in lanes where `other` is 0.
  @inlinable @inline(__always)
  public func replacing(with replacement: Lanes, whereZero other: Lanes) -> Lanes {
    replacing(with: replacement, where: other .== Lanes(0))
  }
}

/// Two batches side by side: with more, a formula of two variables would compute what nobody asks for.
public struct LanesPair: DualFour {
  public typealias Base = Lanes
  public var first: Lanes
  public var second: Lanes

  @inlinable @inline(__always)
  init(_ first: Lanes, _ second: Lanes) {
    self.first = first
    self.second = second
  }

  @inlinable @inline(__always)
  public static var width: Int { 2 }
  @inlinable @inline(__always)
  public init(unit lane: Int) { self.init(lane == 0 ? 1 : 0, lane == 1 ? 1 : 0) }
  @inlinable @inline(__always)
  public init(repeating value: Lanes) { self.init(value, value) }
  @inlinable @inline(__always)
  public static var zero: LanesPair { LanesPair(repeating: 0) }

  @inlinable public subscript(lane: Int) -> Lanes {
    @inline(__always)
    get { lane == 0 ? first : second }
    @inline(__always)
    set { if lane == 0 { first = newValue } else { second = newValue } }
  }

  @inlinable @inline(__always)
  public func plus(_ other: LanesPair) -> LanesPair { zip(other) { $0 + $1 } }
  @inlinable @inline(__always)
  public func minus(_ other: LanesPair) -> LanesPair { zip(other) { $0 - $1 } }
  @inlinable @inline(__always)
  public func times(_ factor: Lanes) -> LanesPair { map { $0 * factor } }
  @inlinable @inline(__always)
  public func over(_ divisor: Lanes) -> LanesPair { map { $0 / divisor } }
  @inlinable @inline(__always)
  public var negated: LanesPair { map { $0 * -1 } }
  @inlinable @inline(__always)
  public func union(_ other: LanesPair) -> LanesPair { self }
  @inlinable @inline(__always)
  public func joined(_ other: LanesPair, where a: Lanes, exceeds b: Lanes) -> LanesPair {
    let isGreater = (a .> b) | a.isNaN
    return zip(other) { $0.replacing(with: $1, where: isGreater) }
  }
  @inlinable @inline(__always)
  public static func selected(_ condition: Lanes, _ positive: LanesPair, _ other: LanesPair) -> LanesPair {
    let isPositive = condition .> 0
    let isUndefined = condition.isNaN
    return other.zip(positive) {
      $0.replacing(with: $1, where: isPositive).replacing(with: condition, where: isUndefined)
    }
  }
  @inlinable @inline(__always)
  public func replacing(whereZero zero: LanesPair, with replacement: @autoclosure () -> LanesPair) -> LanesPair {
    // No sum of magnitudes is 0, or NaN, unless a summand is.
    let size = Lanes.abs(zero.first) + .abs(zero.second)
    return zip(replacement()) { $0.replacing(with: $1, whereZero: size) }
  }

  @inlinable @inline(__always)
  func map(_ transform: (Lanes) -> Lanes) -> LanesPair { LanesPair(transform(first), transform(second)) }

  @inlinable @inline(__always)
  func zip(_ other: LanesPair, _ combine: (Lanes, Lanes) -> Lanes) -> LanesPair {
    LanesPair(combine(first, other.first), combine(second, other.second))
  }
}

extension Lanes: Equatable {
  @inlinable public static func == (a: Lanes, b: Lanes) -> Bool { a.values == b.values }
}
