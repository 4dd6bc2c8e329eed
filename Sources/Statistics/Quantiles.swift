/// Sample quantiles of a sorted list, linear between order statistics.
///
/// Definition 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996),
/// which NumPy, R and Julia use by default. Infinite values are allowed: between a finite and an infinite order
/// statistic the quantile is infinite.
public struct Quantiles: Sendable {
  private let sorted: [Double]

  /// NaN counts as +∞: a run without a value is worse than any value.
  public init(_ values: [Double]) {
    sorted = values.map { $0.isNaN ? .infinity : $0 }.sorted()
  }

  /// The quantile of `probability` in 0...1; NaN for an empty sample.
  public subscript(probability: Double) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    let position = probability * Double(last)
    let below = Swift.min(Int(position), last)
    let fraction = position - Double(below)
    guard fraction > 0, below < last else { return sorted[below] }
    let (low, high) = (sorted[below], sorted[below + 1])
    return high.isInfinite ? (low.isInfinite ? low : .infinity) : low + fraction * (high - low)
  }
}
