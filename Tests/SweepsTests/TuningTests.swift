import Objectives
import Optimizers
import Testing

@testable import Sweeps

@Suite("Tuning")
struct TuningTests {
  static let text = """
    seed: 3
    objectives: [sphere, 'rastrigin[instance=1]']
    tune: {runs: 20, budget: 50}
    methods:
      - adam
      - name: gradient-descent
        learningRate: log(1e-3, 1, 4)
      - variants: ['momentum[learningRate=0.01]', 'momentum[learningRate=0.1,momentum=0.5]']
    starts: 6
    budget: 80
    """

  private func read(_ text: String) throws -> Study {
    try StudyReader.study(from: text, file: "s.yaml", figureKinds: [])
  }

  @Test("each entry of the methods is one method; what its variants differ in is tuned")
  func methods() throws {
    let study = try read(Self.text)
    #expect(study.methods.map(\.tuned) == [[], ["learningRate"], ["learningRate", "momentum"]])
    #expect(study.methods.map(\.id)[0...1] == ["adam", "gradient-descent[learningRate=tuned]"])
    #expect(study.plannedRuns == 2 * 3 * 6)
    let again = try read(study.yaml)
    #expect(again.yaml == study.yaml && again.methods == study.methods)
    #expect(again.tuning?.variants == study.tuning?.variants && again.tuning?.budget == 50)
  }

  @Test("every method with variants gets the same number of tuning runs, and no start of the study")
  func budget() throws {
    let study = try read(Self.text)
    let choosing = study.tuningStudies
    #expect(choosing.map(\.method) == [1, 2])
    for (_, tuning) in choosing {
      #expect(tuning.methods.count * tuning.starts == 20 && tuning.budget == 50)
      for objective in study.objectives {
        let evaluated = (0..<study.starts).map { Plan(study).start($0, on: objective) }
        #expect(!(0..<tuning.starts).contains { evaluated.contains(Plan(tuning).start($0, on: objective)) })
      }
    }
  }

  @Test("the variant chosen runs as it would in a study that names it: same seed, same record")
  func chosen() throws {
    var study = try read(Self.text)
    let open = study.runDetermining
    study.tuning?.choices = [[0, 2, 1], [0, 0, 0]]
    #expect(study.runDetermining != open)
    #expect(study.method(1, onObjective: 0).id == "gradient-descent[learningRate=0.1]")
    #expect(study.method(2, onObjective: 1).id == study.tuning?.variants[2][0].id)
    let plain = try read(
      """
      seed: 3
      objectives: [sphere]
      methods: ['gradient-descent[learningRate=0.1]']
      starts: 6
      budget: 80
      """)
    let key = RunKey(objective: 0, method: 1, start: 4)
    let tuned = RunExecutor(Plan(study)).record(at: Plan(study).position(of: key))
    let own = RunExecutor(Plan(plain)).record(at: 4)
    #expect(tuned.seed == own.seed && tuned.x0 == own.x0 && tuned.xLast == own.xLast && tuned.counts == own.counts)
  }

  @Test(
    "mistakes are named",
    arguments: [
      ("tune: {budget: 5}", "tune.runs"), ("tune: 20", "expected a mapping"), ("tune: {runs: 0}", "from 1 to"),
      ("tune: {runs: 3}", "4 variants"), ("tune: {runs: 20, run: 3}", "did you mean 'runs'?"),
      ("tune: {runs: 9000000}", "from 1 to 1000000"),
    ])
  func mistakes(_ tune: String, _ words: String) {
    let text = Self.text.replacing("tune: {runs: 20, budget: 50}", with: tune)
    let error = #expect(throws: StudyMistakes.self) { try read(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(words))
  }

  @Test("without variants there is nothing to tune; variants of different methods are not variants")
  func nothingToTune() {
    let plain = "objectives: [sphere]\nmethods: [adam]\ntune: {runs: 10}\n"
    let mixed = "objectives: [sphere]\nmethods:\n  - variants: [adam, momentum]\ntune: {runs: 10}\n"
    for (text, words) in [(plain, "no method has variants"), (mixed, "of one method")] {
      let error = #expect(throws: StudyMistakes.self) { try read(text) }
      #expect("\(error.map { "\($0)" } ?? "")".contains(words))
    }
  }
}
