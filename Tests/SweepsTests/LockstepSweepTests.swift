import Objectives
import Optimizers
import Testing

@testable import Sweeps

struct LockstepSweepTests {
  private static func plan() throws -> Plan {
    Plan(
      Study(
        title: "", seed: 3,
        objectives: try ["rastrigin[instance=1]", "hartmann-6"].map {
          try ObjectiveCatalogue.objective(Spec(parsing: $0))
        },
        methods: try ["adam", "sgd", "rmsprop[patience=20]", "l-bfgs"].map {
          try MethodCatalogue.method(Spec(parsing: $0))
        },
        starts: 23, budget: 120, target: 1e-6, figures: []))
  }

  @Test("A sweep whose runs advance in lockstep keeps the records of its runs one by one", arguments: [1, 2])
  func sameRecords(_ jobs: Int) async throws {
    let plan = try Self.plan()
    let executor = RunExecutor(plan)
    // As when resumed: some runs are there already, so that chunks are ragged.
    let isDone = (0..<plan.count).map { $0 % 7 == 3 || (40..<60).contains($0) }
    var runs: [FinishedRun] = []
    let isComplete = try await SweepRunner(plan, jobs: jobs)
      .run(isDone: isDone, shouldStop: { false }, receive: { runs += $0 })
    #expect(isComplete)
    #expect(runs == isDone.indices.filter { !isDone[$0] }.map { executor.run(at: $0) })
  }

  @Test("Chunks cover every run once, in order; runs that keep their path, or cannot advance in lockstep, are alone")
  func chunks() throws {
    let plan = try Self.plan()
    let positions = (0..<plan.count).filter { $0 != 9 }
    let chunks = RunExecutor(plan).chunks(of: positions, length: 8)
    #expect(chunks.flatMap { Array(positions[$0]) } == positions)
    for chunk in chunks {
      let keys = positions[chunk].map { plan.key(at: $0) }
      let isTogether = keys[0].method % 2 == 0 && (keys[0].objective == 1 || keys[0].start >= 5)
      #expect(keys.allSatisfy { $0.objective == keys[0].objective && $0.method == keys[0].method })
      #expect(chunk.count <= (isTogether ? 8 : 1))
    }
    // 23 starts less 5 paths less position 9: 17 in chunks of 8, 8 and 1.
    #expect(chunks.prefix { positions[$0.lowerBound] < 23 }.map(\.count) == [1, 1, 1, 1, 1, 8, 8, 1])
  }
}
