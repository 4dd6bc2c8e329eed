import Scalars
import Synchronization

/// A scalar that follows through a formula whether its value is a convex or a concave function of the variables.
///
/// Sums keep what both terms are, a constant factor keeps or swaps it, and h(g(x)) is convex where h is convex and g is
/// affine, or where g is convex and h rises, or where g is concave and h falls; the signs of h′ and h″ are those over
/// the range of g. Beside f it follows log f and √f: sums of functions whose logarithms are convex have a convex
/// logarithm, and √(g² + h²) is a norm of g and h. No answer means that the rules do not tell, which a product of two
/// variables is enough for, unless everything is a quadratic with coefficients that are exact in doubles.
/// Source: Grant, Boyd and Ye, Disciplined Convex Programming, in Global Optimization: From Theory to Implementation,
/// Springer 2006, doi:10.1007/0-387-30528-9_7; Boyd and Vandenberghe, Convex Optimization, Cambridge 2004, sections 3.2
/// and 3.5.
struct ShapeNumber: RealScalar {
  /// An enclosure of the values.
  private(set) var range: Interval
  private var shape: Shape
  private(set) var isConstant = false
  /// Of copies of one number: two numbers with it are the same function.
  private let identity: Int
  /// f as the sum of a function of this shape and of ± another, to be cancelled: log Σ exp(zᵢ) is often written as
  /// m + log Σ exp(zᵢ − m) with the largest zᵢ as m.
  private var rest: ShiftedShape?
  /// Of log f; nil where f is not known to be positive.
  private var logarithm: Shape?
  /// log f as such a sum.
  private var shiftedLogarithm: ShiftedShape?
  /// Whether f ≥ 0 and √f is convex.
  private var hasConvexRoot = false
  /// The function of which this is the logarithm; 0 if none.
  private var argument = 0
  private(set) var quadratic: ExactQuadratic?

  var isConvex: Bool { shape.isConvex }
  var isConcave: Bool { shape.isConcave }

  private static let identities = Atomic(0)

  private init(_ range: Interval, _ shape: Shape = .unknown) {
    self.range = range
    self.shape = shape
    identity = Self.identities.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// A variable; of the first two, quadratics are followed.
  init(variable range: Interval, index: Int) {
    self.init(range, .affine)
    if index < 2 { quadratic = ExactQuadratic(variable: index) }
  }

  private init(constant value: Interval, exact: Double? = nil) {
    self.init(value, .affine)
    isConstant = true
    hasConvexRoot = value.lower >= 0
    if value.lower > 0 { logarithm = .affine }
    if let exact = exact ?? (value.lower == value.upper ? value.lower : nil) {
      quadratic = ExactQuadratic(constant: exact)
    }
  }

  init(_ value: Double) { self.init(constant: Interval(value)) }
  init(decimal value: Double) { self.init(constant: Interval(decimal: value)) }
  init(integerLiteral value: Int) { self.init(constant: Interval(integerLiteral: value)) }
  init(floatLiteral value: Double) { self.init(decimal: value) }
  init?<T: BinaryInteger>(exactly source: T) {
    guard let value = Interval(exactly: source) else { return nil }
    self.init(constant: value)
  }
  static var pi: Self { Self(constant: .pi) }
  static var e: Self { Self(constant: .e) }
  var magnitude: Interval.Magnitude { range.magnitude }

  private var isZero: Bool { isConstant && range.magnitude == 0 }

  /// The same with what its parts imply: a function with a convex logarithm or root is convex.
  private func completed(_ quadratic: ExactQuadratic?) -> Self {
    var result = self
    result.quadratic = quadratic
    if let logarithm, logarithm.isConvex { result.shape.isConvex = true }
    if hasConvexRoot { result.shape.isConvex = true }
    if range.lower >= 0, shape.isConcave, logarithm == nil { result.logarithm = .concave }
    return result
  }

  /// As a sum of a shape and ± another number.
  private var shifted: ShiftedShape { rest ?? ShiftedShape(shape) }

  static func + (a: Self, b: Self) -> Self {
    if a.isZero { return b }
    if b.isZero { return a }
    let quadratic = a.quadratic.flatMap { a in b.quadratic.flatMap { ExactQuadratic.sum(a, $0) } }
    if a.isConstant && b.isConstant { return Self(constant: a.range + b.range, exact: quadratic?.constant) }
    var sum = Self(a.range + b.range, a.shape + b.shape)
    if let rest = a.rest, rest.cancels(b.identity) {
      sum.shape = rest.shape
    } else if let rest = b.rest, rest.cancels(a.identity) {
      sum.shape = rest.shape
    } else if a.rest != nil || b.rest != nil, let rest = a.shifted + b.shifted {
      if rest.atom == 0 { sum.shape = rest.shape } else { sum.rest = rest }
    }
    if let first = a.logarithm, let second = b.logarithm { sum.logarithm = .logarithmOfSum(first, second) }
    if let first = a.shiftedLogarithm, let second = b.shiftedLogarithm, first.hasSameShift(as: second) {
      sum.shiftedLogarithm = first
      sum.shiftedLogarithm?.shape = .logarithmOfSum(first.shape, second.shape)
    }
    sum.hasConvexRoot = a.hasConvexRoot && b.hasConvexRoot
    return sum.completed(quadratic)
  }
  static prefix func - (a: Self) -> Self {
    if a.isConstant { return Self(constant: -a.range, exact: a.quadratic.map { -$0.constant }) }
    var result = Self(-a.range, -a.shape)
    // An affine function needs no help from another.
    if !a.shape.isAffine { result.rest = a.rest.map { -$0 } ?? ShiftedShape(.affine, atom: a.identity, sign: -1) }
    return result.completed(a.quadratic.map { -$0 })
  }
  static func - (a: Self, b: Self) -> Self { a + -b }
  static func * (a: Self, b: Self) -> Self {
    let quadratic = a.quadratic.flatMap { a in b.quadratic.flatMap { ExactQuadratic.product(a, $0) } }
    if a.isConstant && b.isConstant { return Self(constant: a.range * b.range, exact: quadratic?.constant) }
    if b.isConstant { return b * a }
    var product = Self(a.range * b.range)
    if let first = a.logarithm, let second = b.logarithm {
      product.logarithm = first + second
      product.shiftedLogarithm =
        (a.shiftedLogarithm ?? ShiftedShape(first)) + (b.shiftedLogarithm ?? ShiftedShape(second))
    }
    if a.isConstant {
      product.hasConvexRoot = a.range.lower >= 0 && b.hasConvexRoot
      product.shape = a.range.lower >= 0 ? b.shape : a.range.upper <= 0 ? -b.shape : b.shape.both
    } else if a.argument == b.identity && b.shape.isAffine || b.argument == a.identity && a.shape.isAffine {
      // u log u.
      product.shape.isConvex = true
    }
    return product.completed(quadratic)
  }
  static func *= (a: inout Self, b: Self) { a = a * b }
  static func / (a: Self, b: Self) -> Self {
    var inverse = b.composed { 1 / $0 }
    inverse.logarithm = b.logarithm.map { -$0 }
    inverse.shiftedLogarithm = b.shiftedLogarithm.map { -$0 }
    var quotient = a * inverse.completed(nil)
    // (√a)²/b rises with √a ≥ 0 and falls with b > 0, jointly convex.
    if a.hasConvexRoot, b.isConcave, b.range.lower >= 0 { quotient.shape.isConvex = true }
    return quotient
  }

  /// h(self), by the signs of h′ and h″ over the range.
  private func composed(_ h: (IntervalHyperDual) -> IntervalHyperDual) -> Self {
    let image = h(IntervalHyperDual(variable: range, isFirst: true, lane: 0))
    if isConstant { return Self(constant: image.value) }
    let (slope, bend) = (image.first, image.mixed[0])
    let keeps = (convex: slope.lower >= 0 && isConvex, concave: slope.lower >= 0 && isConcave)
    let swaps = (convex: slope.upper <= 0 && isConcave, concave: slope.upper <= 0 && isConvex)
    let isAffine = isConvex && isConcave
    return Self(
      image.value,
      Shape(
        isConvex: bend.lower >= 0 && (isAffine || keeps.convex || swaps.convex),
        isConcave: bend.upper <= 0 && (isAffine || keeps.concave || swaps.concave)))
  }

  /// Whether |f| is convex.
  private var hasConvexMagnitude: Bool {
    shape.isAffine || isConvex && range.lower >= 0 || isConcave && range.upper <= 0
  }

  /// f to a power ≥ 0 whose values are `image`.
  private func raised(to exponent: Double, _ image: Self) -> Self {
    guard !isConstant else { return image }
    var result = image
    if exponent > 0 { result.logarithm = logarithm }
    if hasConvexRoot, exponent >= 0.5 { result.shape.isConvex = true }
    // √|f|ᵏ rises with |f| and is convex.
    let isEven = exponent == exponent.rounded() && (exponent / 2).rounded() == exponent / 2
    if exponent >= 2, isEven || range.lower >= 0 { result.hasConvexRoot = hasConvexMagnitude }
    return result.completed(nil)
  }
}

/// What is known of the shape of a function.
private struct Shape: BitwiseCopyable, Equatable, Sendable {
  var isConvex: Bool
  var isConcave: Bool

  static let unknown = Shape(isConvex: false, isConcave: false)
  static let affine = Shape(isConvex: true, isConcave: true)
  static let concave = Shape(isConvex: false, isConcave: true)
  var isAffine: Bool { isConvex && isConcave }
  /// Of a multiple whose sign is open.
  var both: Shape { isAffine ? .affine : .unknown }

  static func + (a: Shape, b: Shape) -> Shape {
    Shape(isConvex: a.isConvex && b.isConvex, isConcave: a.isConcave && b.isConcave)
  }
  /// Of log(eᵃ + eᵇ).
  static func logarithmOfSum(_ a: Shape, _ b: Shape) -> Shape {
    Shape(isConvex: a.isConvex && b.isConvex, isConcave: false)
  }
  static prefix func - (a: Shape) -> Shape { Shape(isConvex: a.isConcave, isConcave: a.isConvex) }
}

/// A function of a known shape, plus or minus another that is known by its identity alone.
private struct ShiftedShape: BitwiseCopyable, Equatable, Sendable {
  var shape: Shape
  /// 0 where nothing is added.
  let atom: Int
  let sign: Int

  init(_ shape: Shape, atom: Int = 0, sign: Int = 0) {
    self.shape = shape
    self.atom = atom
    self.sign = sign
  }

  func hasSameShift(as other: ShiftedShape) -> Bool { atom == other.atom && sign == other.sign }
  /// Whether adding the function `identity` leaves the shape alone.
  func cancels(_ identity: Int) -> Bool { atom == identity && sign == -1 }

  /// Nil where more than one other function would be left.
  static func + (a: ShiftedShape, b: ShiftedShape) -> ShiftedShape? {
    let shape = a.shape + b.shape
    if a.atom == 0 { return ShiftedShape(shape, atom: b.atom, sign: b.sign) }
    if b.atom == 0 { return ShiftedShape(shape, atom: a.atom, sign: a.sign) }
    return a.atom == b.atom && a.sign == -b.sign ? ShiftedShape(shape) : nil
  }
  static prefix func - (a: ShiftedShape) -> ShiftedShape { ShiftedShape(-a.shape, atom: a.atom, sign: -a.sign) }
}

/// Functions.
extension ShapeNumber {
  static func square(_ x: Self) -> Self {
    let quadratic = x.quadratic.flatMap { ExactQuadratic.product($0, $0) }
    if x.isConstant { return Self(constant: .square(x.range), exact: quadratic?.constant) }
    return x.raised(to: 2, x.composed { .square($0) }).completed(quadratic)
  }
  static func power(_ x: Self, _ n: Int) -> Self {
    if n == 1 { return x }
    if n == 2 { return square(x) }
    return x.raised(to: Double(n), x.composed { .power($0, n) })
  }
  static func pow(_ x: Self, _ y: Self) -> Self {
    guard y.isConstant else { return Self(.pow(x.range, y.range)) }
    let image = x.composed { .pow($0, IntervalHyperDual(constant: y.range)) }
    return y.range.lower == y.range.upper ? x.raised(to: y.range.lower, image) : image.completed(nil)
  }
  static func sqrt(_ x: Self) -> Self { x.raised(to: 0.5, x.composed { .sqrt($0) }) }
  static func exp(_ x: Self) -> Self {
    var result = x.composed { .exp($0) }
    result.logarithm = x.shape
    result.shiftedLogarithm = x.rest
    return result.completed(nil)
  }
  static func expm1(_ x: Self) -> Self { x.composed { .expm1($0) }.completed(nil) }
  static func log(_ x: Self) -> Self {
    var result = x.composed { .log($0) }
    if x.logarithm?.isConvex == true { result.shape.isConvex = true }
    if x.logarithm?.isConcave == true { result.shape.isConcave = true }
    result.rest = x.shiftedLogarithm
    result.argument = x.identity
    return result.completed(nil)
  }
  static func log1p(_ x: Self) -> Self {
    var result = log(1 + x)
    result.range = .log1p(x.range)
    return result
  }
  static func sin(_ x: Self) -> Self { x.composed { .sin($0) }.completed(nil) }
  static func cos(_ x: Self) -> Self { x.composed { .cos($0) }.completed(nil) }
  static func tan(_ x: Self) -> Self { x.composed { .tan($0) }.completed(nil) }
  static func sinPi(_ x: Self) -> Self { x.composed { .sinPi($0) }.completed(nil) }
  static func cosPi(_ x: Self) -> Self { x.composed { .cosPi($0) }.completed(nil) }
  static func atan(_ x: Self) -> Self { x.composed { .atan($0) }.completed(nil) }
  static func tanh(_ x: Self) -> Self { x.composed { .tanh($0) }.completed(nil) }
  static func logistic(_ x: Self) -> Self {
    var result = x.composed { .logistic($0) }
    // −log(1 + e⁻ˣ) rises and is concave.
    if x.isConcave { result.logarithm = .concave }
    return result.completed(nil)
  }
  static func floor(_ x: Self) -> Self { x.composed { .floor($0) }.completed(nil) }

  /// |x| = max(x, −x): its kink bends upwards.
  static func abs(_ x: Self) -> Self { max(x, -x) }
  static func max(_ x: Self, _ y: Self) -> Self {
    if x.isConstant && y.isConstant { return Self(constant: .max(x.range, y.range)) }
    return Self(.max(x.range, y.range), Shape(isConvex: x.isConvex && y.isConvex, isConcave: false)).completed(nil)
  }
  static func min(_ x: Self, _ y: Self) -> Self { -max(-x, -y) }
  static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self {
    if condition.range.lower > 0 { return positive }
    if condition.range.upper <= 0 { return other }
    return Self(.select(condition.range, positive.range, other.range))
  }
}
