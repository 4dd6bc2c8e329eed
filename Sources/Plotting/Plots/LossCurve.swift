import Canvas

/// The gap of one method to the global minimum over the evaluations spent: median and quartiles over its runs.
public struct LossCurve: Hashable, Sendable {
  public var label: String
  public var style: SeriesStyle
  /// Ascending; `median`, `low` and `high` belong to them one by one.
  public var evaluations: [Double]
  public var median: [Double]
  public var low: [Double]
  public var high: [Double]
  /// Why there is nothing to draw, if there is nothing.
  public var emptyReason: String

  public init(
    label: String, style: SeriesStyle, evaluations: [Double], median: [Double], low: [Double], high: [Double],
    emptyReason: String = "no runs"
  ) {
    self.label = label
    self.style = style
    self.evaluations = evaluations
    self.median = median
    self.low = low
    self.high = high
    self.emptyReason = emptyReason
  }

  /// Whether no point of the median can be drawn.
  var isEmpty: Bool { !zip(evaluations, median).contains { $0.isFinite && $1.isFinite } }

  /// The last evaluation count and gap that are numbers.
  var end: (evaluations: Double, gap: Double)? {
    zip(evaluations, median).reversed().first { $0.isFinite && $1.isFinite }.map { (evaluations: $0, gap: $1) }
  }

  /// The curve with gaps below a floor raised to it, zero and slightly negative ones included.
  func raised(to floor: Double) -> LossCurve {
    func raise(_ gaps: [Double]) -> [Double] { gaps.map { $0 < floor ? floor : $0 } }
    var curve = self
    (curve.median, curve.low, curve.high) = (raise(median), raise(low), raise(high))
    return curve
  }
}
