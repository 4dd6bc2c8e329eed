import Foundation
import Testing

@Suite("evaluate, minimize, list, init")
struct SmallCommandTests {
  private func json(_ arguments: [String]) throws -> Any {
    let run = try Tool.run(arguments + ["--format", "json"], in: FileManager.default.temporaryDirectory)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  @Test("evaluate gives value, gradient and Hessian of Rosenbrock's function at (-1.2, 1)")
  func evaluate() throws {
    let document = try #require(
      json(["evaluate", "--objective", "rosenbrock", "--at", "-1.2,1", "--gradient", "--hessian"]) as? [String: Any])
    // By hand: f = 24.2, ∇f = (-215.6, -88), ∇²f = ((1330, 480), (480, 200)).
    #expect(abs((document["value"] as? Double ?? 0) - 24.2) < 1e-12)
    let gradient = try #require(document["gradient"] as? [Double])
    #expect(abs(gradient[0] + 215.6) < 1e-11 && abs(gradient[1] + 88) < 1e-11)
    let hessian = try #require(document["hessian"] as? [[Double]])
    #expect(abs(hessian[0][0] - 1330) < 1e-10 && abs(hessian[0][1] - 480) < 1e-10)
    #expect(abs(hessian[1][0] - 480) < 1e-10 && abs(hessian[1][1] - 200) < 1e-10)
    #expect(document["objective"] as? String == "rosenbrock")
    #expect(document["x"] as? [Double] == [-1.2, 1])
  }

  @Test("where there is no value there are no derivatives")
  func undefined() throws {
    let document = try #require(
      json(["evaluate", "--expression", "log(x)", "--domain", "-2,2", "--at", "-1", "--gradient", "--hessian"])
        as? [String: Any])
    #expect(document["value"] is NSNull)
    #expect((document["gradient"] as? [Any])?.first is NSNull)
    #expect(((document["hessian"] as? [Any])?.first as? [Any])?.first is NSNull)
  }

  @Test("evaluate gives exact values of a stochastic objective, says what methods see, and averages it")
  func stochastic() throws {
    let document = try #require(
      json([
        "evaluate", "--objective", "sphere[gradientNoise=1,valueNoise=0.5]", "--at", "1,-2", "--gradient", "--samples",
        "10000",
      ]) as? [String: Any])
    #expect(document["value"] as? Double == 5 && document["gradient"] as? [Double] == [2, -4])
    #expect((document["randomness"] as? String)?.contains("1 on each partial derivative and 0.5 on the value") == true)
    let samples = try #require(document["samples"] as? [String: Any])
    let means =
      [try #require(samples["value"] as? [String: Double])]
      + (try #require(samples["gradient"] as? [[String: Double]]))
    for (mean, (truth, deviation)) in zip(means, [(5.0, 0.5), (2, 1), (-4, 1)]) {
      // A mean of 10,000 lies within 5 standard errors, and these are a hundredth of the deviation.
      #expect(abs(mean["mean"]! - truth) < 0.05 * deviation && abs(mean["standardError"]! / deviation - 0.01) < 0.001)
    }
  }

  @Test("minimize follows PyTorch's gradient descent on Rosenbrock's function, step 0 being the start")
  func trace() throws {
    let document = try #require(
      json([
        "minimize", "--objective", "rosenbrock", "--method", "gradient-descent[learningRate=0.001]", "--start",
        "-1.2,1.0", "--budget", "20", "--trace",
      ]) as? [String: Any])
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    let trace = try #require(run["trace"] as? [[String: Any]])
    #expect(trace.count == 21)
    #expect(trace[0]["x"] as? [Double] == [-1.2, 1.0])
    // torch.optim.SGD, lr 0.001, float64, after 20 steps.
    let last = try #require(trace[20]["x"] as? [Double])
    #expect(abs(last[0] - -1.0135612207526075) < 1e-12 && abs(last[1] - 1.0352940530350656) < 1e-12)
    #expect((run["evaluations"] as? [String: Int])?["gradient"] == 20)
    #expect(run["xLast"] as? [Double] == last)
  }

  @Test("minimize from random starts gives as many runs, each with an outcome and a reason")
  func starts() throws {
    let document = try #require(
      json(["minimize", "--objective", "himmelblau", "--method", "l-bfgs", "--starts", "5"]) as? [String: Any])
    let runs = try #require(document["runs"] as? [[String: Any]])
    #expect(runs.count == 5)
    #expect(runs.allSatisfy { $0["outcome"] as? String == "reached" && $0["reason"] as? String != nil })
  }

  @Test(
    "list prints every catalogue, as text and as JSON", arguments: ["objectives", "methods", "figures", "schedules"])
  func list(_ subject: String) throws {
    let rows = try #require(json(["list", subject]) as? [[String: Any]])
    let text = try Tool.run(["list", subject], in: FileManager.default.temporaryDirectory).output
    #expect(!rows.isEmpty)
    for row in rows { #expect(text.contains(try #require(row["id"] as? String))) }
  }

  @Test(
    "mistakes name the option, the value and what is allowed, and exit with 64",
    arguments: [
      (["evaluate", "--objective", "rastrgin", "--at", "0,0"], "did you mean 'rastrigin'"),
      (["evaluate", "--objective", "rastrigin", "--at", "0,0,0"], "2 dimensions"),
      (["evaluate", "--objective", "rastrigin", "--at", "0,nan"], "finite"),
      (["evaluate", "--objective", "sphere[valueNoise=-1]", "--at", "0,0"], "standard deviation"),
      (["evaluate", "--objective", "sphere", "--at", "0,0", "--samples", "9"], "not stochastic"),
      (["minimize", "--objective", "sphere", "--method", "adm"], "did you mean 'adam'"),
      (["minimize", "--objective", "sphere", "--method", "adam", "--budget", "0"], "--budget"),
      (["minimize", "--objective", "sphere", "--method", "adam", "--start", "1"], "2 dimensions"),
      (["figure", "contuor", "--objective", "sphere"], "did you mean 'contour'"),
      (["figure", "contour", "--objective", "sphere", "--output", "x.jpg"], ".svg, .png or .pdf"),
      (["figure", "contour", "--objective", "sphere", "--size", "10x10"], "--size"),
      (["figure", "contour", "--objective", "sphere[dimension=3]"], "two dimensions"),
      (["figure", "contour"], "--objective: name an objective, or write one with --expression"),
      (["evaluate", "--at", "0,0"], "--objective: name an objective, or write one with --expression"),
      (["figure", "minima-line", "--objective", "sphere"], "takes --seed alone"),
      (["run", "nowhere.yaml"], "does not exist"),
      (["list", "objectivs"], "objectives"),
      (["--jobs", "0"], "--jobs"),
      (["run", "--formats", "jpg"], "--formats"),
      (["run", "--only", "surfaces"], "did you mean 'surface'"),
    ])
  func mistakes(_ arguments: [String], _ part: String) throws {
    let workspace = try Workspace()
    let run = try Tool.run(arguments, in: workspace.folder)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try workspace.snapshot(of: ".").isEmpty)
  }

  @Test("init writes a study that runs as it stands, and overwrites nothing")
  func initialize() throws {
    let workspace = try Workspace()
    #expect(try Tool.run(["init", "mine.yaml"], in: workspace.folder).status == 0)
    let text = try workspace.read("mine.yaml")
    #expect(try Tool.run(["init", "mine.yaml"], in: workspace.folder).status == 64)
    #expect(try workspace.read("mine.yaml") == text)
    let small = text.replacingOccurrences(of: "starts: 50 ", with: "starts: 2 ")
      .replacingOccurrences(of: "budget: 2000 ", with: "budget: 50 ")
    try workspace.write(small, to: "mine.yaml")
    let run = try Tool.run(["mine.yaml", "--output", "report", "--quiet", "--formats", "svg"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(workspace.exists("report/index.html"))
  }
}
