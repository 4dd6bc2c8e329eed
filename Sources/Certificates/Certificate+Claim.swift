extension Certificate {
  /// What a certificate says of a value that is claimed to be the global minimum.
  public enum Verdict: String, Sendable {
    /// The search finished, and the claim lies within the enclosure, or outside of it by less than rounding explains.
    case accepted
    /// The global minimum is proved to be greater than the claim.
    case tooLow
    /// `point` has a smaller value than the claim, proved.
    case tooHigh
    /// The search did not finish, and what it proved is compatible with the claim.
    case undecided
  }

  /// Judges `claim`; a claim that is not a number is refused by the caller before.
  ///
  /// It may lie outside the enclosure by 10⁻⁶, as published values that are rounded do, or by the tolerance, if that is
  /// smaller: a wide tolerance lets the search end early, and accepts nothing that what was found excludes.
  public func verdict(on claim: Double) -> Verdict { verdict(on: claim, slack: Swift.min(tolerance, 1e-6)) }

  /// The same of a value that may lie outside the enclosure by `slack`.
  public func verdict(on claim: Double, slack: Double) -> Verdict {
    if claim < lower - slack { return .tooLow }
    if claim > upper + slack { return .tooHigh }
    return status == .certified ? .accepted : .undecided
  }
}

extension Certificate.Verdict {
  /// Whether the claim is proved wrong.
  public var isRefusal: Bool { self == .tooLow || self == .tooHigh }
}
