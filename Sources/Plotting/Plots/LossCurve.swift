import Canvas
import Foundation

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

  /// Where the median ends, or leaves a panel for good by its upper edge at the gap `top`.
  func end(below top: Double) -> (evaluations: Double, gap: Double)? {
    let points = zip(evaluations, median).filter { $0.isFinite && $1.isFinite }
    guard let last = points.last else { return nil }
    guard last.1 > top, let inside = points.lastIndex(where: { $0.1 <= top }) else {
      return (last.0, min(last.1, top))
    }
    // Between two points the line is straight in the logarithm of the gap.
    let (from, to) = (points[inside], points[inside + 1])
    let fraction = from.1 > 0 ? log(top / from.1) / log(to.1 / from.1) : 1
    return (from.0 + (to.0 - from.0) * fraction, top)
  }

  /// The curve with gaps below a floor raised to it, zero and slightly negative ones included.
  func raised(to floor: Double) -> LossCurve {
    func raise(_ gaps: [Double]) -> [Double] { gaps.map { $0 < floor ? floor : $0 } }
    var curve = self
    (curve.median, curve.low, curve.high) = (raise(median), raise(low), raise(high))
    return curve
  }
}
