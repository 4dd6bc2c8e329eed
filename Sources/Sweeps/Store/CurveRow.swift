import Foundation
import GRDB

/// A cell's row of the table `curve`: the tally of the runs there are, and the quantiles alone once all are there.
enum CurveRow {
  static func runs(ofCell cell: Int, in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT runs FROM curve WHERE cell = ?", arguments: [cell]) ?? 0
  }

  static func add(_ progress: [[Double]], toCell cell: Int, of plan: Plan, in db: Database) throws {
    guard var tally = try tally(ofCell: cell, of: plan, in: db) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the tally of cell \(cell) is damaged")
    }
    tally.add(progress, minimum: plan.minimum(ofCell: cell))
    let evaluations = Checkpoints.evaluations(budget: plan.study.budget)
    var words = tally.words
    if tally.runs == plan.study.starts {
      let curve = tally.curve(evaluations: evaluations)
      words = (curve.median + curve.q25 + curve.q75).map(\.bitPattern)
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO curve VALUES (?, ?, ?)", arguments: [cell, tally.runs, Blob.data(words)])
  }

  /// The curve over the runs there are; nil where the row is damaged.
  static func curve(ofCell cell: Int, of plan: Plan, in db: Database) throws -> GapCurve? {
    let evaluations = Checkpoints.evaluations(budget: plan.study.budget)
    let n = evaluations.count
    guard try runs(ofCell: cell, in: db) == plan.study.starts else {
      return try tally(ofCell: cell, of: plan, in: db)?.curve(evaluations: evaluations)
    }
    let gaps = try words(ofCell: cell, in: db).map(Double.init(bitPattern:))
    guard gaps.count == 3 * n else { return nil }
    return GapCurve(
      evaluations: evaluations, median: Array(gaps[..<n]), q25: Array(gaps[n..<2 * n]), q75: Array(gaps[(2 * n)...]))
  }

  /// The tally of a cell whose runs are not all there; nil where the row is damaged.
  private static func tally(ofCell cell: Int, of plan: Plan, in db: Database) throws -> GapTally? {
    let checkpoints = Checkpoints.evaluations(budget: plan.study.budget).count
    let runs = try runs(ofCell: cell, in: db)
    guard runs > 0 else { return GapTally(checkpoints: checkpoints, plannedRuns: plan.study.starts) }
    return try GapTally(
      words: words(ofCell: cell, in: db), checkpoints: checkpoints, runs: runs, plannedRuns: plan.study.starts)
  }

  private static func words(ofCell cell: Int, in db: Database) throws -> [UInt64] {
    Blob.words(try Data.fetchOne(db, sql: "SELECT gaps FROM curve WHERE cell = ?", arguments: [cell]) ?? Data())
  }
}
