/// The iterate of a global method: the best point so far, which is what such a method returns.
struct Incumbent: Sendable {
  private(set) var x: [Double]
  private(set) var value = Double.infinity

  /// Begins at `x`, whose value is not known yet.
  init(at x: [Double]) { self.x = x }

  /// Takes over the best point that the method was told of, if it is better.
  mutating func follow(_ best: BestPoint) {
    guard best.value < value else { return }
    value = best.value
    x.assign(best.x)
  }
}
