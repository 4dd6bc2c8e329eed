/// The global minimum of an objective over its domain, and how it is known.
public struct KnownMinimum: Sendable, Equatable {
  /// What vouches for the value.
  public enum Status: String, Sendable {
    /// Published and re-checked, with a source.
    case known
    /// Enclosed by interval branch and bound.
    case certified
    /// The best value seen so far; no proof.
    case bestKnown
    /// No value lies below it; whether one is as low is not known, so that success is proved and failure is not.
    case bound
  }

  /// f*, the smallest value over the domain.
  public let value: Double
  /// The points where f* is attained, each of the objective's dimension; all of them, or some: see `listsAll`.
  public let minimizers: [[Double]]
  /// Whether there are no other minimizers; false where they are infinitely many, or too many to list.
  public let listsAll: Bool
  public let status: Status

  public init(value: Double, minimizers: [[Double]], listsAll: Bool = true, status: Status = .known) {
    self.value = value
    self.minimizers = minimizers
    self.listsAll = listsAll
    self.status = status
  }

  /// What is known of losses that are sums of what is never negative, and no more.
  static let nothingBelowZero = KnownMinimum(value: 0, minimizers: [], listsAll: false, status: .bound)

  /// What is said of an objective whose minimum has neither been stated nor searched yet: no value lies below it.
  public static let unknown = KnownMinimum(value: -.infinity, minimizers: [], listsAll: false, status: .bestKnown)
}
