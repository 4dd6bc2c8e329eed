import Foundation
import Objectives
import Scalars
import Statistics
import Sweeps
import Testing

@testable import Reports

@Suite("Models that runs ended with")
struct ModelTests {
  private static let runs = TestReport.run(
    TestReport.study(
      title: "Networks", objectives: ["digits-network[rows=100,hidden=4,batch=25]", "xor-network"],
      methods: ["adam[learningRate=0.02]", "gradient-descent"], starts: 6, budget: 200))

  private static func summary(_ runs: Summary = runs, jobs: Int = 2) async throws -> Summary {
    var summary = runs
    summary.models = try await ModelQuality.all(of: summary, jobs: jobs)
    return summary
  }

  /// Labels of the runs' own last weights, counted row by row.
  private static func accuracies(_ method: Int) throws -> [Double] {
    let objective = try #require(runs.study.objectives[0].withoutNoise as? NetworkObjective)
    let test = try #require(objective.test)
    guard case .labels(let labels, _) = test.dataset.target else { return [] }
    var accuracies: [Double] = []
    try runs.archive.forEachRecord(in: runs.archive.plan.positions(ofCell: method)) { record in
      let x = record.xLast
      let hits = labels.indices.count { row in
        answer(to: Array(test.dataset.features[row * 64..<row * 64 + 64]), weights: x) == labels[row]
      }
      accuracies.append(Double(hits) / Double(labels.count))
    }
    return accuracies
  }

  /// 64-4-10 by hand: the softmax's largest is the largest sum.
  private static func answer(to pixels: [Double], weights x: [Double]) -> Int? {
    var hidden: [Double] = []
    for j in 0..<4 {
      var sum = x[256 + j]
      for i in 0..<64 { sum += x[j * 64 + i] * pixels[i] }
      hidden.append(tanh(sum))
    }
    var answers: [Double] = []
    for k in 0..<10 {
      var sum = x[300 + k]
      for j in 0..<4 { sum += x[260 + k * 4 + j] * hidden[j] }
      answers.append(sum)
    }
    return answers.indices.max { answers[$0] < answers[$1] }
  }

  @Test("accuracy in test is the share of unseen digits that the last weights get right")
  func accuracy() async throws {
    let summary = try await Self.summary()
    for method in 0..<2 {
      let sorted = try Self.accuracies(method).sorted()
      let quality = try #require(summary.model(objective: 0, method: method))
      let spread = try #require(quality.testAccuracy)
      #expect((spread.median - (sorted[2] + sorted[3]) / 2).magnitude < 1e-12)
      #expect((spread.q10 - (sorted[0] + sorted[1]) / 2).magnitude < 1e-12)
    }
    #expect(summary.model(objective: 1, method: 0) == nil)
  }

  /// The largest eigenvalue of a matrix, by powers of it.
  private static func largestEigenvalue(_ matrix: [Double], size n: Int) -> Double {
    var (v, value) = ((0..<n).map { 1 + 0.1 * sin(Double($0)) }, 0.0)
    for _ in 0..<5000 {
      let image = (0..<n).map { i in (0..<n).reduce(0.0) { $0 + matrix[i * n + $1] * v[$1] } }
      value = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
      v = image.map { $0 / value }
    }
    return value
  }

  @Test("models.csv has each run's end: its losses, gradient and curvatures, recomputed from runs.csv")
  func ends() async throws {
    let runs = TestReport.run(
      TestReport.study(
        title: "Models", objectives: ["linear-regression", "digits-network[rows=40,hidden=2,l2=0.01]", "sphere"],
        methods: ["gradient-descent[learningRate=0.05]", "l-bfgs"], starts: 3, budget: 60))
    let summary = try await Self.summary(runs)
    let report = TestReport.report(summary)
    // The bytes do not depend on the number of jobs.
    let table = try TestReport.text("models.csv", of: report)
    #expect(table == (try TestReport.text("models.csv", of: TestReport.report(try await Self.summary(runs, jobs: 1)))))
    let ends = RunRows(table)
    let models = RunRows(try TestReport.text("runs.csv", of: report)).rows.filter { $0["objective"] != "sphere" }
    #expect(ends.rows.count == 12 && models.count == 12)
    for (end, run) in zip(ends.rows, models) {
      #expect(["objective", "method", "start"].allSatisfy { end[$0] == run[$0] })
      let objective = try #require(
        summary.study.objectives.first { $0.id == run["objective"] } as? NetworkObjective)
      let x = try #require(run["xLast"]).split(separator: ";").compactMap { Double($0) }
      func number(_ key: String) throws -> Double { try #require(Double(end[key] ?? "")) }
      // A penalty is no part of the loss that is told, and of the gradient.
      let penalty = objective.id == "linear-regression" ? 0 : 0.005 * Self.squares(x, of: objective)
      let whole = try #require(Double(run["fLast"] ?? ""))
      #expect((try number("trainingLoss") + penalty - whole).magnitude < 1e-12)
      let n = x.count
      var hessian = [Double](repeating: 0, count: n * n)
      let gradient = x.indices.map { i in
        objective.dual(at: x.indices.map { Dual(variable: x[$0], lane: $0 == i ? 0 : -1) }.span).partials[0]
      }
      let norm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect((try number("gradientNorm") - norm).magnitude < 1e-10 * (1 + norm))
      objective.hessian(at: x.span, into: &hessian)
      let trace = (0..<n).reduce(0.0) { $0 + hessian[$1 * n + $1] }
      let (estimate, error) = (try number("curvatureTrace"), try number("curvatureTraceError"))
      #expect((estimate - trace).magnitude <= 5 * error + 1e-9)
      let curvatures = (1...5).compactMap { Double(end["curvature\($0)"] ?? "") }
      #expect(curvatures.count == min(n, 5) && curvatures == curvatures.sorted(by: >))
      let slack = try number("curvatureError") + 1e-9
      // Powers find what is largest in magnitude: of H shifted above 0, the largest.
      let shift = 10.0
      var shifted = hessian
      for i in 0..<n { shifted[i * n + i] += shift }
      #expect((curvatures[0] - Self.largestEigenvalue(shifted, size: n) + shift).magnitude < slack + 1e-6)
      if n < 5 { #expect((curvatures.reduce(0, +) - trace).magnitude < 1e-9) }
    }
    let plain = TestReport.report(
      TestReport.run(
        TestReport.study(
          title: "None", objectives: ["sphere"], methods: ["adam"], starts: 2, budget: 10)))
    #expect(try !plain.files().contains { $0.path == "models.csv" })
  }

  /// Σ w² over the weights, biases excepted: 64-2-10.
  private static func squares(_ x: [Double], of objective: NetworkObjective) -> Double {
    (Array(0..<128) + Array(130..<150)).reduce(0) { $0 + x[$1] * x[$1] }
  }

  @Test("the page of a model and results.json say what its runs ended with; those of other objectives do not")
  func pages() async throws {
    let report = TestReport.report(try await Self.summary())
    let name = "objectives/\(Spec.slug(of: Self.runs.study.objectives[0].id)).html"
    let page = Page(try TestReport.text(name, of: report))
    #expect(page.problem == nil)
    #expect(page.text.contains("The models that runs ended with"))
    let text = page.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(text.contains("trained with 100 rows, tested on 1,697 rows that no run saw"))
    #expect(!Page(try TestReport.text("objectives/xor-network.html", of: report)).text.contains("The models that"))
    let data = Data(try TestReport.text("results.json", of: report).utf8)
    let results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cells = try #require(results["cells"] as? [[String: Any]])
    for cell in cells {
      let model = cell["model"] as? [String: Any]
      #expect((model != nil) == (cell["objective"] as? String != "xor-network"))
      #expect(cell["claims"] == nil)
      guard let model else { continue }
      for key in [
        "trainingLoss", "trainingAccuracy", "testLoss", "testAccuracy", "leadingCurvature", "curvatureTrace", "rise",
      ] {
        let spread = try #require(model[key] as? [String: Double])
        let (low, middle, high) = (spread["q10"] ?? .nan, spread["median"] ?? .nan, spread["q90"] ?? .nan)
        #expect(low <= middle && middle <= high, "\(key)")
      }
    }
  }
}
