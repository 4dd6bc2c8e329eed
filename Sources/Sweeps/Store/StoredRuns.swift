/// The runs of a plan in its store.
public struct StoredRuns: RunArchive {
  public let plan: Plan
  private let store: RunStore

  public init(_ plan: Plan, in store: RunStore) {
    self.plan = plan
    self.store = store
  }

  public func forEachRecord(in positions: Range<Int>, _ body: (RunRecord) throws -> Void) throws {
    try store.forEachRecord(of: plan, in: positions, body)
  }

  public func curve(ofCell cell: Int) throws -> GapCurve { try store.curve(ofCell: cell, of: plan) }
}
