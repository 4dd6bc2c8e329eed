/// A closed interval that holds every value which the exact computation could have: a proof, not an estimate.
///
/// Bounds are rounded outwards after every operation, decimal constants become the two neighbours between which they
/// lie. Where a function is undefined in a part of an argument, the part where it is defined counts; where it is
/// undefined everywhere, the answer is the entire line. Bounds are never NaN; `lower` < +∞ and `upper` > −∞.
/// Elementary functions are taken to be within 2 units in the last place, which fixtures of 50 digits test, and widened
/// by three. Source: Moore, Kearfott and Cloud, Introduction to Interval Analysis, SIAM 2009.
public struct Interval: Sendable, Equatable, BitwiseCopyable {
  public let lower: Double
  public let upper: Double

  /// The interval between two bounds; NaN, or bounds in the wrong order, give the entire line.
  @inlinable public init(lower: Double, upper: Double) {
    let isSound = lower <= upper && lower < .infinity && upper > -.infinity
    self.lower = isSound ? lower : -.infinity
    self.upper = isSound ? upper : .infinity
  }

  /// Bounds that are known to be in order and not NaN.
  @inlinable @inline(__always)
  init(ordered lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  @inlinable public init(_ range: ClosedRange<Double>) { self.init(lower: range.lowerBound, upper: range.upperBound) }

  /// From −∞ to ∞: nothing is known.
  @inlinable public static var entire: Interval { Interval(ordered: -.infinity, .infinity) }

  /// Half way between the bounds, a double inside the interval; 0 of the entire line, a large number of a half line.
  @inlinable public var midpoint: Double {
    if lower == -.infinity && upper == .infinity { return 0 }
    if lower == -.infinity { return -.greatestFiniteMagnitude }
    if upper == .infinity { return .greatestFiniteMagnitude }
    return Swift.min(Swift.max(0.5 * lower + 0.5 * upper, lower), upper)
  }
  /// upper − lower, rounded up.
  @inlinable public var width: Double { upper == lower ? 0 : Rounding.up(upper - lower) }
  @inlinable public var isBounded: Bool { lower > -.infinity && upper < .infinity }
  /// Whether every number of it is above 0.
  @inlinable public var isPositive: Bool { lower > 0 }
  /// Whether every number of it is below 0.
  @inlinable public var isNegative: Bool { upper < 0 }
  /// The largest |x|.
  @inlinable public var magnitude: Double { Swift.max(lower.magnitude, upper.magnitude) }
  /// The smallest |x|.
  @inlinable public var mignitude: Double {
    lower > 0 ? lower : upper < 0 ? -upper : 0
  }

  @inlinable public func contains(_ x: Double) -> Bool { lower <= x && x <= upper }
  @inlinable public func encloses(_ other: Interval) -> Bool { lower <= other.lower && other.upper <= upper }
  /// Whether `other` lies between the bounds without touching them.
  @inlinable public func enclosesStrictly(_ other: Interval) -> Bool { lower < other.lower && other.upper < upper }

  /// What both hold, or nil if that is nothing.
  @inlinable public func intersection(_ other: Interval) -> Interval? {
    let bounds = (Swift.max(lower, other.lower), Swift.min(upper, other.upper))
    return bounds.0 <= bounds.1 ? Interval(ordered: bounds.0, bounds.1) : nil
  }

  /// The smallest interval that holds both.
  @inlinable public static func hull(_ a: Interval, _ b: Interval) -> Interval {
    Interval(ordered: Swift.min(a.lower, b.lower), Swift.max(a.upper, b.upper))
  }

  /// The same with both bounds moved outwards by three places, for functions within two of the true value.
  @inlinable static func widened(_ lower: Double, _ upper: Double) -> Interval {
    if lower.isNaN || upper.isNaN { return .entire }
    return Interval(
      ordered: Rounding.down(Rounding.down(Rounding.down(lower))), Rounding.up(Rounding.up(Rounding.up(upper))))
  }
}
