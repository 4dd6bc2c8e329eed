/// What a claim says of an effect.
public enum Hypothesis: Sendable, Equatable {
  case above(Double)
  case below(Double)
  case within(ClosedRange<Double>)

  /// What an interval for the effect says of it.
  public func verdict(low: Double, high: Double) -> Verdict {
    switch self {
    case .above(let bound): low > bound ? .supported : high < bound ? .contradicted : .undecided
    case .below(let bound): high < bound ? .supported : low > bound ? .contradicted : .undecided
    case .within(let range):
      low >= range.lowerBound && high <= range.upperBound
        ? .supported : high < range.lowerBound || low > range.upperBound ? .contradicted : .undecided
    }
  }
}

/// What an experiment says of a claim.
public enum Verdict: String, Sendable, CaseIterable {
  case supported, contradicted, undecided
}
