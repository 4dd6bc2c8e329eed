import CVectors

/// Eight values in lockstep: one operation for a batch of points, each lane with the bits of a plain evaluation.
///
/// A wrapper rather than `SIMD8` itself, whose conformance would make its operators ambiguous everywhere.
public struct Lanes: RealScalar {
  /// How many values one batch carries.
  public static let width = 8

  public var values: SIMD8<Double>

  @inlinable @inline(__always)
  public init(values: SIMD8<Double>) { self.values = values }
  @inlinable @inline(__always)
  public init(_ value: Double) { values = SIMD8(repeating: value) }
  @inlinable @inline(__always)
  public init(decimal value: Double) { self.init(value) }
  @inlinable @inline(__always)
  public init(integerLiteral value: Int) { self.init(Double(value)) }
  @inlinable @inline(__always)
  public init(floatLiteral value: Double) { self.init(value) }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  @inlinable public static var pi: Lanes { Lanes(.pi) }
  @inlinable public static var e: Lanes { Lanes(.e) }

  /// The largest of the eight magnitudes.
  @inlinable public var magnitude: Double { Lanes.abs(self).values.max() }

  @inlinable @inline(__always)
  public static func + (a: Lanes, b: Lanes) -> Lanes { Lanes(values: sum8(a.values, b.values)) }
  @inlinable @inline(__always)
  public static func += (a: inout Lanes, b: Lanes) { a = a + b }
  @inlinable @inline(__always)
  public static func -= (a: inout Lanes, b: Lanes) { a = a - b }
  @inlinable @inline(__always)
  public static func - (a: Lanes, b: Lanes) -> Lanes { Lanes(values: difference8(a.values, b.values)) }
  @inlinable @inline(__always)
  public static func * (a: Lanes, b: Lanes) -> Lanes { Lanes(values: product8(a.values, b.values)) }
  @inlinable @inline(__always)
  public static func / (a: Lanes, b: Lanes) -> Lanes { Lanes(values: quotient8(a.values, b.values)) }
  @inlinable @inline(__always)
  public static prefix func - (a: Lanes) -> Lanes { Lanes(bits: xor8(a.bits, Lanes.signBit)) }
  @inlinable @inline(__always)
  public static func *= (a: inout Lanes, b: Lanes) { a = a * b }

  @inlinable @inline(__always)
  public static func square(_ x: Lanes) -> Lanes { x * x }
  public static func pow(_ x: Lanes, _ y: Lanes) -> Lanes {
    var result = x
    for lane in 0..<width { result.values[lane] = Elementary.pow(x.values[lane], y.values[lane]) }
    return result
  }
  @inlinable @inline(__always)
  public static func sqrt(_ x: Lanes) -> Lanes { Lanes(values: root8(x.values)) }
  @inlinable @inline(__always)
  public static func abs(_ x: Lanes) -> Lanes { Lanes(bits: and8(x.bits, Bits(repeating: 0x7FFF_FFFF_FFFF_FFFF))) }
  @inlinable public static func exp(_ x: Lanes) -> Lanes { Elementary.exp(x) }
  @inlinable public static func log(_ x: Lanes) -> Lanes { Elementary.log(x) }
  @inlinable @inline(__always)
  public static func sin(_ x: Lanes) -> Lanes { Elementary.sinCos(x).sin }
  @inlinable @inline(__always)
  public static func cos(_ x: Lanes) -> Lanes { Elementary.sinCos(x).cos }
  @inlinable @inline(__always)
  public static func sinPi(_ x: Lanes) -> Lanes { Elementary.sinCosPi(x).sin }
  @inlinable @inline(__always)
  public static func cosPi(_ x: Lanes) -> Lanes { Elementary.sinCosPi(x).cos }
  public static func expm1(_ x: Lanes) -> Lanes { x.map { Elementary.expm1($0) } }
  public static func log1p(_ x: Lanes) -> Lanes { x.map { Elementary.log1p($0) } }
  public static func tan(_ x: Lanes) -> Lanes { x.map { Elementary.tan($0) } }
  public static func atan(_ x: Lanes) -> Lanes { x.map { Elementary.atan($0) } }
  public static func tanh(_ x: Lanes) -> Lanes { x.map { Elementary.tanh($0) } }
  public static func logistic(_ x: Lanes) -> Lanes { x.map { Elementary.logistic($0) } }
  @inlinable @inline(__always)
  public static func floor(_ x: Lanes) -> Lanes { Lanes(values: floor8(x.values)) }
  @inlinable @inline(__always)
  public static func max(_ x: Lanes, _ y: Lanes) -> Lanes { x.replacing(with: y, where: (y .> x) | y.isNaN) }
  @inlinable @inline(__always)
  public static func min(_ x: Lanes, _ y: Lanes) -> Lanes { x.replacing(with: y, where: (y .< x) | y.isNaN) }
  @inlinable @inline(__always)
  public static func select(_ condition: Lanes, _ positive: Lanes, _ other: Lanes) -> Lanes {
    other.replacing(with: positive, where: condition .> Lanes(0)).replacing(with: condition, where: condition.isNaN)
  }
}

/// Lanes as bit patterns, for the kernels.
extension Lanes {
  @usableFromInline typealias Bits = SIMD8<UInt64>

  @inlinable @inline(__always)
  init(bits: Bits) { self.init(values: unsafeBitCast(bits, to: SIMD8<Double>.self)) }

  @inlinable @inline(__always)
  var bits: Bits { unsafeBitCast(values, to: Bits.self) }

  @inlinable @inline(__always)
  static var signBit: Bits { Bits(repeating: 0x8000_0000_0000_0000) }

  /// Itself, negated in the lanes whose sign bit in `signs` is set.
  @inlinable @inline(__always)
  func flipped(_ signs: Bits) -> Lanes { Lanes(bits: xor8(bits, and8(signs, Lanes.signBit))) }

  /// `function` lane by lane, for batches that hold an argument outside of the vector path.
  @inlinable @inline(__always)
  func map(_ function: (Double) -> Double) -> Lanes {
    // By way of memory: a result in registers would come in pairs of lanes, and then the vector path as well ends by
    // taking its own apart and putting it together again.
    var result = self
    Lanes.replace(&result, function)
    return result
  }

  @usableFromInline @inline(never)
  static func replace(_ x: inout Lanes, _ function: (Double) -> Double) {
    for lane in 0..<width { x.values[lane] = function(x.values[lane]) }
  }

  /// `function` lane by lane, where it gives a sine and a cosine.
  @inlinable @inline(__always)
  func mapToPair(_ function: (Double) -> (sin: Double, cos: Double)) -> (sin: Lanes, cos: Lanes) {
    var (sine, cosine) = (self, self)
    Lanes.replace(&sine, &cosine, function)
    return (sine, cosine)
  }

  @usableFromInline @inline(never)
  static func replace(_ sine: inout Lanes, _ cosine: inout Lanes, _ function: (Double) -> (sin: Double, cos: Double)) {
    for lane in 0..<width { (sine.values[lane], cosine.values[lane]) = function(sine.values[lane]) }
  }

  /// Whether lower ≤ bit pattern ≤ upper in every lane, the bounds being those of non-negative numbers.
  @inlinable @inline(__always)
  static func allBits(of x: Lanes, from lower: UInt64, to upper: UInt64) -> Bool {
    let outside = or8(or8(x.bits &- Bits(repeating: lower), Bits(repeating: upper) &- x.bits), x.bits)
    return !anyNegative8(outside)
  }
}

extension Lanes: KernelNumber {
  @inlinable @inline(__always)
  static func leadingHalf(_ x: Lanes) -> Lanes { Lanes(bits: and8(x.bits, Bits(repeating: 0xFFFF_FFFF_F800_0000))) }
}
