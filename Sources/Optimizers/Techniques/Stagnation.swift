/// Watches a descent for the evaluations that it spends without getting noticeably lower.
///
/// Lower by less than 10⁻⁶ of what the descent has gained so far is not noticeable; so neither the height nor the scale of
/// f matters.
struct Stagnation: Sendable {
  private var first = Double.infinity
  private var lowest = Double.infinity
  private var since = 0

  /// Begins to watch a descent at `evaluations` spent.
  init(at evaluations: Int) { since = evaluations }

  /// The evaluations since the last noticeable gain, given the lowest value of the descent at `evaluations` spent.
  mutating func evaluationsWithoutGain(lowest value: Double, at evaluations: Int) -> Int {
    if first == .infinity, value < first {
      first = value
      lowest = value
      since = evaluations
    } else if value < lowest - 1e-6 * (first - lowest) {
      lowest = value
      since = evaluations
    }
    return evaluations - since
  }
}
