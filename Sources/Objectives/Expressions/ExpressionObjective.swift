import Scalars

/// An objective that is given as text and compiled when it is read.
///
/// The text is parsed, written out (sums over coordinates become their terms), simplified where that is exact, and
/// translated into a short program that runs in every scalar. Constants are decimal numbers, as in compiled formulas.
/// A class, which nothing changes: passing it on copies one reference.
public final class ExpressionObjective: Objective {
  public let definition: ExpressionDefinition
  public let domain: Box
  /// What is known of the minimum; `.unknown` until it has been stated or searched.
  public let minimum: KnownMinimum
  private let program: Program
  /// The program's, which lives as long as this does.
  private let code: Program.Code

  /// Compiles `definition`; throws every mistake in it at once.
  ///
  /// A stated minimum is taken over as it stands; whether it can be true is for others to check.
  public init(_ definition: ExpressionDefinition) throws(InvalidInputs) {
    let compilation = ExpressionCompilation(definition)
    guard let program = compilation.program, compilation.mistakes.isEmpty else {
      throw InvalidInputs(compilation.mistakes)
    }
    self.definition = definition
    self.program = program
    code = program.code
    domain = Box(compilation.ranges)
    minimum =
      definition.minimum.map { KnownMinimum(value: $0, minimizers: definition.minimizers, listsAll: false) } ?? .unknown
  }

  private init(_ other: ExpressionObjective, minimum: KnownMinimum) {
    definition = other.definition
    domain = other.domain
    program = other.program
    code = other.code
    self.minimum = minimum
  }

  /// The same objective with this minimum.
  public func with(minimum: KnownMinimum) -> ExpressionObjective { ExpressionObjective(self, minimum: minimum) }

  public var id: String { definition.name }
  public var motion: String { "as written" }

  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S { program.value(at: x) }

  public func value(at x: Span<Double>) -> Double { code.value(at: x, constants: code.doubles) { $0 } }
  public func dual(at x: Span<Dual>) -> Dual { code.value(at: x, constants: code.doubles) { Dual($0) } }
  public func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    // Not the default, whose short way for two dimensions would make the constants at every call.
    gradientByDuals(at: x, into: &gradient) { dual(at: $0) }
  }
  public func hyperDual(at x: Span<HyperDual>) -> HyperDual {
    code.value(at: x, constants: code.doubles) { HyperDual($0) }
  }
  public func lanes(at x: Span<Lanes>) -> Lanes { code.lanes(at: x) }
  public func laneDual(at x: Span<LaneDual>) -> LaneDual {
    code.value(at: x, constants: code.doubles) { LaneDual($0) }
  }
  public func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes {
    gradientsByLaneDuals(at: x, into: &gradient) { laneDual(at: $0) }
  }
  public func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]) {
    evaluateOneByOne(batches: wanted, at: x, values: &values, gradient: &gradient)
  }
  public func enclosure(over box: Span<Interval>) -> Interval {
    code.value(at: box, constants: code.intervals) { $0 }
  }
  public func enclosure(over box: Span<DecoratedInterval>) -> DecoratedInterval { program.value(at: box) }
  public func enclosure(over box: Span<IntervalDual>) -> IntervalDual {
    code.value(at: box, constants: code.intervals) { IntervalDual(constant: $0) }
  }
  public func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual {
    code.value(at: box, constants: code.intervals) { IntervalHyperDual(constant: $0) }
  }
}
