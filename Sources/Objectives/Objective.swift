import Scalars

/// A loss to be minimized over a box, written once and evaluated in any scalar.
///
/// Conform by writing `evaluate`, short formulas with `@inline(__always)`: without it, a gradient in two dimensions takes
/// half as long again. The other requirements have defaults that call it with the right scalar; they are
/// requirements, and not extensions alone, so that a call through `any Objective` reaches code specialised for the
/// concrete objective.
public protocol Objective: Sendable {
  /// The resolved specification, which names the objective in every file: `rastrigin[instance=1]`.
  var id: String { get }
  var domain: Box { get }
  var minimum: KnownMinimum { get }
  /// How the function was moved from where it was published, in words: "published", "shifted and rotated", "mirrored".
  var motion: String { get }
  /// What it is made of, where that is known to help a search of its landscape; nil otherwise.
  var structure: ObjectiveStructure? { get }

  /// Whether a value takes as long as a thousand of other objectives': runs then gain nothing from lockstep, and nobody
  /// proves anything of it unasked.
  var isCostly: Bool { get }
  /// Where a run starts: uniform in the domain, unless the objective has a better idea of where its users start.
  func drawStart(using generator: inout SeededGenerator) -> [Double]

  /// One of the points that a symmetry of the function carries `x` to, the same for all of them; `x` without one.
  func canonicalForm(of x: [Double]) -> [Double]

  /// f(x); `x` has as many elements as the domain has dimensions.
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S

  /// f(x) as a plain number; NaN or infinite where the formula is.
  func value(at x: Span<Double>) -> Double
  /// f(x) with four of its partial derivatives.
  func dual(at x: Span<Dual>) -> Dual
  /// f(x) with one direction's row of four second derivatives.
  func hyperDual(at x: Span<HyperDual>) -> HyperDual
  /// f at eight points at once, each with the bits of `value(at:)`.
  func lanes(at x: Span<Lanes>) -> Lanes
  /// f with two of its partial derivatives at eight points at once, each lane with the bits of `dual(at:)`.
  func laneDual(at x: Span<LaneDual>) -> LaneDual
  /// An interval that holds f(x) for every x of the box.
  func enclosure(over box: Span<Interval>) -> Interval
  /// Enclosures of f and of four of its partial derivatives over the box.
  func enclosure(over box: Span<IntervalDual>) -> IntervalDual
  /// Enclosures of f, of first and of one row of four second derivatives over the box.
  func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual
  /// An enclosure of f over the box, with where it is defined.
  func enclosure(over box: Span<DecoratedInterval>) -> DecoratedInterval
  /// f(x), writing ∇f(x) into `gradient`, which has one element per dimension.
  func value(at x: Span<Double>, gradient: inout [Double]) -> Double
  /// f at eight points at once, writing the eight gradients into `gradient`: each lane with the bits of
  /// `value(at:gradient:)`. Who writes that by hand writes this as well.
  func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes
  /// `lanes(at:gradient:)` of those of some batches that are `wanted`, side by side: coordinate i of batch b is element
  /// b·n + i of `x` and of `gradient`. Who writes `lanes(at:gradient:)` by hand calls `evaluateOneByOne` here.
  func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes])
  /// Writes ∇²f(x) into `hessian`, n × n in row-major order, symmetric.
  func hessian(at x: Span<Double>, into hessian: inout [Double])
}

extension Objective {
  public var dimension: Int { domain.dimension }
  public var motion: String { "published" }
  public var structure: ObjectiveStructure? { nil }
  public var isCostly: Bool { false }
  public func canonicalForm(of x: [Double]) -> [Double] { x }

  public func drawStart(using generator: inout SeededGenerator) -> [Double] {
    let domain = domain
    return domain.lower.indices.map { generator.uniform(from: domain.lower[$0], to: domain.upper[$0]) }
  }

  // Inlinable, so that an objective of another module is specialised there. Always inlined, so that a call through
  // `any Objective` arrives in the formula: left to itself, the optimizer calls it, and its variables go through memory.
  @inlinable @inline(__always)
  public func value(at x: Span<Double>) -> Double { evaluate(x) }
  // Called from several places, compiled once.
  @inlinable @inline(never)
  public func dual(at x: Span<Dual>) -> Dual { evaluate(x) }
  @inlinable @inline(__always)
  public func hyperDual(at x: Span<HyperDual>) -> HyperDual { evaluate(x) }
  // Called and not inlined into the protocol's witness, where the compiler would call every operation of a batch.
  @inlinable @inline(never)
  public func lanes(at x: Span<Lanes>) -> Lanes { evaluate(x) }
  @inlinable @inline(never)
  public func laneDual(at x: Span<LaneDual>) -> LaneDual { evaluate(x) }
  @inlinable @inline(__always)
  public func enclosure(over box: Span<Interval>) -> Interval { evaluate(box) }
  @inlinable @inline(__always)
  public func enclosure(over box: Span<IntervalDual>) -> IntervalDual { evaluate(box) }
  @inlinable @inline(__always)
  public func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual { evaluate(box) }

  @inlinable @inline(never)
  public func enclosure(over box: Span<DecoratedInterval>) -> DecoratedInterval { evaluate(box) }

  @inlinable @inline(__always)
  public func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    if x.count == 2 {
      // Most objectives are drawn and studied in two dimensions: with the formula inlined, its variables are registers.
      let variables: InlineArray<2, Dual> = [Dual(variable: x[0], lane: 0), Dual(variable: x[1], lane: 1)]
      let dual = evaluate(variables.span)
      var slopes = gradient.mutableSpan
      (slopes[0], slopes[1]) = (dual.partials[0], dual.partials[1])
      return dual.value
    }
    return gradientByDuals(at: x, into: &gradient) { dual(at: $0) }
  }

  @inlinable @inline(never)
  public func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes {
    gradientsByLaneDuals(at: x, into: &gradient) { laneDual(at: $0) }
  }

  @inlinable @inline(never)
  public func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]) {
    guard x.count == 2 * wanted.count else {
      return evaluateOneByOne(batches: wanted, at: x, values: &values, gradient: &gradient)
    }
    // One call for all: called batch by batch, the formula takes a fifth longer.
    var values = values.mutableSpan
    var slopes = gradient.mutableSpan
    for batch in wanted.indices where wanted[batch] {
      let variables: InlineArray<2, LaneDual> = [
        LaneDual(variable: x[2 * batch], lane: 0), LaneDual(variable: x[2 * batch + 1], lane: 1),
      ]
      let dual = evaluate(variables.span)
      (slopes[2 * batch], slopes[2 * batch + 1]) = (dual.partials.first, dual.partials.second)
      values[batch] = dual.value
    }
  }

  /// `evaluate(batches:at:values:gradient:)` by `lanes(at:gradient:)`.
  @inlinable
  public func evaluateOneByOne(
    batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]
  ) {
    let n = x.count / wanted.count
    var own = [Lanes](repeating: 0, count: n)
    for batch in wanted.indices where wanted[batch] {
      values[batch] = lanes(at: x.extracting(batch * n..<(batch + 1) * n), gradient: &own)
      for i in 0..<n { gradient[batch * n + i] = own[i] }
    }
  }

  @inlinable
  public func hessian(at x: Span<Double>, into hessian: inout [Double]) {
    let n = x.count
    withTemporaryScalars(HyperDual.self, count: n) { variables in
      for row in 0..<n {
        for block in stride(from: row / HyperDual.width * HyperDual.width, to: n, by: HyperDual.width) {
          for i in 0..<n {
            variables[i] = HyperDual(variable: x[i], isFirst: i == row, lane: i - block)
          }
          let result = hyperDual(at: variables.span)
          for column in Swift.max(row, block)..<Swift.min(n, block + HyperDual.width) {
            hessian[row * n + column] = result.mixed[column - block]
            hessian[column * n + row] = result.mixed[column - block]
          }
        }
      }
    }
  }
}

extension Objective {
  /// f(x) for a point held in an array.
  public func value(at x: [Double]) -> Double { value(at: x.span) }
  /// ∇f(x) for a point held in an array; NaN where f is.
  public func gradient(at x: [Double]) -> [Double] {
    var gradient = [Double](repeating: 0, count: x.count)
    let value = value(at: x.span, gradient: &gradient)
    return value.isNaN ? gradient.map { _ in .nan } : gradient
  }
  /// ∇²f(x), row-major, for a point held in an array; NaN where f is.
  public func hessian(at x: [Double]) -> [Double] {
    var hessian = [Double](repeating: .nan, count: x.count * x.count)
    if value(at: x).isNaN { return hessian }
    self.hessian(at: x.span, into: &hessian)
    return hessian
  }
}

/// The value of `dual` at x; writes its gradient into `gradient`, as many elements a call as a dual number has partials.
@inlinable @inline(__always)
func gradientByDuals(at x: Span<Double>, into gradient: inout [Double], _ dual: (Span<Dual>) -> Dual) -> Double {
  if x.count <= Dual.width {
    // One call, and variables in registers and on the stack: a third of the time in two dimensions.
    let n = x.count
    let variables = InlineArray<4, Dual> { Dual(variable: $0 < n ? x[unchecked: $0] : 0, lane: $0) }
    let value = dual(variables.span.extracting(first: n))
    var slopes = gradient.mutableSpan
    for i in 0..<n { slopes[i] = value.partials[i] }
    return value.value
  }
  return withTemporaryScalars(Dual.self, count: x.count) { variables in
    var result = 0.0
    for block in stride(from: 0, to: x.count, by: Dual.width) {
      for i in 0..<x.count { variables[i] = Dual(variable: x[i], lane: i - block) }
      let value = dual(variables.span)
      for lane in 0..<Swift.min(Dual.width, x.count - block) { gradient[block + lane] = value.partials[lane] }
      result = value.value
    }
    return result
  }
}

/// The values of `dual` at eight points; writes their gradients into `gradient`.
@inlinable @inline(__always)
func gradientsByLaneDuals(at x: Span<Lanes>, into gradient: inout [Lanes], _ dual: (Span<LaneDual>) -> LaneDual)
  -> Lanes
{
  let n = x.count
  if n <= LaneDual.width {
    let variables = InlineArray<2, LaneDual> { LaneDual(variable: $0 < n ? x[unchecked: $0] : 0, lane: $0) }
    let value = dual(variables.span.extracting(first: n))
    var slopes = gradient.mutableSpan
    for i in 0..<n { slopes[i] = value.partials[i] }
    return value.value
  }
  return withTemporaryScalars(LaneDual.self, count: n) { variables in
    var result = Lanes(0)
    for block in stride(from: 0, to: n, by: LaneDual.width) {
      for i in 0..<n { variables[i] = LaneDual(variable: x[i], lane: i - block) }
      let value = dual(variables.span)
      for lane in 0..<Swift.min(LaneDual.width, n - block) { gradient[block + lane] = value.partials[lane] }
      result = value.value
    }
    return result
  }
}

/// Lends room for `count` scalars, to be written before they are read, on the stack up to a kilobyte.
@inlinable @inline(__always)
func withTemporaryScalars<S: RealScalar, R>(
  _ type: S.Type, count: Int, _ body: (UnsafeMutableBufferPointer<S>) -> R
) -> R {
  withUnsafeTemporaryAllocation(of: S.self, capacity: count) { body($0) }
}
