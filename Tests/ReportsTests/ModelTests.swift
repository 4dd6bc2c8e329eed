import Foundation
import Objectives
import Statistics
import Sweeps
import Testing

@testable import Reports

@Suite("Models that runs ended with")
struct ModelTests {
  private static let summary = TestReport.run(
    TestReport.study(
      title: "Networks", objectives: ["digits-network[rows=100,hidden=4,batch=25]", "xor-network"],
      methods: ["adam[learningRate=0.02]", "gradient-descent"], starts: 6, budget: 200))

  /// Labels of the runs' own last weights, counted row by row.
  private static func accuracies(_ method: Int) throws -> [Double] {
    let objective = try #require(summary.study.objectives[0].withoutNoise as? NetworkObjective)
    let test = try #require(objective.test)
    guard case .labels(let labels, _) = test.dataset.target else { return [] }
    var accuracies: [Double] = []
    try summary.archive.forEachRecord(in: summary.archive.plan.positions(ofCell: method)) { record in
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
  func accuracy() throws {
    for method in 0..<2 {
      let sorted = try Self.accuracies(method).sorted()
      let quality = try #require(Self.summary.cell(objective: 0, method: method).model)
      let spread = try #require(quality.testAccuracy)
      #expect((spread.median - (sorted[2] + sorted[3]) / 2).magnitude < 1e-12)
      #expect((spread.q10 - (sorted[0] + sorted[1]) / 2).magnitude < 1e-12)
    }
    #expect(Self.summary.cell(objective: 1, method: 0).model == nil)
  }

  @Test("the page of a model and results.json say what its runs ended with; those of other objectives do not")
  func pages() throws {
    let report = TestReport.report(Self.summary)
    let name = "objectives/\(Spec.slug(of: Self.summary.study.objectives[0].id)).html"
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
