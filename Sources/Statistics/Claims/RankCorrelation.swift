import Scalars

/// Spearman's rank correlation, equal values sharing the mean of their ranks.
///
/// Its interval is Fisher's with the standard error of Bonett and Wright, Sample Size Requirements for Estimating Pearson,
/// Kendall and Spearman Correlations, Psychometrika 65 (2000).
struct RankCorrelation {
  /// 0 where one of the two never changes.
  let value: Double
  private let count: Int

  init(_ pairs: [(Double, Double)]) {
    count = pairs.count
    let (a, b) = (Self.ranks(pairs.map(\.0)), Self.ranks(pairs.map(\.1)))
    let mean = Double(count + 1) / 2
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) } }
    let scale = (product(a, a) * product(b, b)).squareRoot()
    value = scale > 0 ? product(a, b) / scale : 0
  }

  func effect(_ label: String, z: Double, decisiveZ: Double) -> Effect {
    let bounded = Swift.min(Swift.max(value, -0.999999), 0.999999)
    let center = 0.5 * Double.log((1 + bounded) / (1 - bounded))
    let error = count > 3 ? ((1 + value * value / 2) / Double(count - 3)).squareRoot() : .infinity
    func end(_ z: Double) -> Double {
      guard error.isFinite else { return z < 0 ? -1 : 1 }
      let growth = Double.exp(2 * (center + z * error))
      return growth.isFinite ? (growth - 1) / (growth + 1) : 1
    }
    return Effect(
      label: label, estimate: value, low: end(-z), high: end(z), decisiveLow: end(-decisiveZ),
      decisiveHigh: end(decisiveZ))
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var begin = 0
    while begin < order.count {
      var end = begin
      while end + 1 < order.count, values[order[end + 1]] == values[order[begin]] { end += 1 }
      for position in begin...end { ranks[order[position]] = Double(begin + end) / 2 + 1 }
      begin = end + 1
    }
    return ranks
  }
}
