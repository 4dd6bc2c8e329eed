import Scalars

/// The rule by which an annealer goes uphill: accept with probability min(1, exp(−Δ/T)).
///
/// Source: Metropolis et al., Equation of State Calculations by Fast Computing Machines, J. Chem. Phys. 21, 1953.
enum Metropolis {
  /// The probability of moving from `current` to `proposed` at `temperature` ≥ 0; +∞ is a value like any other, and the worst.
  static func probability(from current: Double, to proposed: Double, temperature: Double) -> Double {
    if proposed <= current { return 1 }
    return temperature > 0 ? Elementary.exp((current - proposed) / temperature) : 0
  }
}
