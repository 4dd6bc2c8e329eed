import Foundation

/// Some thousand finite values of the fields in ascending order, from which quantiles are read.
struct LevelSample {
  private let values: [Double]
  let lowest: Double
  let highest: Double

  init(_ fields: [ScalarField]) {
    var values: [Double] = []
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    let total = fields.reduce(0) { $0 + $1.values.count }
    // Sorting everything costs more than drawing; a prime stride does not walk down one column of the grid.
    let stride = [1, 3, 7, 13, 29, 61, 127, 251].first { total / $0 <= 12_000 } ?? 509
    for field in fields {
      for (index, value) in field.values.enumerated() where value.isFinite {
        lowest = min(lowest, value)
        highest = max(highest, value)
        if index % stride == 0 { values.append(value) }
      }
    }
    if lowest <= highest { values.append(contentsOf: [lowest, highest]) }
    self.values = values.sorted()
    self.lowest = lowest <= highest ? lowest : 0
    self.highest = lowest <= highest ? highest : 0
  }

  func quantile(_ fraction: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    return values[Int((fraction * Double(values.count - 1)).rounded())]
  }

  /// Whether the upper half reaches more than five times as far from the median as the lower half.
  var isSkewed: Bool {
    let (low, middle, high) = (quantile(0.05), quantile(0.5), quantile(0.95))
    return high - middle > 5 * (middle - low) && high > low
  }

  /// The decades that the middle 90 % of the gaps cover.
  func decades(above minimum: Double) -> Double {
    let low = max(quantile(0.05) - minimum, smallestGap(above: minimum))
    let high = quantile(0.95) - minimum
    guard low > 0, high > low else { return 0 }
    return log10(high / low)
  }

  /// From a gap that is large enough to enclose a visible area, to the greatest.
  func gapRange(above minimum: Double) -> ClosedRange<Double> {
    let low = max(quantile(0.0015) - minimum, smallestGap(above: minimum))
    let high = highest - minimum
    guard low > 0, high > low else { return 1...1 }
    return low...high
  }

  /// The values that linear levels should span: a few outliers do not stretch it.
  var bulk: ClosedRange<Double> {
    let (low, high) = (quantile(0.02), quantile(0.98))
    guard high > low else { return lowest...highest }
    let reach = 0.75 * (high - low)
    return max(lowest, low - reach)...min(highest, high + reach)
  }

  private func smallestGap(above minimum: Double) -> Double {
    let gap = values.first { $0 > minimum }.map { $0 - minimum } ?? 0
    return max(gap, (highest - minimum) * 1e-15)
  }
}
