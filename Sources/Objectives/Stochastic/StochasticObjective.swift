import Scalars

/// An objective that methods see through unbiased random estimates only.
///
/// As an `Objective` it is `exact`, the expected loss: value, derivatives, enclosures and minimum are those of `exact`, bit
/// for bit, and they are what starts, referees, figures and certificates see. A method is told what an oracle says.
/// Second derivatives are not sampled: a method that asks for a Hessian is given the exact one.
///
/// Conform with what stands here and an `id`; everything else of `Objective` is passed on.
public protocol StochasticObjective: Objective {
  /// The expectation of every estimate.
  var exact: any Objective { get }
  /// What is random, in words: "Gaussian noise of standard deviation 0.5 on each partial derivative".
  var randomness: String { get }

  /// Estimates that together see all there is once: the mini-batches of an epoch; 1 where every estimate sees all.
  var estimatesPerEpoch: Int { get }

  /// A sequence of estimates, a function of `seed` alone; other seeds give independent sequences.
  func oracle(seed: UInt64) -> any StochasticOracle
}

extension StochasticObjective {
  public var domain: Box { exact.domain }
  public var minimum: KnownMinimum { exact.minimum }
  public var motion: String { exact.motion }
  public var estimatesPerEpoch: Int { 1 }
  public var isCostly: Bool { exact.isCostly }
  public func canonicalForm(of x: [Double]) -> [Double] { exact.canonicalForm(of: x) }
  public func drawStart(using generator: inout SeededGenerator) -> [Double] { exact.drawStart(using: &generator) }

  // All written out: a default of `Objective` would take the unspecialised way through `evaluate`.
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S { exact.evaluate(x) }
  public func value(at x: Span<Double>) -> Double { exact.value(at: x) }
  public func dual(at x: Span<Dual>) -> Dual { exact.dual(at: x) }
  public func hyperDual(at x: Span<HyperDual>) -> HyperDual { exact.hyperDual(at: x) }
  public func lanes(at x: Span<Lanes>) -> Lanes { exact.lanes(at: x) }
  public func laneDual(at x: Span<LaneDual>) -> LaneDual { exact.laneDual(at: x) }
  public func enclosure(over box: Span<Interval>) -> Interval { exact.enclosure(over: box) }
  public func enclosure(over box: Span<IntervalDual>) -> IntervalDual { exact.enclosure(over: box) }
  public func enclosure(over box: Span<DecoratedInterval>) -> DecoratedInterval { exact.enclosure(over: box) }
  public func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual { exact.enclosure(over: box) }
  public func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    exact.value(at: x, gradient: &gradient)
  }
  public func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes { exact.lanes(at: x, gradient: &gradient) }
  public func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]) {
    exact.evaluate(batches: wanted, at: x, values: &values, gradient: &gradient)
  }
  public func hessian(at x: Span<Double>, into hessian: inout [Double]) { exact.hessian(at: x, into: &hessian) }
}

extension Objective {
  /// What is random about what methods see of this objective, in words; nil where they see its exact values.
  public var whatIsRandom: String? { (self as? any StochasticObjective)?.randomness }

  /// What methods see estimates of; the objective itself where they see its exact values.
  public var withoutNoise: any Objective { (self as? any StochasticObjective)?.exact ?? self }

  /// This objective's specification with `options` after its own.
  func specification(with options: [Spec.Option]) -> String {
    guard !options.isEmpty else { return id }
    // An objective that a study names itself may have a name that is no specification.
    guard let own = try? Spec(parsing: id) else { return Spec(name: id, options: options).description }
    return Spec(name: own.name, options: own.options + options).description
  }
}
