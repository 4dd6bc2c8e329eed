import Objectives

/// Watches the loss on rows set aside, for methods with `patience`: once an epoch, which is every step without mini-batches.
///
/// Its evaluations are not charged, as those of the record are not.
struct ValidationWatch: Sendable {
  private let objective: any ValidatedObjective
  /// Evaluations from one measurement to the next.
  private let period: Int
  /// Evaluations spent when the next one is due.
  private var due = 0
  /// Where the loss was lowest.
  private(set) var best: [Double]
  private var bestValue = Double.infinity

  /// Nil where the objective sets nothing aside.
  init?(_ objective: any Objective) {
    guard let validated = objective.withoutNoise as? any ValidatedObjective, validated.isValidated else { return nil }
    self.objective = validated
    period = (objective as? any StochasticObjective)?.estimatesPerEpoch ?? 1
    best = []
  }

  /// The loss at `x`, reached with `spent` evaluations; nil where it is not measured.
  mutating func value(at x: [Double], spent: Int) -> Double? {
    guard spent >= due else { return nil }
    due = spent + period
    let value = objective.validationValue(at: x)
    if value < bestValue { (best, bestValue) = (x, value) }
    return value
  }
}
