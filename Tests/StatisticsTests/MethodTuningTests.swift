import Objectives
import Optimizers
import Sweeps
import Testing

@testable import Statistics

@Suite("Choosing a variant")
struct MethodTuningTests {
  private func choices(_ rates: [String], objectives: [String] = ["sphere"]) throws -> (MethodTuning, Study) {
    let study = try StudyReader.study(
      from: """
        objectives: [\(objectives.joined(separator: ", "))]
        methods: [{name: gradient-descent, learningRate: [\(rates.joined(separator: ", "))]}]
        tune: {runs: \(8 * rates.count)}
        budget: 60
        starts: 2
        """, file: "s.yaml", figureKinds: [])
    let plan = Plan(study.tuningStudies[0].study)
    let executor = RunExecutor(plan)
    return (
      MethodTuning(method: 0, summary: try Summary(RunList(plan, (0..<plan.count).map(executor.run(at:))))), study
    )
  }

  // On the sphere x ← (1 − 2η)x: exact in one step at ½, slow below, and growing beyond 1.
  @Test("the highest rate wins; of equal ones, the fewest evaluations; of none that reach it, the lowest gap")
  func sphere() throws {
    #expect(try choices(["1e-6", "0.3", "1.5"]).0.choices == [1])
    #expect(try choices(["0.3", "0.5", "0.4"]).0.choices == [1])
    #expect(try choices(["1e-6", "1e-5", "1e-7"]).0.choices == [1])
    #expect(try choices(["0.25", "0.75"]).0.choices == [0], "both halve the distance: the first")
  }

  @Test("each objective has its own choice, and the spread of rates is told")
  func perObjective() throws {
    // Booth's function has curvatures 2 and 18: beyond 1/9 steps grow; 0.1 is within, and the sphere is quicker at 0.5.
    let (tuning, study) = try choices(["0.1", "0.5"], objectives: ["booth", "sphere"])
    #expect(tuning.choices == [0, 1])
    let range = tuning.range(onObjective: 0)
    #expect(range.worst.count == 0 && range.best.count == 8)
    let tuned = study.tuned(by: [tuning])
    #expect(tuned.method(0, onObjective: 0).id == "gradient-descent[learningRate=0.1]")
    #expect(tuned.method(0, onObjective: 1).id == "gradient-descent[learningRate=0.5]")
  }
}
