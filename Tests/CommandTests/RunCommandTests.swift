import Foundation
import Testing

@Suite("Running a study")
struct RunCommandTests {
  static let study = """
    title: Small
    seed: 5
    objectives: [himmelblau, 'rastrigin[instance=1]', 'sphere[dimension=3]']
    methods: [gradient-descent, adam, l-bfgs]
    starts: 6
    budget: 120
    """

  private func workspace(_ study: String = study) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(study, to: "study.yaml")
    return workspace
  }

  @Test("one job, two jobs, a second run and the resolved study give the same bytes in every file")
  func sameBytes() throws {
    let workspace = try workspace()
    for (name, arguments) in [
      ("a", ["study.yaml", "--jobs", "1"]), ("b", ["study.yaml", "--jobs", "2"]), ("c", ["a/study.yaml"]),
    ] {
      let run = try Tool.run(arguments + ["--output", name, "--quiet"], in: workspace.folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    let first = try workspace.snapshot(of: "a")
    #expect(first.count > 15)
    #expect(try workspace.snapshot(of: "b") == first)
    #expect(try workspace.snapshot(of: "c") == first)
  }

  @Test("a store that is kept is not run again, and gives the same report")
  func store() throws {
    let workspace = try workspace()
    for name in ["a", "b"] {
      let run = try Tool.run(
        ["study.yaml", "--output", name, "--store", "runs.sqlite", "--quiet"], in: workspace.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try workspace.snapshot(of: "a") == workspace.snapshot(of: "b"))
    try workspace.write(Self.study.replacingOccurrences(of: "seed: 5", with: "seed: 6"), to: "other.yaml")
    let before = try workspace.snapshot(of: "a")
    let refused = try Tool.run(
      ["other.yaml", "--output", "a", "--store", "runs.sqlite", "--quiet"], in: workspace.folder)
    #expect(refused.status == 70 && refused.errors.contains("another study"))
    #expect(try workspace.snapshot(of: "a") == before)
  }

  @Test("a study with mistakes exits with 64 and writes nothing")
  func badStudy() throws {
    let workspace = try workspace("objectives: [sphere]\nmethods: [adm, lbfgs]\nstarts: -1\n")
    let run = try Tool.run(["study.yaml"], in: workspace.folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("study.yaml:2") && run.errors.contains("study.yaml:3"))
    #expect(try Array(workspace.snapshot(of: ".").keys) == ["study.yaml"])
  }

  @Test("the smallest study is reported: one objective, one method, one start, a budget of one")
  func smallest() throws {
    let workspace = try workspace(
      "objectives: ['rastrigin[dimension=1]']\nmethods: [gradient-descent]\nstarts: 1\nbudget: 1\n")
    let run = try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    let rows = try workspace.read("r/runs.csv").split(separator: "\n")
    #expect(rows.count == 2)
  }

  @Test("fifty dimensions have no contour, and the report says why")
  func fiftyDimensions() throws {
    let workspace = try workspace(
      "objectives: ['rastrigin[dimension=50]']\nmethods: [adam, l-bfgs]\nstarts: 3\nbudget: 100\n")
    let run = try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!workspace.exists("r/figures/contour-rastrigin-dimension_50.svg"))
    #expect(workspace.exists("r/figures/loss-curve-rastrigin-dimension_50.svg"))
    #expect(try workspace.read("r/objectives/rastrigin-dimension_50.html").contains("two dimensions"))
  }

  @Test("a run that diverges is recorded, counted and drawn")
  func diverging() throws {
    let workspace = try workspace(
      "objectives: [rosenbrock]\nmethods: ['gradient-descent[learningRate=1]']\nstarts: 4\nbudget: 200\n")
    let run = try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try workspace.read("r/runs.csv").components(separatedBy: "diverged,").count - 1 == 4)
    #expect(workspace.exists("r/figures/contour-rosenbrock.svg"))
  }

  @Test("only the kinds of figure asked for are drawn, in the formats asked for")
  func only() throws {
    let workspace = try workspace()
    let run = try Tool.run(
      ["study.yaml", "--output", "r", "--quiet", "--only", "loss-curve", "--formats", "pdf"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    let names = try workspace.snapshot(of: "r/figures").keys.sorted()
    #expect(names.count == 3 && names.allSatisfy { $0.hasPrefix("loss-curve-") && $0.hasSuffix(".pdf") }, "\(names)")
  }

  @Test("a broken template, or none, leaves the previous report as it was")
  func templates() throws {
    let workspace = try workspace()
    #expect(try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder).status == 0)
    let before = try workspace.snapshot(of: "r")
    try FileManager.default.createDirectory(
      at: workspace.folder.appendingPathComponent("broken"), withIntermediateDirectories: true)
    for templates in ["nowhere", "broken"] {
      let run = try Tool.run(
        ["study.yaml", "--output", "r", "--quiet", "--templates", templates], in: workspace.folder)
      #expect(run.status != 0 && run.errors.contains(templates), "\(run.errors)")
      #expect(try workspace.snapshot(of: "r") == before)
    }
  }

  @Test("a folder that holds something else is not replaced")
  func foreignFolder() throws {
    let workspace = try workspace()
    try FileManager.default.createDirectory(
      at: workspace.folder.appendingPathComponent("mine"), withIntermediateDirectories: true)
    try workspace.write("precious", to: "mine/thesis.txt")
    let run = try Tool.run(["study.yaml", "--output", "mine", "--quiet"], in: workspace.folder)
    #expect(run.status != 0 && run.errors.contains("mine"))
    #expect(try workspace.read("mine/thesis.txt") == "precious")
    #expect(try workspace.snapshot(of: "mine").count == 1)
  }

  @Test("what users put into a report's folders survives the next report")
  func userFiles() throws {
    let workspace = try workspace()
    #expect(try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder).status == 0)
    try workspace.write("mine", to: "r/notes.txt")
    try workspace.write("mine too", to: "r/figures/my.svg")
    let smaller = Self.study.replacingOccurrences(of: "himmelblau, ", with: "")
    try workspace.write(smaller, to: "study.yaml")
    #expect(try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder).status == 0)
    #expect(try workspace.read("r/notes.txt") == "mine" && workspace.read("r/figures/my.svg") == "mine too")
    #expect(!workspace.exists("r/objectives/himmelblau.html") && !workspace.exists("r/figures/contour-himmelblau.svg"))
  }

  @Test("the working directory is not pulled away")
  func workingDirectory() throws {
    let workspace = try workspace()
    try FileManager.default.createDirectory(
      at: workspace.folder.appendingPathComponent("here"), withIntermediateDirectories: true)
    let run = try Tool.run(
      ["../study.yaml", "--output", ".", "--quiet"], in: workspace.folder.appendingPathComponent("here"))
    #expect(run.status != 0 && run.errors.contains("working directory"))
  }

  @Test("figure draws the very picture of the report")
  func figureCommand() throws {
    let workspace = try workspace()
    #expect(try Tool.run(["study.yaml", "--output", "r", "--quiet"], in: workspace.folder).status == 0)
    let run = try Tool.run(
      [
        "figure", "loss-curve", "--objective", "himmelblau", "--method", "gradient-descent", "--method", "adam",
        "--method", "l-bfgs", "--starts", "6", "--budget", "120", "--seed", "5", "--output", "one.png",
      ], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    let one = try Data(contentsOf: workspace.folder.appendingPathComponent("one.png"))
    let other = try Data(contentsOf: workspace.folder.appendingPathComponent("r/figures/loss-curve-himmelblau.png"))
    #expect(pixels(of: one) == pixels(of: other))
  }

  @Test("a figure of trained networks needs a seed and nothing else, and is the report's picture")
  func trainedFigureCommand() throws {
    let workspace = try workspace()
    let study = """
      seed: 7
      objectives: [sphere]
      methods: [adam]
      starts: 1
      figures: [decision-regions]
      """
    try Data(study.utf8).write(to: workspace.folder.appendingPathComponent("trained.yaml"))
    #expect(try Tool.run(["trained.yaml", "--output", "r", "--quiet"], in: workspace.folder).status == 0)
    let manifest = try String(contentsOf: workspace.folder.appendingPathComponent("r/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("generate-report figure decision-regions --seed 7 --output"))
    let run = try Tool.run(
      ["figure", "decision-regions", "--seed", "7", "--output", "one.png"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    let one = try Data(contentsOf: workspace.folder.appendingPathComponent("one.png"))
    let other = try Data(contentsOf: workspace.folder.appendingPathComponent("r/figures/decision-regions.png"))
    #expect(pixels(of: one) == pixels(of: other))
  }

  /// The image data of a PNG, without the chunks that name its origin.
  private func pixels(of png: Data) -> Data {
    var result = Data()
    var offset = 8
    let bytes = [UInt8](png)
    while offset + 8 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      if String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self) == "IDAT" {
        result += Data(bytes[offset + 8..<offset + 8 + length])
      }
      offset += 12 + length
    }
    return result
  }
}
