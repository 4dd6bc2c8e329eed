import Foundation
import GRDB
import Optimizers
import Testing

@testable import Sweeps

@Suite("The run store")
struct RunStoreTests {
  private let plan = Plan(PlanTests.study(starts: 3))

  private func temporaryFile() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString).sqlite").path
  }

  private func runs() -> [FinishedRun] {
    var runs = (0..<plan.count).map(RunExecutor(plan).run(at:))
    runs[0].record.fLast = .nan
    runs[1].record.fBest = .infinity
    runs[1].record.xBest = []
    runs[2].record.xLast = [-.infinity, -0.0]
    runs[3].record.reason = "failed: it's \"quoted\""
    return runs
  }

  private func records(in store: RunStore, of plan: Plan) throws -> [RunRecord] {
    var records: [RunRecord] = []
    try StoredRuns(plan, in: store).forEachRecord(in: 0..<plan.count) { records.append($0) }
    return records
  }

  @Test("records come back bit for bit, NaN, infinity and negative zero included, from another connection")
  func roundTrip() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let runs = Array(runs().dropLast())
    try RunStore(path: path, fingerprint: "a").add(runs, of: plan)
    let store = try RunStore(path: path, fingerprint: "a")
    #expect(try records(in: store, of: plan) == runs.map(\.record))
    #expect(try store.isDone(in: plan) == runs.map { _ in true } + [false])
  }

  @Test("a store of another study is refused and left as it was; replacing it is possible")
  func otherStudy() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a").add(runs(), of: plan)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.otherStudy(path: path)) { try RunStore(path: path, fingerprint: "b") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let replaced = try RunStore(path: path, fingerprint: "b", replacing: true)
    #expect(try replaced.isDone(in: plan).allSatisfy { !$0 })
  }

  @Test(
    "a file that is no store of ours is refused and left as it was, whatever is asked of it", arguments: [false, true])
  func foreignFile(replacing: Bool) throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    for data in [Data("short".utf8), Data(repeating: 0x78, count: 4000)] {
      try data.write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreError.notAStore(path: path, why: "it is no SQLite database")) {
        try RunStore(path: path, fingerprint: "a", replacing: replacing)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == data)
    }
  }

  @Test("a store whose first transaction was killed half way is begun anew")
  func killedWhileCreated() throws {
    let (path, journal) = (temporaryFile(), { $0 + "-journal" })
    defer { for file in [path, journal(path)] { try? FileManager.default.removeItem(atPath: file) } }
    try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: path))
    // A journal of a database that had no pages: its mark, no records, a random number, 0 pages, sectors of 512 bytes.
    // Source: Database File Format, SQLite documentation, section 3.
    let fields: [UInt32] = [0xd9d5_05f9, 0x20a1_63d7, 0, 1, 0, 512, 4096]
    let header = Data(fields.flatMap { field in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: field >> $0) } })
    try (header + Data(count: 512 - header.count)).write(to: URL(fileURLWithPath: journal(path)))
    let store = try RunStore(path: path, fingerprint: "a")
    #expect(try store.count() == 0)
    store.release()
    #expect(try RunStore(path: path, fingerprint: "a").count() == 0)
  }

  @Test("another program's database is refused and left as it was, its tables named as ours or not, with a log or not")
  func foreignDatabase() throws {
    for (mode, table) in [("DELETE", "run"), ("WAL", "mail")] {
      let path = temporaryFile()
      defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
      let database = try DatabaseQueue(path: path)
      try database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA journal_mode = \(mode); CREATE TABLE \(table) (a); INSERT INTO \(table) VALUES (1)")
      }
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      for replacing in [false, true] {
        let error = #expect(throws: StoreError.self) {
          try RunStore(path: path, fingerprint: "a", replacing: replacing)
        }
        #expect(error?.description.contains("'\(path)' is not a run store") == true, "\(String(describing: error))")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(try database.read { try Int.fetchOne($0, sql: "SELECT a FROM \(table)") } == 1)
    }
  }

  @Test(
    "a store of another build or of another layout is refused and left as it was; replacing it is possible",
    arguments: ["build", "layout"])
  func otherVersion(_ what: String) throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a", build: "1").add(runs(), of: plan)
    if what == "layout" {
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "PRAGMA user_version = 999; ALTER TABLE run ADD COLUMN later; CREATE TABLE more (a)")
      }
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let build = what == "build" ? "2" : "1"
    #expect(throws: StoreError.otherVersion(path: path)) { try RunStore(path: path, fingerprint: "a", build: build) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let replaced = try RunStore(path: path, fingerprint: "a", build: build, replacing: true)
    #expect(try replaced.isDone(in: plan).allSatisfy { !$0 })
    try replaced.add(runs(), of: plan)
    #expect(try replaced.isDone(in: plan).allSatisfy { $0 })
  }

  @Test("a store that somebody else holds is refused, and left to him")
  func inUse() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try RunStore(path: path, fingerprint: "a")
    #expect(throws: StoreError.inUse(path: path)) { try RunStore(path: path, fingerprint: "a") }
    #expect(throws: StoreError.inUse(path: path)) { try RunStore(path: path, fingerprint: "b", replacing: true) }
    try first.add(runs(), of: plan)
    #expect(try first.isDone(in: plan).allSatisfy { $0 })
  }

  @Test("a damaged store is refused")
  func damaged() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a").add(runs(), of: plan)
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in data.count / 2..<data.count { data[index] = 0x5A }
    try data.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) {
      let store = try RunStore(path: path, fingerprint: "a")
      _ = try store.isDone(in: plan)
      _ = try records(in: store, of: plan)
      for cell in 0..<plan.cells { _ = try StoredRuns(plan, in: store).curve(ofCell: cell) }
    }
  }

  @Test(
    "a row that cannot be the plan's is refused, not published",
    arguments: [
      "UPDATE run SET xLast = x''", "UPDATE run SET xBest = x'00'", "DELETE FROM curve", "UPDATE curve SET runs = 2",
      "UPDATE curve SET gaps = x'0102030405060708'", "DELETE FROM run WHERE position = 1",
      "UPDATE run SET valueEvaluations = -5",
      "UPDATE run SET outcome = 'localMinimum', rest = x'1122334455667788'", "ALTER TABLE run DROP COLUMN path",
      "UPDATE run SET outcome = 'reached', evaluationsToTarget = NULL", "DELETE FROM study",
    ])
  func damagedRow(_ sql: String) throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a").add((0..<plan.count).map(RunExecutor(plan).run(at:)), of: plan)
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    #expect(throws: StoreError.self) {
      let store = try RunStore(path: path, fingerprint: "a")
      _ = try store.isDone(in: plan)
      _ = try records(in: store, of: plan)
      for cell in 0..<plan.cells { _ = try StoredRuns(plan, in: store).curve(ofCell: cell) }
    }
  }

  @Test("a folder that is not there is named in the error")
  func unwritable() {
    #expect { try RunStore(path: "/nowhere/at/all.sqlite", fingerprint: "a") } throws: {
      "\($0)".contains("/nowhere/at/all.sqlite")
    }
  }

  @Test("an interrupted sweep goes on where it stopped and ends with the same records")
  func resume() async throws {
    let plan = Plan(PlanTests.study(starts: 120))
    let whole = (0..<plan.count).map(RunExecutor(plan).run(at:))
    let store = try RunStore(path: nil, fingerprint: "a")
    var batches = 0
    let first = try await SweepRunner(plan, jobs: 2).run(
      isDone: Array(repeating: false, count: plan.count), shouldStop: { false },
      receive: { batch in
        batches += 1
        if batches == 1 { try store.add(batch, of: plan) }
      })
    #expect(first && batches > 1)
    let held = try store.isDone(in: plan)
    #expect(held.contains(true) && held.contains(false))
    _ = try await SweepRunner(plan, jobs: 2).run(
      isDone: held, shouldStop: { false }, receive: { try store.add($0, of: plan) })
    #expect(try records(in: store, of: plan) == whole.map(\.record))
    let list = RunList(plan, whole)
    for cell in 0..<plan.cells {
      #expect(try StoredRuns(plan, in: store).curve(ofCell: cell) == list.curve(ofCell: cell))
    }
  }

  @Test("a run that is there is not taken a second time, and its transaction leaves nothing")
  func twice() throws {
    let store = try RunStore(path: nil, fingerprint: "a")
    let runs = runs()
    try store.add(Array(runs[..<4]), of: plan)
    #expect(throws: StoreError.self) { try store.add(Array(runs[3...]), of: plan) }
    #expect(try store.count() == 4)
    #expect(try store.isDone(in: plan) == runs.indices.map { $0 < 4 })
  }

  @Test("a sweep that is asked to stop returns early and says so")
  func stop() async throws {
    let plan = Plan(PlanTests.study(starts: 120))
    let isComplete = try await SweepRunner(plan, jobs: 2).run(
      isDone: Array(repeating: false, count: plan.count), shouldStop: { true }, receive: { _ in })
    #expect(!isComplete)
  }
}
