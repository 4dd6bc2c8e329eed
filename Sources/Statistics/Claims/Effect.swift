/// A measured quantity with two intervals: one to read, and a wider one that decides about the claim.
public struct Effect: Sendable, Equatable {
  /// Where it was measured: a method, an objective, or both.
  public let label: String
  public let estimate: Double
  /// At 95 %.
  public let low: Double
  public let high: Double
  /// At the confidence that many tests need to be right together.
  public let decisiveLow: Double
  public let decisiveHigh: Double
}

/// The mean of paired differences between −1 and 1, with its standard error.
///
/// One pair of each extreme is added, which keeps the interval honest where all pairs agree. Source: Bonett and Price,
/// Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on Paired Data, Journal of
/// Educational and Behavioral Statistics 37 (2012), for differences of −1, 0 and 1.
struct PairedMean {
  let estimate: Double
  let adjusted: Double
  let variance: Double

  init(_ differences: [Double]) {
    let count = Double(differences.count)
    let sum = differences.reduce(0, +)
    let squares = differences.reduce(0) { $0 + $1 * $1 } + 2
    estimate = count > 0 ? sum / count : 0
    adjusted = sum / (count + 2)
    variance = (squares / (count + 2) - adjusted * adjusted) / (count + 2)
  }

  private init(estimate: Double, adjusted: Double, variance: Double) {
    self.estimate = estimate
    self.adjusted = adjusted
    self.variance = variance
  }

  /// The mean of independent means, all weighing the same.
  static func mean(of means: [PairedMean]) -> PairedMean {
    let count = Double(Swift.max(1, means.count))
    return PairedMean(
      estimate: means.reduce(0) { $0 + $1.estimate } / count, adjusted: means.reduce(0) { $0 + $1.adjusted } / count,
      variance: means.reduce(0) { $0 + $1.variance } / (count * count))
  }

  func effect(_ label: String, z: Double, decisiveZ: Double) -> Effect {
    let error = variance.squareRoot()
    return Effect(
      label: label, estimate: estimate, low: Swift.max(-1, adjusted - z * error),
      high: Swift.min(1, adjusted + z * error),
      decisiveLow: Swift.max(-1, adjusted - decisiveZ * error), decisiveHigh: Swift.min(1, adjusted + decisiveZ * error)
    )
  }
}
