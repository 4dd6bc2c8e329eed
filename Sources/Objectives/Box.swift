/// An axis-parallel box, the domain of an objective: lower and upper bound per coordinate.
public struct Box: Sendable, Equatable {
  public let lower: [Double]
  public let upper: [Double]

  /// One range per coordinate.
  public init(_ ranges: [ClosedRange<Double>]) {
    lower = ranges.map(\.lowerBound)
    upper = ranges.map(\.upperBound)
  }

  public init(_ ranges: ClosedRange<Double>...) { self.init(ranges) }

  /// The cube `range`ⁿ with n = `dimension`.
  public init(_ range: ClosedRange<Double>, dimension: Int) {
    self.init(Array(repeating: range, count: dimension))
  }

  public var dimension: Int { lower.count }
  public var center: [Double] { zip(lower, upper).map { 0.5 * ($0 + $1) } }
  public var widths: [Double] { zip(lower, upper).map { $1 - $0 } }
  /// The Euclidean length of the diagonal.
  public var diagonal: Double { widths.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  /// Whether `point` lies inside or on the boundary; false where a coordinate is NaN.
  public func contains(_ point: [Double]) -> Bool {
    for i in lower.indices where !(point[i] >= lower[i] && point[i] <= upper[i]) { return false }
    return true
  }

  /// The point of the box nearest to `point`.
  public func clamping(_ point: [Double]) -> [Double] {
    point.indices.map { Swift.min(Swift.max(point[$0], lower[$0]), upper[$0]) }
  }
}
