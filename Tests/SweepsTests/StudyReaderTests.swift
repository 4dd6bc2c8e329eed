import Testing

@testable import Sweeps

@Suite("Reading a study")
struct StudyReaderTests {
  static let kinds = ["contour", "surface"]

  private func read(_ text: String) throws -> Study {
    try StudyReader.study(from: text, file: "study.yaml", figureKinds: Self.kinds)
  }

  private func mistakes(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as StudyMistakes {
      return error.description.split(separator: "\n").map(String.init)
    } catch { return ["\(error)"] }
  }

  @Test("a study comes out as it was written, lists swept into variants")
  func complete() throws {
    let study = try read(
      """
      title: Can momentum leave a local minimum?
      seed: 42
      objectives:
        - rastrigin
        - name: sphere
          dimension: 10
      methods:
        - gradient-descent[learningRate=1e-2]
        - name: momentum
          learningRate: [1e-4, 1e-3]
          momentum: [0.5, 0.8]
      starts: 20
      budget: 500
      target: 1e-3
      figures: [surface]
      """)
    #expect(study.title == "Can momentum leave a local minimum?")
    #expect(study.objectives.map(\.id) == ["rastrigin", "sphere[dimension=10]"])
    #expect(
      study.methods.map(\.id)
        == [
          "gradient-descent[learningRate=0.01]", "momentum[learningRate=0.0001,momentum=0.5]",
          "momentum[learningRate=0.0001,momentum=0.8]", "momentum[learningRate=0.001,momentum=0.5]",
          "momentum[learningRate=0.001,momentum=0.8]",
        ].map(normal))
    #expect(study.seed == 42 && study.starts == 20 && study.budget == 500 && study.target == 1e-3)
    #expect(study.figures == ["surface"])
    #expect(study.plannedRuns == 200)
  }

  /// Defaults of a method may coincide with a value written here; then the resolved name leaves it out.
  private func normal(_ id: String) -> String {
    (try? read("objectives: [sphere]\nmethods: ['\(id)']").methods[0].id) ?? id
  }

  @Test("without figures none are named, also in the resolved study; with an empty list none are drawn")
  func figuresLeftOpen() throws {
    let study = try read("objectives: [sphere]\nmethods: [adam]\n")
    #expect(study.figures == nil && !study.yaml.contains("figures"))
    #expect(try read("objectives: [sphere]\nmethods: [adam]\nfigures: []\n").figures == [])
  }

  @Test("the resolved study reads back as itself")
  func resolvedRoundTrip() throws {
    let study = try read(
      """
      title: "Quotes \\" and : colons # and \\\\ slashes"
      objectives: [rastrigin]
      methods: [adam]
      """)
    let again = try read(study.yaml)
    #expect(again.title == study.title)
    #expect(again.yaml == study.yaml)
  }

  @Test("every mistake is reported at once, with its line and the nearest valid name")
  func allAtOnce() {
    let found = mistakes(
      """
      titel: x
      seed: -1
      objectives:
        - rastrgin
        - sphere[dimension=0]
        - sphere
        - sphere
      methods:
        - adm
        - gradient-descent[learningRate=nan]
        - gradient-descent[lerningRate=0.1]
      starts: 0
      budget: many
      target: -1
      figures: [contuor]
      """)
    let expected: [(line: Int, parts: [String])] = [
      (1, ["titel", "did you mean 'title'"]), (2, ["seed", "-1"]), (4, ["rastrgin", "did you mean 'rastrigin'"]),
      (5, ["sphere.dimension", "'0'"]), (7, ["sphere", "twice"]), (9, ["adm", "did you mean 'adam'"]),
      (10, ["gradient-descent.learningRate", "nan"]), (11, ["lerningRate", "did you mean 'learningRate'"]),
      (12, ["starts", "'0'"]), (13, ["budget", "many"]), (14, ["target", "-1"]),
      (15, ["contuor", "did you mean 'contour'"]),
    ]
    #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
    for (message, expected) in zip(found, expected) {
      #expect(message.hasPrefix("study.yaml:\(expected.line): "), "\(message)")
      for part in expected.parts { #expect(message.contains(part), "\(message) lacks \(part)") }
    }
  }

  @Test(
    "one mistake gives one clear message",
    arguments: [
      ("objectives: [sphere]\nmethods: []", 2, "methods"),
      ("objectives: sphere\nmethods: [adam]", 1, "expected a list"),
      ("objectives: [sphere]\nmethods: [adam]\nstarts: 1000000\nbudget: 1e3", 4, "budget"),
      ("objectives: [sphere]\nmethods:\n  - learningRate: 3", 3, "'name'"),
      ("objectives: [sphere]\nmethods: [adam, {name: adam}]", 2, "twice"),
      ("objectives: [sphere, 'rosenbrock[dimension=1]']\nmethods: [adam]", 1, "dimension"),
      ("objectives: [sphere]\nmethods: [adam]\ntarget: .nan", 3, "target"),
      ("objectives: [sphere]\nmethods: [[adam]]", 2, "methods"),
      ("objectives: [~]\nmethods: [adam]", 1, "objectives"),
      ("objectives: [sphere]\nmethods: ['adam[learningRate=0.1']", 2, "']'"),
      ("objectives: [sphere]\nmethods: [adam]\nseed: 99999999999999999999", 3, "seed"),
    ])
  func oneMistake(_ text: String, _ line: Int, _ part: String) {
    let found = mistakes(text)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("study.yaml:\(line): ") == true, "\(found)")
    #expect(found.first?.contains(part) == true, "\(found)")
  }

  @Test("a plan of a billion runs is refused with the arithmetic")
  func tooManyRuns() {
    let methods = (1...200).map { "adam[learningRate=0.\($0 + 1000)]" }.joined(separator: "', '")
    let found = mistakes("objectives: [sphere, rastrigin]\nmethods: ['\(methods)']\nstarts: 1000000")
    #expect(found.count == 1 && found[0].contains("400000000 runs"), "\(found)")
  }

  @Test("text that is not YAML, or no mapping, is refused in words")
  func notYAML() {
    #expect(mistakes("a: [1, 2").count == 1)
    #expect(mistakes("").first?.contains("objectives") == true)
    #expect(mistakes("- 1\n- 2").count == 1)
    #expect(mistakes("title: a\ntitle: b\nobjectives: [sphere]\nmethods: [adam]").first?.contains("twice") == true)
  }
}
