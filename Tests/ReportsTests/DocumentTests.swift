import Foundation
import Sweeps
import Testing

@testable import Figures
@testable import Reports

@Suite("manifest.json, summary.md and study.yaml")
struct DocumentTests {
  @Test("the manifest has every figure with what is needed to embed it, and what is missing")
  func manifest() throws {
    let data = Data(try TestReport.text("manifest.json").utf8)
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let figures = try #require(manifest["figures"] as? [[String: Any]])
    #expect(figures.map { $0["file"] as? String }.contains("figures/contour-rastrigin.svg"))
    #expect(figures.count == 4)
    for key in ["file", "kind", "caption", "alt", "width", "height", "sha256", "command"] {
      #expect(figures[1][key] != nil && !(figures[1][key] is NSNull), "\(key)")
    }
    let missing = try #require(manifest["missing"] as? [[String: Any]])
    #expect(missing.first?["reason"] as? String == "a contour needs two dimensions; this objective has 50")
  }

  @Test("JSON text survives quotes, control characters and every alphabet")
  func text() throws {
    let text = "\"\\ \n\r\t\u{0}\u{1F} / é \u{2028} 🎯 e\u{301}"
    let document = JSON.object([("a", .text(text)), ("b", .array([.number(.nan), .number(0.5), .null]))]).document
    let parsed = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any]
    #expect((parsed?["a"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    #expect((parsed?["b"] as? [Any])?.count == 3)
    #expect(document.contains(" / "), "slashes are not escaped")
  }

  @Test("the summary has the headline, the completeness line and a row per method, best first")
  func summary() throws {
    let text = try TestReport.text("summary.md")
    let lines = text.split(separator: "\n").map { String($0) }
    #expect(lines.first == "# Who leaves a local minimum?")
    #expect(text.contains("108 runs planned = 108 done + 0 failed"))
    let rows = lines.filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(rows.count == 3)
    let order = rows.compactMap { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.dropFirst().first
    }.compactMap { $0.split(separator: "\u{A0}").first.flatMap { Int($0) } }
    #expect(order.count == 3 && order == order.sorted(by: >))
    #expect(text.contains("contour of sphere\\[dimension=50\\]: a contour needs two dimensions"))
  }

  @Test("failed runs are listed with their reason, and Markdown in them is text")
  func failures() throws {
    let study = TestReport.study(title: "a | b <i>", objectives: ["sphere"], methods: ["adam"], starts: 3, budget: 5)
    let summary = TestReport.run(study) { record in
      record.outcome = .failed
      record.reason = "failed: `x` | y"
    }
    let text = try TestReport.text("summary.md", of: TestReport.report(summary))
    #expect(text.contains("# a \\| b &lt;i>"))
    #expect(text.contains("3\u{A0}runs of adam on sphere: failed: \\`x\\` \\| y"))
    #expect(text.contains("3 runs planned = 0 done + 3 failed"))
  }

  @Test("the study is written as it resolves")
  func study() throws {
    #expect(try TestReport.text("study.yaml") == TestReport.summary.study.yaml)
  }

  @Test("variants of one function have pages and labels of their own")
  func variants() {
    let study = TestReport.study(title: "t", objectives: ["sphere", "sphere[instance=1]"])
    let names = Names(study).objectives
    #expect(Set(names.map { $0.path.lowercased() }).count == 2)
    #expect(names.map(\.label) == ["Sphere", "Sphere (instance 1)"])
  }
}
