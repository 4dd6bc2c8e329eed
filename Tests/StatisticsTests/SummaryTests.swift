import Objectives
import Optimizers
import Sweeps
import Testing

@testable import Statistics

@Suite("The summary of a study")
struct SummaryTests {
  static let study = try! Study(
    title: "Test", seed: 3,
    objectives: [
      ObjectiveCatalogue.objective(Spec(parsing: "himmelblau")),
      ObjectiveCatalogue.objective(Spec(parsing: "rastrigin[instance=1]")),
    ],
    methods: [
      MethodCatalogue.method(Spec(parsing: "gradient-descent")), MethodCatalogue.method(Spec(parsing: "adam")),
    ], starts: 12, budget: 300, target: 1e-4, figures: [])

  static func records() -> [RunRecord] {
    let executor = RunExecutor(Plan(study))
    return (0..<study.plannedRuns).map(executor.record)
  }

  @Test("outcomes add up to the runs planned, in every cell")
  func outcomesAddUp() {
    let summary = Summary(Plan(Self.study), records: Self.records())
    #expect(summary.cells.count == 4)
    for cell in summary.cells {
      #expect(cell.runs == 12)
      #expect(cell.outcomes.total == 12)
      #expect(cell.success.count == cell.outcomes[.reached])
      #expect(cell.minima.reduce(0) { $0 + $1.count } == cell.outcomes[.localMinimum])
    }
    #expect(summary.complete == (planned: 48, done: 48, failed: 0))
  }

  @Test("a lost run is seen in the completeness and nowhere counted as success")
  func lostRun() {
    var records: [RunRecord?] = Self.records()
    records[5] = nil
    let summary = Summary(Plan(Self.study), records: records)
    #expect(summary.complete == (planned: 48, done: 47, failed: 0))
    #expect(summary.cell(objective: 0, method: 0).runs == 11)
  }

  @Test("the expected running time is all evaluations until the target or the end, per success")
  func expectedRunningTime() {
    var records = Self.records()
    for index in 0..<12 {
      records[index].outcome = index < 3 ? .reached : .localMinimum
      records[index].evaluationsToTarget = index < 3 ? 10 * (index + 1) : nil
      records[index].counts = .init(value: 0, gradient: 100, hessian: 0)
      records[index].rest = [0, 0]
      records[index].fRest = 1
    }
    let cell = Summary(Plan(Self.study), records: records).cell(objective: 0, method: 0)
    #expect(cell.expectedRunningTime == Double(10 + 20 + 30 + 9 * 100) / 3)
    #expect(cell.success.count == 3)
  }

  @Test("without a success there is no expected running time")
  func noSuccess() {
    var records = Self.records()
    for index in 0..<12 {
      records[index].outcome = .plateau
      records[index].evaluationsToTarget = nil
    }
    #expect(Summary(Plan(Self.study), records: records).cell(objective: 0, method: 0).expectedRunningTime == nil)
  }

  @Test("runs that end in one minimum are counted there; two distant minima of one height stay two")
  func minimaAreDistinct() {
    var records = Self.records()
    let rests: [[Double]] = [[1, 1], [1.00001, 1], [-1, 1], [3, 3]]
    let values = [2.0, 2.0 + 1e-9, 2.0, 5.0]
    for index in 0..<12 {
      records[index].outcome = .localMinimum
      records[index].rest = rests[index % 4]
      records[index].fRest = values[index % 4]
    }
    let summary = Summary(Plan(Self.study), records: records)
    let caught = summary.cell(objective: 0, method: 0).minima
    #expect(caught.map(\.count) == [6, 3, 3])
    let found = summary.minima[0].all
    #expect(found[caught[0].minimum].at == [1, 1])
    #expect(found.map(\.value).prefix(2) == [2, 2])
  }
}
