import Scalars

/// A mean of terms, f(x) = 1/N Σ fᵢ(x), such as the loss of a model over N examples.
///
/// By itself it is an ordinary objective, the full batch; `MiniBatchObjective` shows it to methods through means over a
/// few of the terms. Conform by writing `evaluate(terms:at:)`; what has many parameters writes the two requirements
/// below it by hand as well.
public protocol FiniteSum: Objective {
  /// N.
  var termCount: Int { get }
  /// Whether the record of a run on mini-batches holds the full batch's value at every point that is evaluated, and not
  /// once an epoch: measuring it costs as much as all the batches of an epoch.
  var isMeasuredAtEveryBatch: Bool { get }

  /// What is random beside the choice of terms, in words; nil where nothing is.
  var disturbance: String? { get }

  /// The mean over the terms with these numbers from 0, of which there is at least one; a number may stand twice.
  func evaluate<S: RealScalar>(terms: Span<Int>, at x: Span<S>) -> S

  /// The mean of these terms as a plain number.
  func value(ofTerms terms: Span<Int>, at x: Span<Double>) -> Double
  /// The mean of these terms, writing its gradient into `gradient`, which has one element per dimension.
  func value(ofTerms terms: Span<Int>, at x: Span<Double>, gradient: inout [Double]) -> Double
  /// The same as methods see it, with the disturbance drawn from `generator`.
  func value(
    ofTerms terms: Span<Int>, at x: Span<Double>, gradient: inout [Double], using generator: inout SeededGenerator
  ) -> Double
}

extension FiniteSum {
  public var isMeasuredAtEveryBatch: Bool { true }
  public var disturbance: String? { nil }

  public func value(
    ofTerms terms: Span<Int>, at x: Span<Double>, gradient: inout [Double], using generator: inout SeededGenerator
  ) -> Double { value(ofTerms: terms, at: x, gradient: &gradient) }

  @inlinable
  public func value(ofTerms terms: Span<Int>, at x: Span<Double>) -> Double { evaluate(terms: terms, at: x) }

  @inlinable
  public func value(ofTerms terms: Span<Int>, at x: Span<Double>, gradient: inout [Double]) -> Double {
    gradientByDuals(at: x, into: &gradient) { evaluate(terms: terms, at: $0) }
  }
}
