/// What a dual number is made of: plain numbers, or enclosures of them.
///
/// The chain rule is the same for both; they differ where a function has a kink, where a plain number picks one
/// one-sided derivative and an enclosure has to hold them all.
public protocol DualBase: RealScalar {
  /// Four of them, lane by lane; of batches, two.
  associatedtype Four: DualFour where Four.Base == Self

  static func sinCos(_ x: Self) -> (sin: Self, cos: Self)
  static func sinCosPi(_ x: Self) -> (sin: Self, cos: Self)

  /// d|x|/dx.
  static func absSlope(_ x: Self) -> Self
  /// d²|x|/dx².
  static func absCurvature(_ x: Self) -> Self
  /// d²√x/dx² from x and its root; the first derivative is `rootSlope`.
  static func rootCurvature(_ x: Self, root: Self) -> Self
  /// d√x/dx from the root.
  static func rootSlope(_ root: Self) -> Self
  /// The derivative of ⌊x⌋.
  static func floorSlope(_ x: Self) -> Self
  /// y·xʸ⁻¹, the slope of xʸ for a constant y; 0 where that is infinite.
  static func powSlope(_ x: Self, _ y: Self) -> Self
  /// y − 1.
  static func decremented(_ y: Self) -> Self
  /// A whole number, or an enclosure of it.
  init(integer value: Int)
  /// Whether x > 0; nil for NaN, for enclosures of which only parts are, and for batches, where each lane has its own
  /// answer.
  static func isPositive(_ x: Self) -> Bool?
  /// Whether x > y, or is NaN and so has to be the larger one; nil for enclosures that touch, and for batches.
  static func isGreater(_ x: Self, _ y: Self) -> Bool?
  /// Whether nothing is known of x, an enclosure: the function has a pole, or is undefined.
  static func isUnknown(_ x: Self) -> Bool
  /// What the derivatives are where it is undecided which branch is taken, and they may jump.
  static var undecided: Self { get }
  /// Something that holds both.
  static func union(_ x: Self, _ y: Self) -> Self
}

/// Derivatives side by side, four but for batches. Named functions, since operators of a protocol that SIMD4 conforms to would make its
/// own operators ambiguous everywhere.
public protocol DualFour: Equatable, BitwiseCopyable, Sendable {
  associatedtype Base
  /// How many they are.
  static var width: Int { get }
  static var zero: Self { get }
  /// 1 in `lane` and 0 elsewhere; 0 everywhere if `lane` is outside 0..<width.
  init(unit lane: Int)
  init(repeating value: Base)
  func plus(_ other: Self) -> Self
  func minus(_ other: Self) -> Self
  func times(_ factor: Base) -> Self
  func over(_ divisor: Base) -> Self
  var negated: Self { get }
  func union(_ other: Self) -> Self
  /// Where it is not one answer, whether a > b or is NaN: of an enclosure what holds both; of a batch `other` in lanes
  /// where it is.
  func joined(_ other: Self, where a: Base, exceeds b: Base) -> Self
  /// Where it is not one answer, whether `condition` is positive: undecided for an enclosure, lane by lane for a batch,
  /// NaN where the condition is.
  static func selected(_ condition: Base, _ positive: Self, _ other: Self) -> Self
  /// Of a batch, `replacement` in lanes where `zero` is 0 in every direction; else itself.
  func replacing(whereZero zero: Self, with replacement: @autoclosure () -> Self) -> Self
  subscript(lane: Int) -> Base { get set }
}

extension DualFour {
  @inlinable @inline(__always)
  public static var width: Int { 4 }
}

extension DualFour where Base: DualBase {
  @inlinable public func joined(_ other: Self, where a: Base, exceeds b: Base) -> Self { union(other) }
  @inlinable public static func selected(_ condition: Base, _ positive: Self, _ other: Self) -> Self {
    Self(repeating: Base.undecided)
  }
  @inlinable @inline(__always)
  public func replacing(whereZero zero: Self, with replacement: @autoclosure () -> Self) -> Self { self }
}

/// Slopes without cancellation: 1 − tanh² and σ(1 − σ) would vanish where the functions saturate.
extension DualBase {
  /// d tanh(x)/dx = 4 σ(2x) σ(−2x).
  @inlinable static func tanhSlope(_ x: Self) -> Self { 4 * logisticSlope(2 * x) }
  /// σ′(x) = σ(x) σ(−x).
  @inlinable static func logisticSlope(_ x: Self) -> Self { logistic(x) * logistic(-x) }
}

extension Double: DualBase {
  public typealias Four = SIMD4<Double>
  @inlinable @inline(__always)
  public static func sinCos(_ x: Double) -> (sin: Double, cos: Double) { Elementary.sinCos(x) }
  @inlinable @inline(__always)
  public static func sinCosPi(_ x: Double) -> (sin: Double, cos: Double) { Elementary.sinCosPi(x) }
  @inlinable @inline(__always)
  public static func absSlope(_ x: Double) -> Double { x > 0 ? 1 : (x < 0 ? -1 : 0) }
  @inlinable @inline(__always)
  public static func absCurvature(_ x: Double) -> Double { 0 }
  @inlinable @inline(__always)
  public static func rootSlope(_ root: Double) -> Double { root == 0 ? 0 : 0.5 / root }
  @inlinable @inline(__always)
  public static func rootCurvature(_ x: Double, root: Double) -> Double { root == 0 ? 0 : -0.25 / (root * x) }
  @inlinable @inline(__always)
  public static func floorSlope(_ x: Double) -> Double { 0 }
  @inlinable
  public static func powSlope(_ x: Double, _ y: Double) -> Double {
    y == 0 || x == 0 && y < 1 ? 0 : y * Elementary.pow(x, y - 1)
  }
  @inlinable @inline(__always)
  public static func decremented(_ y: Double) -> Double { y - 1 }
  @inlinable @inline(__always)
  public init(integer value: Int) { self.init(value) }
  @inlinable @inline(__always)
  public static func isPositive(_ x: Double) -> Bool? { x > 0 ? true : x.isNaN ? nil : false }
  @inlinable @inline(__always)
  public static func isGreater(_ x: Double, _ y: Double) -> Bool? { x > y || x.isNaN }
  @inlinable @inline(__always)
  public static func isUnknown(_ x: Double) -> Bool { false }
  @inlinable @inline(__always)
  public static var undecided: Double { 0 }
  @inlinable @inline(__always)
  public static func union(_ x: Double, _ y: Double) -> Double { x }
}

extension SIMD4<Double>: DualFour {
  public typealias Base = Double
  @inlinable @inline(__always)
  public init(unit lane: Int) {
    // Compared and not indexed: a lane stored by index, read back as a vector, stalls the processor for 15 ns.
    self = SIMD4.zero.replacing(with: 1, where: SIMD4(0, 1, 2, 3) .== SIMD4(repeating: Double(lane)))
  }
  @inlinable @inline(__always)
  public func plus(_ other: SIMD4<Double>) -> SIMD4<Double> { self + other }
  @inlinable @inline(__always)
  public func minus(_ other: SIMD4<Double>) -> SIMD4<Double> { self - other }
  @inlinable @inline(__always)
  public func times(_ factor: Double) -> SIMD4<Double> { self * factor }
  @inlinable @inline(__always)
  public func over(_ divisor: Double) -> SIMD4<Double> { self / divisor }
  @inlinable @inline(__always)
  public var negated: SIMD4<Double> { self * -1 }
  @inlinable @inline(__always)
  public func union(_ other: SIMD4<Double>) -> SIMD4<Double> { self }
  @inlinable @inline(__always)
  public static func selected(
    _ condition: Double, _ positive: SIMD4<Double>, _ other: SIMD4<Double>
  ) -> SIMD4<Double> { SIMD4(repeating: condition) }
}
