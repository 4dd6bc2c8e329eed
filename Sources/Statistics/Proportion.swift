import Scalars

/// A share of runs with Wilson's score interval.
///
/// Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927). The interval
/// keeps its coverage for small counts and for rates near 0 and 1, where the textbook ± interval collapses.
public struct Proportion: Sendable, Equatable {
  public let count: Int
  /// Trials; 0 makes rate, low and high the uninformative 0, 0 and 1.
  public let total: Int
  public let rate: Double
  /// Lower and upper end, at 95 % confidence unless said otherwise.
  public let low: Double
  public let high: Double

  public static let confidence = 0.95
  /// The standard normal quantile of 97.5 %.
  static let z = 1.959963984540054

  public init(count: Int, of total: Int) { self.init(count: count, of: total, z: Self.z) }

  /// With the interval of another confidence: that of the standard normal between −z and z.
  init(count: Int, of total: Int, z: Double) {
    precondition(count >= 0 && count <= total, "a share counts between none and all")
    self.count = count
    self.total = total
    guard total > 0 else {
      (rate, low, high) = (0, 0, 1)
      return
    }
    let n = Double(total)
    let p = Double(count) / n
    let z2 = z * z
    let center = (p + z2 / (2 * n)) / (1 + z2 / n)
    let half = z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot() / (1 + z2 / n)
    rate = p
    low = count == 0 ? 0 : Swift.max(0, center - half)
    high = count == total ? 1 : Swift.min(1, center + half)
  }
}
