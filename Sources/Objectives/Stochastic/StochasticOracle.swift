/// A seeded sequence of estimates of f and ∇f, a new one at every call.
///
/// Source: Nemirovski and Yudin, Problem Complexity and Method Efficiency in Optimization, Wiley 1983, chapter 5.
public protocol StochasticOracle: Sendable {
  /// Estimates f(x).
  mutating func value(at x: Span<Double>) -> Estimate
  /// Estimates f(x) and ∇f(x), from the same draw; the estimate of ∇f(x) is written into `gradient`.
  mutating func value(at x: Span<Double>, gradient: inout [Double]) -> Estimate
}

/// A value as it was sampled, beside the value that it estimates.
public struct Estimate: Sendable, Equatable {
  /// What the method is told; its expectation is `exact`.
  public var sampled: Double
  /// f(x), which the record of a run keeps and no method is told; nil where it was not measured.
  public var exact: Double?

  public init(sampled: Double, exact: Double?) {
    self.sampled = sampled
    self.exact = exact
  }

  /// A value that is known exactly.
  public init(_ value: Double) { self.init(sampled: value, exact: value) }
}
