/// A run as it comes from the executor: its record, and what only the curve of its cell needs.
public struct FinishedRun: Sendable, Equatable {
  public var record: RunRecord
  /// The best value after each of the study's checkpoints.
  public var progress: [Double]

  public init(record: RunRecord, progress: [Double]) {
    self.record = record
    self.progress = progress
  }
}
