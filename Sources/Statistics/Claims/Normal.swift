import Scalars

/// The standard normal distribution.
enum Normal {
  /// P(Z ≤ z), to 15 digits for |z| up to 6.
  ///
  /// Source: Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11 (2004).
  static func cumulative(_ z: Double) -> Double {
    var (term, sum, last) = (z, z, Double.nan)
    var k = 1.0
    while sum != last {
      last = sum
      k += 2
      term *= z * z / k
      sum += term
    }
    return 0.5 + sum * Double.exp(-0.5 * z * z) * 0.398942280401432678
  }

  /// The z with P(|Z| ≤ z) = confidence, by bisection; at most 8.
  static func twoSided(confidence: Double) -> Double {
    var (low, high) = (0.0, 8.0)
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if 2 * cumulative(middle) - 1 < confidence { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
