/// How the best gap f − f* of a cell's runs falls with the evaluations spent.
public struct GapCurve: Sendable, Equatable {
  /// Ascending.
  public let evaluations: [Int]
  /// Quantiles over the runs at each of `evaluations`; infinite where that share of runs had not seen the domain.
  public let median: [Double]
  public let q25: [Double]
  public let q75: [Double]

  public init(evaluations: [Int], median: [Double], q25: [Double], q75: [Double]) {
    self.evaluations = evaluations
    self.median = median
    self.q25 = q25
    self.q75 = q75
  }
}
