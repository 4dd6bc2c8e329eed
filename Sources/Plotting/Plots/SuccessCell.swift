import Canvas

/// How often one method reached the global minimum of one objective, or why nobody knows.
public enum SuccessCell: Hashable, Sendable {
  /// `count` of `runs` runs, with a confidence interval for the rate, all rates from 0 to 1.
  case rate(count: Int, runs: Int, low: Double, high: Double)
  /// Nothing to show, and the reason in a few words.
  case hole(reason: String)

  /// The share of runs; `nil` for a hole, and for no runs.
  public var rate: Double? {
    guard case .rate(let count, let runs, _, _) = self, runs > 0 else { return nil }
    return Double(count) / Double(runs)
  }

  /// `37/100`
  var countText: String {
    guard case .rate(let count, let runs, _, _) = self else { return "" }
    return "\(count)/\(runs)"
  }

  /// `28–47 %`; with one decimal where whole percent would say too little.
  var intervalText: String {
    guard case .rate(_, _, let low, let high) = self, low.isFinite, high.isFinite else { return "" }
    let isNarrow = high - low < 0.02
    return "\(Self.percent(low, isNarrow))–\(Self.percent(high, isNarrow))\u{2009}%"
  }

  /// A share in percent without the sign.
  static func percent(_ share: Double, _ hasDecimal: Bool = false) -> String {
    guard hasDecimal else { return "\(Int((share * 100).rounded()))" }
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
