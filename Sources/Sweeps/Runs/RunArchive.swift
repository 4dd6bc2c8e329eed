/// The finished runs of a plan, wherever they are kept. They are read one by one, so nobody needs to hold them all.
public protocol RunArchive: Sendable {
  var plan: Plan { get }

  /// Hands over every record there is at `positions` of the plan, in order. `body` may not read the archive.
  func forEachRecord(in positions: Range<Int>, _ body: (RunRecord) throws -> Void) throws

  /// The curve over the runs there are of a cell, counted as in the plan: objectives, then methods.
  func curve(ofCell cell: Int) throws -> GapCurve
}

/// An archive in memory, for a few runs.
public struct RunList: RunArchive {
  public let plan: Plan
  /// By position in the plan; nil for a run that there is not.
  public let runs: [FinishedRun?]

  public init(_ plan: Plan, _ runs: [FinishedRun?]) {
    self.plan = plan
    self.runs = runs
  }

  public func forEachRecord(in positions: Range<Int>, _ body: (RunRecord) throws -> Void) rethrows {
    for case let run? in runs[positions] { try body(run.record) }
  }

  public func curve(ofCell cell: Int) -> GapCurve {
    let positions = plan.positions(ofCell: cell)
    let checkpoints = Checkpoints.evaluations(budget: plan.study.budget)
    var tally = GapTally(checkpoints: checkpoints.count, plannedRuns: positions.count)
    tally.add(runs[positions].compactMap { $0?.progress }, minimum: plan.minimum(ofCell: cell))
    return tally.curve(evaluations: checkpoints)
  }
}
