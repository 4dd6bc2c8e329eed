import Objectives
import Optimizers
import Testing

@testable import Sweeps

@Suite("Sweeps of stochastic objectives")
struct StochasticSweepTests {
  private func study(_ objectives: [String], _ methods: [String], starts: Int = 40, target: Double = 1e-4) throws
    -> Study
  {
    Study(
      title: "Noise", seed: 3, objectives: try objectives.map { try ObjectiveCatalogue.objective(Spec(parsing: $0)) },
      methods: try methods.map { try MethodCatalogue.method(Spec(parsing: $0)) }, starts: starts, budget: 60,
      target: target, figures: [])
  }

  private static let noisy = "rastrigin[gradientNoise=5,valueNoise=1]"

  @Test("one job, two jobs, and a study with other runs give the same records, bit for bit")
  func replay() async throws {
    let plan = Plan(try study([Self.noisy, "mse-linear-2[batch=1]"], ["adam", "nelder-mead", "multistart"]))
    var results: [[FinishedRun]] = []
    for jobs in [1, 2] {
      var runs: [FinishedRun] = []
      _ = try await SweepRunner(plan, jobs: jobs).run(
        isDone: Array(repeating: false, count: plan.count), shouldStop: { false },
        receive: { runs += $0 })
      results.append(runs)
    }
    #expect(results[0] == results[1])
    let alone = RunExecutor(Plan(try study(["mse-linear-2[batch=1]"], ["multistart"])))
    for start in [39, 0, 17] {
      let (a, b) = (alone.run(at: start), results[0][5 * 40 + start])
      #expect(a.record.x0 == b.record.x0 && a.record.xLast == b.record.xLast && a.record.seed == b.record.seed)
      #expect(a.progress == b.progress)
    }
  }

  @Test("methods share their starts and not their noise, and no two starts have the same noise")
  func independence() throws {
    let plan = Plan(try study([Self.noisy], ["gradient-descent", "gradient-descent[learningRate=0.002]"]))
    let executor = RunExecutor(plan)
    let objective = plan.study.objectives[0]
    // The first step, over −η, less the exact gradient, is the noise.
    func noise(_ position: Int) throws -> Double {
      var first: [Double] = []
      let key = plan.key(at: position)
      let start = plan.start(key.start, on: objective)
      _ = executor.run(of: key, from: start) { step, x in if step == 1 { first = x } }
      let rate = key.method == 0 ? 0.001 : 0.002
      return ((start[0] - first[0]) / rate - objective.gradient(at: start)[0]) * 1e6
    }
    let draws = try (0..<80).map { try noise($0).rounded() }
    #expect(Set(draws).count == 80)
    #expect(executor.record(at: 0).x0 == executor.record(at: 40).x0)
  }

  @Test("a lucky value is not reached; loss curves, best and last values are exact")
  func lucky() throws {
    // Steps too small to move, at a value of hundreds of targets, under noise of thousands.
    let plan = Plan(
      try study(["sphere[valueNoise=1000]"], ["gradient-descent[learningRate=1e-12]", "random-search"], target: 1e-3))
    let executor = RunExecutor(plan)
    for start in 0..<40 {
      let run = executor.run(at: start)
      let still = run.record
      #expect(still.outcome == .inGlobalBasin && still.evaluationsToTarget == nil)
      let exact = still.x0.reduce(0) { $0 + $1 * $1 }
      #expect(run.progress.allSatisfy { ($0 - exact).magnitude < 1e-6 })
      let search = executor.record(at: 40 + start)
      #expect(search.fBest == search.xBest.reduce(0) { $0 + $1 * $1 } && search.fBest >= 0)
      #expect(search.outcome != .reached || search.fBest <= 1e-3)
    }
  }

  @Test("a resolved study names the noise, and reads back as itself")
  func resolved() throws {
    let text = """
      objectives:
        - sphere[valueNoise=0.5,gradientNoise=1,dimension=3]
        - {name: mse-linear-2, batch: 2, sampling: replacement}
        - {name: valley, expression: x^2 + 3*y^2, domain: [-1, 2], minimum: 0, minimizers: [[0, 0]], gradientNoise: 0.25}
      methods: [adam]
      """
    let study = try StudyReader.study(from: text, file: "study.yaml", figureKinds: [])
    #expect(
      study.objectives.map(\.id) == [
        "sphere[dimension=3,gradientNoise=1,valueNoise=0.5]", "mse-linear-2[batch=2,sampling=replacement]",
        "valley[gradientNoise=0.25]",
      ])
    let again = try StudyReader.study(from: study.yaml, file: "study.yaml", figureKinds: [])
    #expect(again.yaml == study.yaml && again.objectives.map(\.id) == study.objectives.map(\.id))
    #expect(again.objectives[2].whatIsRandom == study.objectives[2].whatIsRandom)
  }

  @Test("noise that cannot be is a mistake on its line")
  func mistakes() throws {
    let text = """
      objectives:
        - sphere[valueNoise=-1]
        - name: valley
          expression: x^2
          domain: [-1, 2]
          gradientNoise: nan
      methods: [adam]
      """
    let error = #expect(throws: StudyMistakes.self) {
      try StudyReader.study(from: text, file: "study.yaml", figureKinds: [])
    }
    #expect(error?.all.map(\.line) == [2, 6])
    #expect(error?.all.map(\.input.key) == ["sphere.valueNoise", "valley.gradientNoise"])
  }
}
