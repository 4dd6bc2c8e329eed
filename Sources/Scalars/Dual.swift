/// A value with four of its partial derivatives: forward-mode differentiation, four directions at a time.
///
/// Every operation computes its value with exactly the operations that `Double` would use, so the value part of a
/// gradient evaluation has the same bits as a plain evaluation.
/// Source: Griewank and Walther, Evaluating Derivatives, SIAM 2008, chapter 3.
public struct Dual: RealScalar {
  public typealias Partials = SIMD4<Double>
  /// How many directions one evaluation carries.
  public static let width = 4

  public var value: Double
  public var partials: Partials

  @inlinable public init(value: Double, partials: Partials) {
    self.value = value
    self.partials = partials
  }

  @inlinable public init(_ value: Double) { self.init(value: value, partials: .zero) }
  @inlinable public init(integerLiteral value: Int) { self.init(Double(value)) }
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  /// The variable `value`, differentiated in the direction `lane`; in none of the four if `lane` is outside 0..<4.
  @inlinable public init(variable value: Double, lane: Int) {
    // Compared and not indexed: a lane stored by index, read back as a vector, stalls the processor for 15 ns.
    self.init(
      value: value,
      partials: Partials.zero.replacing(with: 1, where: Partials(0, 1, 2, 3) .== Partials(repeating: Double(lane))))
  }

  @inlinable public var magnitude: Double { value.magnitude }

  /// f(x) with derivative f′(x), by the chain rule.
  @inlinable @inline(__always) func chain(_ f: Double, _ derivative: Double) -> Dual {
    Dual(value: f, partials: partials * derivative)
  }

  @inlinable public static func + (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value + b.value, partials: a.partials + b.partials)
  }
  @inlinable public static func - (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value - b.value, partials: a.partials - b.partials)
  }
  @inlinable public static prefix func - (a: Dual) -> Dual { Dual(value: -a.value, partials: -a.partials) }
  @inlinable public static func * (a: Dual, b: Dual) -> Dual {
    Dual(value: a.value * b.value, partials: a.partials * b.value + b.partials * a.value)
  }
  @inlinable public static func *= (a: inout Dual, b: Dual) { a = a * b }
  @inlinable public static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    return Dual(value: quotient, partials: (a.partials - b.partials * quotient) / b.value)
  }

  @inlinable public static func square(_ x: Dual) -> Dual { x.chain(x.value * x.value, 2 * x.value) }
  @inlinable public static func sqrt(_ x: Dual) -> Dual {
    let root = x.value.squareRoot()
    return x.chain(root, root == 0 ? 0 : 0.5 / root)
  }
  @inlinable public static func abs(_ x: Dual) -> Dual {
    x.chain(x.value.magnitude, x.value > 0 ? 1 : (x.value < 0 ? -1 : 0))
  }
  @inlinable public static func exp(_ x: Dual) -> Dual {
    let f = Elementary.exp(x.value)
    return x.chain(f, f)
  }
  @inlinable public static func log(_ x: Dual) -> Dual { x.chain(Elementary.log(x.value), 1 / x.value) }
  @inlinable public static func sin(_ x: Dual) -> Dual {
    let (sine, cosine) = Elementary.sinCos(x.value)
    return x.chain(sine, cosine)
  }
  @inlinable public static func cos(_ x: Dual) -> Dual {
    let (sine, cosine) = Elementary.sinCos(x.value)
    return x.chain(cosine, -sine)
  }
  @inlinable public static func sinPi(_ x: Dual) -> Dual {
    let (sine, cosine) = Elementary.sinCosPi(x.value)
    return x.chain(sine, Double.pi * cosine)
  }
  @inlinable public static func cosPi(_ x: Dual) -> Dual {
    let (sine, cosine) = Elementary.sinCosPi(x.value)
    return x.chain(cosine, -Double.pi * sine)
  }
  @inlinable public static func max(_ x: Dual, _ y: Dual) -> Dual { y.value > x.value ? y : x }
  @inlinable public static func min(_ x: Dual, _ y: Dual) -> Dual { y.value < x.value ? y : x }
}
