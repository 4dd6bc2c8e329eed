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
    guard tables == ["run", "study"], try db.columns(in: "run").map(\.name) == columns,
      let row = try Row.fetchOne(db, sql: "SELECT fingerprint, build FROM study")
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "its tables are not a store's") }
    return (row["fingerprint"], row["build"])
  }

  /// The columns of the table `run`, in their order: a file that has others is no store.
  private static let columns = [
    "position", "seed", "x0", "xBest", "xLast", "fBest", "fLast", "valueEvaluations", "gradientEvaluations",
    "hessianEvaluations", "evaluationsToTarget", "steps", "reason", "outcome", "rest", "fRest", "progress", "path",
  ]

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
            position INTEGER PRIMARY KEY, seed TEXT NOT NULL, x0 BLOB NOT NULL, xBest BLOB NOT NULL,
            xLast BLOB NOT NULL, fBest BLOB NOT NULL, fLast BLOB NOT NULL, valueEvaluations INTEGER NOT NULL,
            gradientEvaluations INTEGER NOT NULL, hessianEvaluations INTEGER NOT NULL, evaluationsToTarget INTEGER,
            steps INTEGER NOT NULL, reason TEXT NOT NULL, outcome TEXT NOT NULL, rest BLOB NOT NULL,
            fRest BLOB NOT NULL, progress BLOB NOT NULL, path BLOB NOT NULL
          );
          """)
      try db.execute(sql: "INSERT INTO study VALUES (?, ?)", arguments: [fingerprint, build])
    }
  }

  /// Adds `records`, each at its position of `plan`, in one transaction.
  public func add(_ records: [RunRecord], of plan: Plan) throws(StoreError) {
    do {
      try queue.write { db in
        let statement = try db.cachedStatement(
          sql: "INSERT OR REPLACE INTO run VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        for record in records { try statement.execute(arguments: Self.row(record, at: plan.position(of: record.key))) }
      }
    } catch { throw Self.storeError(error, path) }
  }

  /// Every stored record by its position in `plan`; nil where there is none yet.
  public func records(of plan: Plan) throws(StoreError) -> [RunRecord?] {
    var records = [RunRecord?](repeating: nil, count: plan.count)
    do {
      try queue.read { db in
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM run ORDER BY position")
        while let row = try rows.next() {
          let position: Int = row["position"]
          guard records.indices.contains(position), let record = Self.record(row, key: plan.key(at: position)),
            record.isPlausible(in: plan)
          else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "row \(position) is damaged")
          }
          records[position] = record
        }
      }
    } catch { throw Self.storeError(error, path) }
    return records
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

extension RunRecord {
  /// Whether the record can be one of the plan's: a damaged file must not become a number in a report.
  fileprivate func isPlausible(in plan: Plan) -> Bool {
    let objective = plan.study.objectives[key.objective]
    let n = objective.dimension
    func isPoint(_ x: [Double], orEmpty: Bool) -> Bool { x.count == n || (orEmpty && x.isEmpty) }
    return seed == plan.seed(of: key) && x0 == plan.start(key.start, on: objective) && isPoint(xBest, orEmpty: true)
      && isPoint(xLast, orEmpty: false) && isPoint(rest, orEmpty: outcome != .localMinimum)
      && progress.count == Checkpoints.evaluations(budget: plan.study.budget).count && path.count % n == 0
      && counts.value >= 0 && counts.gradient >= 0 && counts.hessian >= 0 && steps >= 0
      && counts.total <= plan.study.budget && (evaluationsToTarget != nil) == (outcome == .reached)
      && (xBest.isEmpty || objective.value(at: xBest).bitPattern == fBest.bitPattern || n > 2)
  }
}

// MARK: Rows

extension RunStore {
  private static func row(_ record: RunRecord, at position: Int) -> StatementArguments {
    [
      position, String(record.seed), bytes(record.x0), bytes(record.xBest), bytes(record.xLast), bytes([record.fBest]),
      bytes([record.fLast]), record.counts.value, record.counts.gradient, record.counts.hessian,
      record.evaluationsToTarget, record.steps, record.reason, record.outcome.rawValue, bytes(record.rest),
      bytes([record.fRest]), bytes(record.progress), bytes(record.path),
    ]
  }

  private static func record(_ row: Row, key: RunKey) -> RunRecord? {
    guard let seed = UInt64(row["seed"] as String), let outcome = Outcome(rawValue: row["outcome"]),
      let fBest = doubles(row["fBest"]).first, let fLast = doubles(row["fLast"]).first,
      let fRest = doubles(row["fRest"]).first
    else { return nil }
    return RunRecord(
      key: key, seed: seed, x0: doubles(row["x0"]), xBest: doubles(row["xBest"]), xLast: doubles(row["xLast"]),
      fBest: fBest, fLast: fLast,
      counts: .init(
        value: row["valueEvaluations"], gradient: row["gradientEvaluations"], hessian: row["hessianEvaluations"]),
      evaluationsToTarget: row["evaluationsToTarget"], steps: row["steps"], reason: row["reason"], outcome: outcome,
      rest: doubles(row["rest"]), fRest: fRest, progress: doubles(row["progress"]), path: doubles(row["path"]))
  }

  /// Little-endian IEEE 754, so that NaN and infinity survive, which SQLite's own reals do not.
  private static func bytes(_ values: [Double]) -> Data {
    var data = Data(capacity: values.count * 8)
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
    return data
  }

  private static func doubles(_ data: Data) -> [Double] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map {
        Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)))
      }
    }
  }
}
