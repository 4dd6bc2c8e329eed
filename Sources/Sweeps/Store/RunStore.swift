import Foundation
import GRDB

/// The records of one study in an SQLite file: written as they come, read back to resume or to draw again.
///
/// One file holds one study, told apart by a fingerprint of what determines the runs. A batch is one transaction: a
/// process that dies loses the batch at work and nothing else. The file is locked as long as the store lives.
public final class RunStore: Sendable {
  private let path: String
  private let queue: DatabaseQueue

  /// Opens or creates the store at `path` for the plan with `fingerprint`; nil keeps the runs in memory only.
  ///
  /// - Parameters:
  ///   - build: tells apart the programs whose runs may differ.
  ///   - replacing: empties a store that holds something else, and runs everything again.
  public init(
    path: String?, fingerprint: String, build: String = "", replacing: Bool = false
  ) throws(StoreError) {
    self.path = path ?? "memory"
    let header = try path.flatMap { path throws(StoreError) in try StoreHeader(path: path) }
    if let header, !header.isOurs {
      throw .notAStore(path: self.path, why: "it is a database of another program, or of another version of this one")
    }
    if let header, !header.hasOurLayout, !replacing { throw .otherVersion(path: self.path) }
    do {
      queue = try path.map { try DatabaseQueue(path: $0, configuration: Self.configuration) } ?? DatabaseQueue()
      if path != nil { try Self.lock(queue) }
      let held = header.map(\.hasOurLayout) == false ? nil : try queue.read(Self.held)
      if !replacing, let held {
        if held.build != build { throw StoreError.otherVersion(path: self.path) }
        if held.fingerprint != fingerprint { throw StoreError.otherStudy(path: self.path) }
      }
      if held == nil || replacing { try create(fingerprint, build: build) }
    } catch { throw Self.storeError(error, path ?? "memory") }
  }

  /// The lock that reading or writing takes is kept; another process's is waited for, but not long.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(1)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    return configuration
  }

  /// Gives the lock back, and removes the journal that an exclusive lock, or a killed process, keeps beside the file.
  public func release() {
    try? queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA locking_mode = NORMAL")
      _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master")
      // Without the exclusive lock, a transaction that writes deletes the journal when it ends.
      guard FileManager.default.fileExists(atPath: path + "-journal") else { return }
      try db.execute(sql: "PRAGMA user_version = \(StoreHeader.layoutVersion)")
    }
  }

  /// Takes the lock of a writer at once. A file that can only be read is still good for drawing its report again.
  private static func lock(_ queue: DatabaseQueue) throws {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE; COMMIT") }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {}
  }

  /// What the store was made for; nil for one that is empty.
  private static func held(_ db: Database) throws -> (fingerprint: String, build: String)? {
    if let problem = try String.fetchOne(db, sql: "PRAGMA quick_check(1)"), problem != "ok" {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: problem)
    }
    let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    if tables.isEmpty { return nil }
    guard tables == ["curve", "run", "study"], try db.columns(in: "run").map(\.name) == RunRow.columns,
      let row = try Row.fetchOne(db, sql: "SELECT fingerprint, build FROM study")
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "its tables are not a store's") }
    return (row["fingerprint"], row["build"])
  }

  private func create(_ fingerprint: String, build: String) throws {
    try queue.write { db in
      for table in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'") {
        try db.drop(table: table)
      }
      try db.execute(
        sql: """
          PRAGMA application_id = \(StoreHeader.applicationID);
          PRAGMA user_version = \(StoreHeader.layoutVersion);
          CREATE TABLE study (fingerprint TEXT NOT NULL, build TEXT NOT NULL);
          CREATE TABLE run (
            position INTEGER PRIMARY KEY, xBest BLOB, xLast BLOB, fBest BLOB NOT NULL, fLast BLOB,
            valueEvaluations INTEGER NOT NULL, gradientEvaluations INTEGER NOT NULL,
            hessianEvaluations INTEGER NOT NULL, evaluationsToTarget INTEGER, steps INTEGER NOT NULL,
            reason TEXT NOT NULL, outcome TEXT NOT NULL, rest BLOB, fRest BLOB, path BLOB
          );
          CREATE TABLE curve (cell INTEGER PRIMARY KEY, runs INTEGER NOT NULL, gaps BLOB NOT NULL);
          """)
      try db.execute(sql: "INSERT INTO study VALUES (?, ?)", arguments: [fingerprint, build])
    }
  }

  /// Adds `runs`, each at its position of `plan`, in one transaction. A run that is there cannot be added again.
  public func add(_ runs: [FinishedRun], of plan: Plan) throws(StoreError) {
    do {
      try queue.write { db in
        let statement = try db.cachedStatement(sql: RunRow.insertion)
        for run in runs {
          try statement.execute(arguments: RunRow.arguments(run.record, at: plan.position(of: run.record.key)))
        }
        let cells = Dictionary(grouping: runs) { plan.position(of: $0.record.key) / plan.study.starts }
        for (cell, runs) in cells { try CurveRow.add(runs.map(\.progress), toCell: cell, of: plan, in: db) }
      }
    } catch { throw Self.storeError(error, path) }
  }

  /// For every position of `plan`, whether its run is there.
  public func isDone(in plan: Plan) throws(StoreError) -> [Bool] {
    var isDone = [Bool](repeating: false, count: plan.count)
    do {
      try queue.read { db in
        let positions = try Int.fetchCursor(db, sql: "SELECT position FROM run")
        var runs = [Int](repeating: 0, count: plan.cells)
        while let position = try positions.next() {
          guard isDone.indices.contains(position) else { throw Self.damage("row \(position) is not of its plan") }
          isDone[position] = true
          runs[position / plan.study.starts] += 1
        }
        for cell in 0..<plan.cells where try CurveRow.runs(ofCell: cell, in: db) != runs[cell] {
          throw Self.damage("the curve of cell \(cell) is not that of its runs")
        }
      }
    } catch { throw Self.storeError(error, path) }
    return isDone
  }

  /// How many runs there are.
  public func count() throws(StoreError) -> Int {
    do { return try queue.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM run") ?? 0 } } catch {
      throw Self.storeError(error, path)
    }
  }

  /// Hands over every stored record at `positions` of `plan`, in order.
  func forEachRecord(of plan: Plan, in positions: Range<Int>, _ body: (RunRecord) throws -> Void) throws {
    do {
      try queue.read { db in
        let rows = try Row.fetchCursor(
          db, sql: "SELECT * FROM run WHERE position >= ? AND position < ? ORDER BY position",
          arguments: [positions.lowerBound, positions.upperBound])
        while let row = try rows.next() {
          guard let record = RunRow.record(row, of: plan), record.isPlausible(in: plan) else {
            throw Self.damage("row \(row["position"] as Int) cannot be the plan's")
          }
          try body(record)
        }
      }
    } catch let error as DatabaseError { throw Self.storeError(error, path) }
  }

  func curve(ofCell cell: Int, of plan: Plan) throws -> GapCurve {
    do {
      return try queue.read { db in
        guard let curve = try CurveRow.curve(ofCell: cell, of: plan, in: db) else {
          throw Self.damage("the curve of cell \(cell) cannot be the plan's")
        }
        return curve
      }
    } catch { throw Self.storeError(error, path) }
  }

  private static func damage(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
  }

  private static func storeError(_ error: any Error, _ path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    let why = (error as? DatabaseError)?.message ?? "\(error)"
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse(path: path)
    case .SQLITE_FULL: return .full(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM, .SQLITE_NOMEM:
      return .notWritable(path: path, why: why)
    default: return .unreadable(path: path, why: why)
    }
  }
}
