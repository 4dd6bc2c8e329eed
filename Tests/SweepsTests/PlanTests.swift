import Objectives
import Optimizers
import Testing

@testable import Sweeps

@Suite("The plan and its runs")
struct PlanTests {
  static func study(_ methods: [String] = ["gradient-descent", "adam", "sgd"], starts: Int = 7) -> Study {
    try! Study(
      title: "Test", seed: 11,
      objectives: ["sphere", "rastrigin[instance=2]"].map { try ObjectiveCatalogue.objective(Spec(parsing: $0)) },
      methods: methods.map { try MethodCatalogue.method(Spec(parsing: $0)) }, starts: starts, budget: 60,
      target: 1e-4, figures: [])
  }

  @Test("positions and keys are inverse, and every run of the product is planned once")
  func bijection() {
    let plan = Plan(Self.study())
    let keys = (0..<plan.count).map(plan.key)
    #expect(Set(keys).count == 2 * 3 * 7)
    for position in 0..<plan.count { #expect(plan.position(of: plan.key(at: position)) == position) }
  }

  @Test("all methods start from the same points, inside the domain, different for every start")
  func pairedStarts() {
    let plan = Plan(Self.study())
    let executor = RunExecutor(plan)
    let records = (0..<plan.count).map(executor.record)
    for objective in 0..<2 {
      let starts = (0..<3).map { method in
        records.filter { $0.key.objective == objective && $0.key.method == method }.map(\.x0)
      }
      #expect(starts[0] == starts[1] && starts[1] == starts[2])
      #expect(Set(starts[0]).count == 7)
      #expect(starts[0].allSatisfy { plan.study.objectives[objective].domain.contains($0) })
    }
  }

  @Test("one job, two jobs and any order give the same records, bit for bit")
  func jobsDoNotMatter() async throws {
    let plan = Plan(Self.study(starts: 200))
    var results: [[RunRecord]] = []
    for jobs in [1, 2, 5] {
      var records: [RunRecord] = []
      let isComplete = try await SweepRunner(plan, jobs: jobs).run(
        isDone: Array(repeating: false, count: plan.count), shouldStop: { false },
        receive: { records += $0.map(\.record) })
      #expect(isComplete)
      results.append(records)
    }
    #expect(results[0].map { plan.position(of: $0.key) } == Array(0..<plan.count))
    #expect(results[0] == results[1] && results[1] == results[2])
  }

  @Test("a method's runs do not change when other methods join the study")
  func runsAreIndependent() {
    let alone = RunExecutor(Plan(Self.study(["sgd"])))
    let together = RunExecutor(Plan(Self.study(["adam", "sgd"])))
    for start in 0..<7 {
      let a = alone.run(at: start)
      let b = together.run(at: 7 + start)
      #expect(a.record.seed == b.record.seed && a.record.xLast == b.record.xLast && a.record.fBest == b.record.fBest)
      #expect(a.progress == b.progress)
    }
  }

  @Test("checkpoints rise from the first evaluation to the budget", arguments: [1, 2, 7, 100, 2000, 123_456])
  func checkpoints(_ budget: Int) {
    let counts = Checkpoints.evaluations(budget: budget)
    #expect(counts.first == 1 && counts.last == budget)
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 < $1 })
    #expect(counts.count <= 12 * 18 + 1)
  }

  @Test("the progress of a run falls, and ends at its best value")
  func progressFalls() {
    let executor = RunExecutor(Plan(Self.study()))
    for position in 0..<42 {
      let run = executor.run(at: position)
      #expect(run.progress.count == executor.checkpoints.count)
      #expect(zip(run.progress, run.progress.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(run.progress.last ?? 0 >= run.record.fBest)
    }
  }
}
