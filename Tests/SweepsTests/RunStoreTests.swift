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

  private func records() -> [RunRecord] {
    var records = (0..<plan.count).map(RunExecutor(plan).record)
    records[0].fLast = .nan
    records[1].fBest = .infinity
    records[1].xBest = []
    records[2].xLast = [-.infinity, -0.0]
    records[3].reason = "failed: it's \"quoted\""
    return records
  }

  @Test("records come back bit for bit, NaN, infinity and negative zero included, from another connection")
  func roundTrip() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let records = records()
    try RunStore(path: path, fingerprint: "a").add(Array(records.dropLast()), of: plan)
    let read = try RunStore(path: path, fingerprint: "a").records(of: plan)
    #expect(read.dropLast().map { $0! } == Array(records.dropLast()))
    #expect(read.last! == nil)
  }

  @Test("a store of another study is refused and left as it was; replacing it is possible")
  func otherStudy() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a").add(records(), of: plan)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.otherStudy(path: path)) { try RunStore(path: path, fingerprint: "b") }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let replaced = try RunStore(path: path, fingerprint: "b", replacing: true)
    #expect(try replaced.records(of: plan).allSatisfy { $0 == nil })
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
    try RunStore(path: path, fingerprint: "a", build: "1").add(records(), of: plan)
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
    #expect(try replaced.records(of: plan).allSatisfy { $0 == nil })
    try replaced.add(records(), of: plan)
    #expect(try replaced.records(of: plan).allSatisfy { $0 != nil })
  }

  @Test("a store that somebody else holds is refused, and left to him")
  func inUse() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try RunStore(path: path, fingerprint: "a")
    #expect(throws: StoreError.inUse(path: path)) { try RunStore(path: path, fingerprint: "a") }
    #expect(throws: StoreError.inUse(path: path)) { try RunStore(path: path, fingerprint: "b", replacing: true) }
    try first.add(records(), of: plan)
    #expect(try first.records(of: plan).allSatisfy { $0 != nil })
  }

  @Test("a damaged store is refused")
  func damaged() throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a").add(records(), of: plan)
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in data.count / 2..<data.count { data[index] = 0x5A }
    try data.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) {
      let store = try RunStore(path: path, fingerprint: "a")
      _ = try store.records(of: plan)
    }
  }

  @Test(
    "a row that cannot be the plan's is refused, not published",
    arguments: [
      "UPDATE run SET progress = x''", "UPDATE run SET x0 = x'00'", "UPDATE run SET valueEvaluations = -5",
      "UPDATE run SET outcome = 'localMinimum', rest = x'1122334455667788'", "ALTER TABLE run DROP COLUMN path",
      "UPDATE run SET outcome = 'reached', evaluationsToTarget = NULL", "DELETE FROM study",
    ])
  func damagedRow(_ sql: String) throws {
    let path = temporaryFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try RunStore(path: path, fingerprint: "a").add((0..<plan.count).map(RunExecutor(plan).record), of: plan)
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    #expect(throws: StoreError.self) {
      let store = try RunStore(path: path, fingerprint: "a")
      _ = try store.records(of: plan)
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
    let whole = (0..<plan.count).map(RunExecutor(plan).record)
    let store = try RunStore(path: nil, fingerprint: "a")
    var batches = 0
    let first = try await SweepRunner(plan, jobs: 2).run(
      isDone: Array(repeating: false, count: plan.count), shouldStop: { false },
      receive: { batch in
        batches += 1
        if batches == 1 { try store.add(batch, of: plan) }
      })
    #expect(first && batches > 1)
    let held = try store.records(of: plan)
    #expect(held.contains { $0 == nil } && held.contains { $0 != nil })
    _ = try await SweepRunner(plan, jobs: 2).run(
      isDone: held.map { $0 != nil }, shouldStop: { false }, receive: { try store.add($0, of: plan) })
    #expect(try store.records(of: plan).map { $0! } == whole)
  }

  @Test("a sweep that is asked to stop returns early and says so")
  func stop() async throws {
    let plan = Plan(PlanTests.study(starts: 120))
    let isComplete = try await SweepRunner(plan, jobs: 2).run(
      isDone: Array(repeating: false, count: plan.count), shouldStop: { true }, receive: { _ in })
    #expect(!isComplete)
  }
}
