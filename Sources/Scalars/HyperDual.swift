/// A value with first derivatives and four mixed second derivatives: one row block of a Hessian per evaluation.
///
/// With one direction ε₁ and four directions ε₂, it carries f, ∂f/∂ε₁, ∂f/∂ε₂ and ∂²f/∂ε₁∂ε₂, all exact to rounding.
/// Source: Fike and Alonso, The Development of Hyper-Dual Numbers for Exact Second-Derivative Calculations,
/// AIAA 2011-886.
public struct HyperDual: RealScalar {
  public typealias Partials = SIMD4<Double>
  /// How many directions ε₂ one evaluation carries.
  public static let width = 4

  public var value: Double
  /// ∂f/∂ε₁.
  public var first: Double
  /// ∂f/∂ε₂, four lanes.
  public var partials: Partials
  /// ∂²f/∂ε₁∂ε₂, four lanes.
  public var mixed: Partials

  @inlinable public init(value: Double, first: Double, partials: Partials, mixed: Partials) {
    self.value = value
    self.first = first
    self.partials = partials
    self.mixed = mixed
  }

  @inlinable public init(_ value: Double) { self.init(value: value, first: 0, partials: .zero, mixed: .zero) }
  @inlinable public init(integerLiteral value: Int) { self.init(Double(value)) }
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
  @inlinable public init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Double(exactly: source) else { return nil }
    self.init(value)
  }

  @inlinable public var magnitude: Double { value.magnitude }

  /// f(x) with derivatives f′(x) and f″(x), by the chain rule.
  @inlinable @inline(__always) func chain(_ f: Double, _ derivative: Double, _ second: Double) -> HyperDual {
    HyperDual(
      value: f, first: derivative * first, partials: partials * derivative,
      mixed: mixed * derivative + partials * (second * first))
  }

  @inlinable public static func + (a: HyperDual, b: HyperDual) -> HyperDual {
    HyperDual(
      value: a.value + b.value, first: a.first + b.first, partials: a.partials + b.partials,
      mixed: a.mixed + b.mixed)
  }
  @inlinable public static func - (a: HyperDual, b: HyperDual) -> HyperDual {
    HyperDual(
      value: a.value - b.value, first: a.first - b.first, partials: a.partials - b.partials,
      mixed: a.mixed - b.mixed)
  }
  @inlinable public static prefix func - (a: HyperDual) -> HyperDual {
    HyperDual(value: -a.value, first: -a.first, partials: -a.partials, mixed: -a.mixed)
  }
  @inlinable public static func * (a: HyperDual, b: HyperDual) -> HyperDual {
    let outer = a.mixed * b.value + b.mixed * a.value
    let inner = a.partials * b.first + b.partials * a.first
    return HyperDual(
      value: a.value * b.value, first: a.first * b.value + b.first * a.value,
      partials: a.partials * b.value + b.partials * a.value, mixed: outer + inner)
  }
  @inlinable public static func *= (a: inout HyperDual, b: HyperDual) { a = a * b }
  @inlinable public static func / (a: HyperDual, b: HyperDual) -> HyperDual {
    let quotient = a.value / b.value
    let first = (a.first - b.first * quotient) / b.value
    let partials = (a.partials - b.partials * quotient) / b.value
    let mixed = (a.mixed - b.mixed * quotient - b.partials * first - partials * b.first) / b.value
    return HyperDual(value: quotient, first: first, partials: partials, mixed: mixed)
  }

  @inlinable public static func square(_ x: HyperDual) -> HyperDual { x.chain(x.value * x.value, 2 * x.value, 2) }
  @inlinable public static func sqrt(_ x: HyperDual) -> HyperDual {
    let root = x.value.squareRoot()
    return root == 0 ? HyperDual(root) : x.chain(root, 0.5 / root, -0.25 / (root * x.value))
  }
  @inlinable public static func abs(_ x: HyperDual) -> HyperDual {
    x.chain(x.value.magnitude, x.value > 0 ? 1 : (x.value < 0 ? -1 : 0), 0)
  }
  @inlinable public static func exp(_ x: HyperDual) -> HyperDual {
    let f = Elementary.exp(x.value)
    return x.chain(f, f, f)
  }
  @inlinable public static func log(_ x: HyperDual) -> HyperDual {
    x.chain(Elementary.log(x.value), 1 / x.value, -1 / (x.value * x.value))
  }
  @inlinable public static func sin(_ x: HyperDual) -> HyperDual {
    let (sine, cosine) = Elementary.sinCos(x.value)
    return x.chain(sine, cosine, -sine)
  }
  @inlinable public static func cos(_ x: HyperDual) -> HyperDual {
    let (sine, cosine) = Elementary.sinCos(x.value)
    return x.chain(cosine, -sine, -cosine)
  }
  @inlinable public static func sinPi(_ x: HyperDual) -> HyperDual {
    let (sine, cosine) = Elementary.sinCosPi(x.value)
    return x.chain(sine, Double.pi * cosine, -Double.pi * Double.pi * sine)
  }
  @inlinable public static func cosPi(_ x: HyperDual) -> HyperDual {
    let (sine, cosine) = Elementary.sinCosPi(x.value)
    return x.chain(cosine, -Double.pi * sine, -Double.pi * Double.pi * cosine)
  }
  @inlinable public static func max(_ x: HyperDual, _ y: HyperDual) -> HyperDual { y.value > x.value ? y : x }
  @inlinable public static func min(_ x: HyperDual, _ y: HyperDual) -> HyperDual { y.value < x.value ? y : x }
}
