import Foundation
import Testing

@Suite("Expressions on the command line")
struct ExpressionCommandTests {
  private func run(_ arguments: [String]) throws -> Tool {
    try Tool.run(arguments, in: FileManager.default.temporaryDirectory)
  }

  @Test("evaluate works on an expression with parameters")
  func evaluate() throws {
    let run = try run([
      "evaluate", "--expression", "-a*x^2 + y", "--domain", "-5,5;0,1", "--parameter", "a=-3", "--at", "2,0.5",
      "--gradient", "--hessian", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(document["value"] as? Double == 12.5)
    #expect(document["gradient"] as? [Double] == [12, 1])
    #expect(document["hessian"] as? [[Double]] == [[6, 0], [0, 0]])
    #expect(document["objective"] as? String == "expression")
  }

  @Test("minimize searches the minimum that outcomes are measured against")
  func minimize() throws {
    let run = try run([
      "minimize", "--expression", "x^2/20 - cos(2*pi*x)", "--domain", "-5,5", "--method", "l-bfgs", "--start", "2.1",
      "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"outcome\": \"localMinimum\""))
  }

  @Test(
    "mistakes are told with a caret, or name the option",
    arguments: [
      (
        ["--expression", "x + ", "--domain", "-1,1"], "expected a number, a name or '(', found the end\n  x + \n      ^"
      ),
      (["--expression", "x"], "--domain"),
      (["--expression", "x", "--domain", "1"], "--domain"),
      (["--expression", "x", "--domain", "1,-1"], "lower bound first"),
      (["--expression", "x", "--domain", "-1,1", "--parameter", "a"], "name=value"),
      (["--expression", "x", "--domain", "-1,1", "--objective", "sphere"], "exclude each other"),
      (["--objective", "sphere", "--domain", "-1,1"], "--domain describes an expression"),
      (["--objective", "sphere", "--objective", "ackley"], "exactly one objective"),
      ([], "--expression"),
    ])
  func mistakes(_ options: [String], _ part: String) throws {
    let run = try run(["evaluate", "--at", "0"] + options)
    #expect(run.status == 64 && run.errors.contains(part), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("a report redraws an expression's figure with the command that it gives, to the same bytes")
  func redraw() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      seed: 3
      objectives:
        - name: my-valley
          expression: x^2/20 + y^2/a - cos(2*pi*x)*cos(y) + 1
          domain: [[-5, 5], [-4, 5]]
          parameters: {a: 20}
      methods: [adam]
      starts: 3
      budget: 100
      figures: [contour]
      """, to: "study.yaml")
    let first = try Tool.run(["study.yaml", "--output", "r", "--formats", "svg", "--quiet"], in: workspace.folder)
    #expect(first.status == 0, "\(first.errors)")
    let again = try Tool.run(["r/study.yaml", "--output", "s", "--formats", "svg", "--quiet"], in: workspace.folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try workspace.snapshot(of: "s") == workspace.snapshot(of: "r"))
    let redrawn = try Tool.run(
      [
        "figure", "contour", "--expression", "x^2/20 + y^2/a - cos(2*pi*x)*cos(y) + 1", "--name", "my-valley",
        "--domain", "-5,5;-4,5", "--parameter", "a=20", "--method", "adam", "--starts", "3", "--budget", "100",
        "--seed", "3", "--target", "0.0001", "--output", "one.svg",
      ], in: workspace.folder)
    #expect(redrawn.status == 0, "\(redrawn.errors)")
    let command =
      "figure contour --expression 'x^2/20 + y^2/a - cos(2*pi*x)*cos(y) + 1' --name my-valley --domain '-5,5;-4,5'"
      + " --parameter a=20 --method adam --starts 3 --budget 100 --seed 3"
    #expect(try workspace.read("r/manifest.json").contains(command))
    #expect(try workspace.read("r/objectives/my-valley.html").contains("x^2/20 + y^2/a"))
    // The report's file carries its origin as the command does: all but that is the same.
    #expect(try workspace.read("one.svg").count > 1000)
  }
}
