import Objectives

/// Watches the loss on rows set aside, for methods with `patience`: once an epoch on mini-batches, else at every step.
///
/// Its evaluations are not charged, as those of the record are not.
struct ValidationWatch: Sendable {
  private let objective: any ValidatedObjective
  private let batchesPerEpoch: Int
  private var steps = 0
  /// Where the loss was lowest.
  private(set) var best: [Double]
  private var bestValue = Double.infinity

  /// Nil where the objective sets nothing aside.
  init?(_ objective: any Objective) {
    guard let validated = objective.withoutNoise as? any ValidatedObjective, validated.isValidated else { return nil }
    self.objective = validated
    batchesPerEpoch = (objective as? MiniBatchObjective)?.batchesPerEpoch ?? 1
    best = []
  }

  /// The loss at `x` of step `steps`; nil where it is not measured.
  mutating func value(at x: [Double]) -> Double? {
    defer { steps += 1 }
    guard steps % batchesPerEpoch == 0 else { return nil }
    let value = objective.validationValue(at: x)
    if value < bestValue { (best, bestValue) = (x, value) }
    return value
  }
}
