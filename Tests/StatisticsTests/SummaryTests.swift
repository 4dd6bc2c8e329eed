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

  static func runs() -> [FinishedRun] { (0..<study.plannedRuns).map(RunExecutor(Plan(study)).run(at:)) }

  private func summary(_ runs: [FinishedRun?]) throws -> Summary { try Summary(RunList(Plan(Self.study), runs)) }

  @Test("outcomes add up to the runs planned, in every cell")
  func outcomesAddUp() throws {
    let summary = try summary(Self.runs())
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
  func lostRun() throws {
    var runs: [FinishedRun?] = Self.runs()
    runs[5] = nil
    let summary = try summary(runs)
    #expect(summary.complete == (planned: 48, done: 47, failed: 0))
    #expect(summary.cell(objective: 0, method: 0).runs == 11)
  }

  @Test("the expected running time is all evaluations until the target or the end, per success")
  func expectedRunningTime() throws {
    var runs = Self.runs()
    for index in 0..<12 {
      runs[index].record.outcome = index < 3 ? .reached : .localMinimum
      runs[index].record.evaluationsToTarget = index < 3 ? 10 * (index + 1) : nil
      runs[index].record.counts = .init(value: 0, gradient: 100, hessian: 0)
      runs[index].record.rest = [0, 0]
      runs[index].record.fRest = 1
    }
    let cell = try summary(runs).cell(objective: 0, method: 0)
    #expect(cell.expectedRunningTime == Double(10 + 20 + 30 + 9 * 100) / 3)
    #expect(cell.success.count == 3)
  }

  @Test("without a success there is no expected running time")
  func noSuccess() throws {
    var runs = Self.runs()
    for index in 0..<12 {
      runs[index].record.outcome = .plateau
      runs[index].record.evaluationsToTarget = nil
    }
    #expect(try summary(runs).cell(objective: 0, method: 0).expectedRunningTime == nil)
  }

  @Test("runs that end in one minimum are counted there; two distant minima of one height stay two")
  func minimaAreDistinct() throws {
    var runs = Self.runs()
    let rests: [[Double]] = [[1, 1], [1.00001, 1], [-1, 1], [3, 3]]
    let values = [2.0, 2.0 + 1e-9, 2.0, 5.0]
    for index in 0..<12 {
      runs[index].record.outcome = .localMinimum
      runs[index].record.rest = rests[index % 4]
      runs[index].record.fRest = values[index % 4]
    }
    let summary = try summary(runs)
    let caught = summary.cell(objective: 0, method: 0).minima
    #expect(caught.map(\.count) == [6, 3, 3])
    let found = summary.minima[0].all
    #expect(found[caught[0].minimum].at == [1, 1])
    #expect(found.map(\.value).prefix(2) == [2, 2])
  }
}
