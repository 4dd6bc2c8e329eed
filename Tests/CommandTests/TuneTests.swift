import Foundation
import Testing

@Suite("A study that tunes")
struct TuneTests {
  static let study = """
    title: Tuned
    objectives: [sphere, booth]
    tune: {runs: 24, budget: 60}
    methods:
      - name: gradient-descent
        learningRate: [0.001, 0.1, 0.5]
      - l-bfgs
    starts: 12
    budget: 60
    figures: [success-matrix, sensitivity]
    """

  private func report(_ workspace: Workspace, _ options: [String]) throws -> [String: Data] {
    let run = try Tool.run(options + ["--formats", "svg", "--quiet"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    return try workspace.snapshot(of: options[2])
  }

  @Test(
    "says what was chosen, on what, with how many runs; the same for any jobs, from a store, and from its own study.yaml"
  )
  func tuned() throws {
    let workspace = try Workspace()
    try workspace.write(Self.study, to: "study.yaml")
    let one = try report(workspace, ["study.yaml", "--output", "a", "--jobs", "1", "--store", "s.sqlite"])
    for other in [
      ["study.yaml", "--output", "b", "--jobs", "3"], ["study.yaml", "--output", "c", "--store", "s.sqlite"],
      ["a/study.yaml", "--output", "d"],
    ] {
      let files = try report(workspace, other)
      #expect(files.keys.sorted() == one.keys.sorted())
      for (path, data) in one { #expect(files[path] == data, "\(path) of \(other)") }
    }
    let document = try #require(
      try JSONSerialization.jsonObject(with: workspace.data(of: "a/results.json")) as? [String: Any])
    let tuning = try #require(document["tuning"] as? [String: Any])
    #expect(tuning["runs"] as? Int == 24 && tuning["budget"] as? Int == 60)
    // x ← (1 − 2η)x on the sphere, where ½ is exact; Booth's curvatures 2 and 18 forbid steps beyond 1/9.
    let choices = try #require(tuning["choices"] as? [[String: Any]])
    #expect(choices.map { $0["variant"] as? String } == ["0.5", "0.1"].map { "gradient-descent[learningRate=\($0)]" })
    let candidates = try #require(choices[0]["candidates"] as? [[String: Any]])
    #expect(candidates.map { $0["runs"] as? Int } == [8, 8, 8] && candidates.map { $0["count"] as? Int } == [0, 8, 8])
    let cells = try #require(document["cells"] as? [[String: Any]])
    #expect(cells.map { $0["method"] as? String }.prefix(2) == ["gradient-descent[learningRate=tuned]", "l-bfgs"])
    #expect(
      cells.allSatisfy { $0["runs"] as? Int == 12 }
        && cells[2]["variant"] as? String == choices[1]["variant"] as? String)
    let page = try workspace.read("a/index.html")
    #expect(page.contains("What was tuned") && page.contains("learningRate 0.5") && page.contains("24"))
    #expect(try workspace.read("a/summary.md").contains("## Tuning"))
    #expect(try workspace.read("a/objectives/booth.html").contains("tuning runs"))
  }
}
