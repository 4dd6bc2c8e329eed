/// Derivatives of enclosures: where a function has a kink, the hull of all its one-sided derivatives.
extension Interval: DualBase {
  public typealias Four = IntervalFour

  @inlinable public static func absSlope(_ x: Interval) -> Interval {
    x.lower > 0 ? 1 : x.upper < 0 ? -1 : Interval(ordered: -1, 1)
  }
  @inlinable public static func absCurvature(_ x: Interval) -> Interval { x.contains(0) ? .entire : 0 }
  @inlinable public static func rootSlope(_ root: Interval) -> Interval { 0.5 * root.reciprocal }
  @inlinable public static func rootCurvature(_ x: Interval, root: Interval) -> Interval {
    -0.25 * power(root, 3).reciprocal
  }
  @inlinable public static func floorSlope(_ x: Interval) -> Interval {
    // Undecided also where a step is only touched: a neighbour of the box sees it.
    x.lower > x.lower.rounded(.down) && x.upper < x.lower.rounded(.up) ? 0 : .entire
  }
  @inlinable public static func isPositive(_ x: Interval) -> Bool? {
    x.lower > 0 ? true : x.upper < 0 || x.lower == 0 && x.upper == 0 ? false : nil
  }
  // Undecided also where the two only touch: the slopes of both sides belong to the kink.
  @inlinable public static func isGreater(_ x: Interval, _ y: Interval) -> Bool? {
    x.lower > y.upper ? true : x.upper < y.lower ? false : nil
  }
  @inlinable public static func isUnknown(_ x: Interval) -> Bool { x.lower == -.infinity && x.upper == .infinity }
  @inlinable public init(integer value: Int) { self.init(exactInteger: value) }
  /// Nothing is known where the power is undefined in a part of x: it ends there, with whatever slope.
  public static func powSlope(_ x: Interval, _ y: Interval) -> Interval {
    x.lower < 0 && y.integer == nil ? .entire : y * pow(x, decremented(y))
  }
  /// Without rounding where that is possible, so that whole exponents stay whole.
  public static func decremented(_ y: Interval) -> Interval {
    y.integer.map { Interval(exactInteger: $0 - 1) } ?? y - 1
  }
  @inlinable public static var undecided: Interval { .entire }
  @inlinable public static func union(_ x: Interval, _ y: Interval) -> Interval { hull(x, y) }
}

/// Four intervals side by side.
public struct IntervalFour: DualFour {
  public typealias Base = Interval
  @usableFromInline var lower: SIMD4<Double>
  @usableFromInline var upper: SIMD4<Double>

  @inlinable @inline(__always)
  init(lower: SIMD4<Double>, upper: SIMD4<Double>) {
    self.lower = lower
    self.upper = upper
  }

  @inlinable public init(unit lane: Int) {
    let unit = SIMD4<Double>(unit: lane)
    self.init(lower: unit, upper: unit)
  }
  @inlinable public init(repeating value: Interval) {
    self.init(lower: SIMD4(repeating: value.lower), upper: SIMD4(repeating: value.upper))
  }
  @inlinable public static var zero: IntervalFour { IntervalFour(lower: .zero, upper: .zero) }

  @inlinable public subscript(lane: Int) -> Interval {
    get { Interval(ordered: lower[lane], upper[lane]) }
    set { (lower[lane], upper[lane]) = (newValue.lower, newValue.upper) }
  }

  @inlinable @inline(__always)
  public func plus(_ other: IntervalFour) -> IntervalFour {
    IntervalFour(lower: Rounding.down(lower + other.lower), upper: Rounding.up(upper + other.upper))
  }
  @inlinable @inline(__always)
  public func minus(_ other: IntervalFour) -> IntervalFour {
    IntervalFour(lower: Rounding.down(lower - other.upper), upper: Rounding.up(upper - other.lower))
  }
  @inlinable public func times(_ factor: Interval) -> IntervalFour {
    let (low, high) = (SIMD4(repeating: factor.lower), SIMD4(repeating: factor.upper))
    // Where the factor's sign is known, so is which of its bounds makes which bound.
    if factor.lower >= 0 {
      return IntervalFour(
        lower: Rounding.down(Rounding.product(lower, low.replacing(with: high, where: lower .< 0))),
        upper: Rounding.up(Rounding.product(upper, high.replacing(with: low, where: upper .< 0))))
    }
    if factor.upper <= 0 {
      return IntervalFour(
        lower: Rounding.down(Rounding.product(upper, low.replacing(with: high, where: upper .< 0))),
        upper: Rounding.up(Rounding.product(lower, high.replacing(with: low, where: lower .< 0))))
    }
    let (a, b) = (Rounding.product(lower, low), Rounding.product(lower, high))
    let (c, d) = (Rounding.product(upper, low), Rounding.product(upper, high))
    return IntervalFour(
      lower: Rounding.down(Rounding.least(Rounding.least(a, b), Rounding.least(c, d))),
      upper: Rounding.up(Rounding.greatest(Rounding.greatest(a, b), Rounding.greatest(c, d))))
  }
  @inlinable public func over(_ divisor: Interval) -> IntervalFour { times(divisor.reciprocal) }
  @inlinable public var negated: IntervalFour { IntervalFour(lower: 0 - upper, upper: 0 - lower) }
  @inlinable public func union(_ other: IntervalFour) -> IntervalFour {
    IntervalFour(lower: Rounding.least(lower, other.lower), upper: Rounding.greatest(upper, other.upper))
  }
}
