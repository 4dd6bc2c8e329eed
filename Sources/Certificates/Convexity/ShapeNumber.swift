import Scalars

/// A scalar that follows through a formula whether its value is a convex or a concave function of the variables.
///
/// Sums keep what both terms are, a constant factor keeps or swaps it, and h(g(x)) is convex where h is convex and g is
/// affine, or where g is convex and h rises, or where g is concave and h falls; the signs of h′ and h″ are those over
/// the range of g. No answer means that the rules do not tell, which a product of two variables is enough for.
/// Source: Grant, Boyd and Ye, Disciplined Convex Programming, in Global Optimization: From Theory to Implementation,
/// Springer 2006, doi:10.1007/0-387-30528-9_7.
struct ShapeNumber: RealScalar {
  /// An enclosure of the values.
  private(set) var range: Interval
  private(set) var isConvex: Bool
  private(set) var isConcave: Bool
  private(set) var isConstant = false

  private init(_ range: Interval, convex: Bool, concave: Bool) {
    self.range = range
    isConvex = convex
    isConcave = concave
  }

  /// A variable.
  init(variable range: Interval) { self.init(range, convex: true, concave: true) }

  private init(constant value: Interval) {
    self.init(value, convex: true, concave: true)
    isConstant = true
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

  static func + (a: Self, b: Self) -> Self {
    if a.isConstant && b.isConstant { return Self(constant: a.range + b.range) }
    return Self(a.range + b.range, convex: a.isConvex && b.isConvex, concave: a.isConcave && b.isConcave)
  }
  static prefix func - (a: Self) -> Self {
    if a.isConstant { return Self(constant: -a.range) }
    return Self(-a.range, convex: a.isConcave, concave: a.isConvex)
  }
  static func - (a: Self, b: Self) -> Self { a + -b }
  static func * (a: Self, b: Self) -> Self {
    if a.isConstant && b.isConstant { return Self(constant: a.range * b.range) }
    if b.isConstant { return b * a }
    let product = a.range * b.range
    guard a.isConstant else { return Self(product, convex: false, concave: false) }
    if a.range.lower >= 0 { return Self(product, convex: b.isConvex, concave: b.isConcave) }
    if a.range.upper <= 0 { return Self(product, convex: b.isConcave, concave: b.isConvex) }
    return Self(product, convex: b.isConvex && b.isConcave, concave: b.isConvex && b.isConcave)
  }
  static func *= (a: inout Self, b: Self) { a = a * b }
  static func / (a: Self, b: Self) -> Self { a * b.composed { 1 / $0 } }

  /// h(self), by the signs of h′ and h″ over the range.
  private func composed(_ h: (IntervalHyperDual) -> IntervalHyperDual) -> Self {
    let image = h(IntervalHyperDual(variable: range, isFirst: true, lane: 0))
    if isConstant { return Self(constant: image.value) }
    let (slope, bend) = (image.first, image.mixed[0])
    let keeps = (convex: slope.lower >= 0 && isConvex, concave: slope.lower >= 0 && isConcave)
    let swaps = (convex: slope.upper <= 0 && isConcave, concave: slope.upper <= 0 && isConvex)
    let isAffine = isConvex && isConcave
    return Self(
      image.value, convex: bend.lower >= 0 && (isAffine || keeps.convex || swaps.convex),
      concave: bend.upper <= 0 && (isAffine || keeps.concave || swaps.concave))
  }
}

/// Functions.
extension ShapeNumber {
  static func square(_ x: Self) -> Self { x.composed { .square($0) } }
  static func power(_ x: Self, _ n: Int) -> Self { x.composed { .power($0, n) } }
  static func pow(_ x: Self, _ y: Self) -> Self {
    if y.isConstant { return x.composed { .pow($0, IntervalHyperDual(constant: y.range)) } }
    return Self(.pow(x.range, y.range), convex: false, concave: false)
  }
  static func sqrt(_ x: Self) -> Self { x.composed { .sqrt($0) } }
  static func exp(_ x: Self) -> Self { x.composed { .exp($0) } }
  static func expm1(_ x: Self) -> Self { x.composed { .expm1($0) } }
  static func log(_ x: Self) -> Self { x.composed { .log($0) } }
  static func log1p(_ x: Self) -> Self { x.composed { .log1p($0) } }
  static func sin(_ x: Self) -> Self { x.composed { .sin($0) } }
  static func cos(_ x: Self) -> Self { x.composed { .cos($0) } }
  static func tan(_ x: Self) -> Self { x.composed { .tan($0) } }
  static func sinPi(_ x: Self) -> Self { x.composed { .sinPi($0) } }
  static func cosPi(_ x: Self) -> Self { x.composed { .cosPi($0) } }
  static func atan(_ x: Self) -> Self { x.composed { .atan($0) } }
  static func tanh(_ x: Self) -> Self { x.composed { .tanh($0) } }
  static func logistic(_ x: Self) -> Self { x.composed { .logistic($0) } }
  static func floor(_ x: Self) -> Self { x.composed { .floor($0) } }

  /// |x| = max(x, −x): its kink bends upwards.
  static func abs(_ x: Self) -> Self { max(x, -x) }
  static func max(_ x: Self, _ y: Self) -> Self {
    if x.isConstant && y.isConstant { return Self(constant: .max(x.range, y.range)) }
    return Self(.max(x.range, y.range), convex: x.isConvex && y.isConvex, concave: false)
  }
  static func min(_ x: Self, _ y: Self) -> Self { -max(-x, -y) }
  static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self {
    if condition.range.lower > 0 { return positive }
    if condition.range.upper <= 0 { return other }
    return Self(.select(condition.range, positive.range, other.range), convex: false, concave: false)
  }
}
