import Foundation
import Objectives
import Statistics
import Sweeps
import Testing

@testable import Figures
@testable import Reports

@Suite("The page of evidence")
struct EvidenceTests {
  private static func report(figures: [Figure] = []) throws -> Report {
    var study = TestReport.study(title: "Evidence", starts: 30)
    study.claims = [
      Claim(
        id: "adam", statement: "Adam <b>wins</b>", rule: .moreOften(.reached), methods: [2], against: [1],
        objectives: [0, 1]),
      Claim(
        id: "convex", statement: "All arrive", rule: .shareAtLeast(0.5, .reached), methods: [0], objectives: [0]),
    ]
    var summary = TestReport.run(study)
    summary.findings = try Finding.all(in: summary)
    return Report(summary: summary, figures: figures, missing: [], templates: TestReport.templates)
  }

  @Test("every claim stands there with its verdict and its effect, on both pages and in the data")
  func pages() throws {
    let report = try Self.report()
    let evidence = Page(try TestReport.text("evidence.html", of: report))
    let index = Page(try TestReport.text("index.html", of: report))
    #expect(evidence.problem == nil && index.problem == nil)
    let data = Data(try TestReport.text("results.json", of: report).utf8)
    let results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let claims = try #require(results["claims"] as? [[String: Any]])
    #expect(claims.compactMap { $0["id"] as? String } == ["adam", "convex"])
    for claim in claims {
      let statement = try #require(claim["statement"] as? String)
      let verdict = try #require(claim["verdict"] as? String)
      #expect(["supported", "contradicted", "undecided"].contains(verdict))
      #expect(evidence.text.contains(statement) && index.text.contains(statement))
      #expect(evidence.text.contains(verdict))
      let (low, high) = (try #require(claim["low"] as? Double), try #require(claim["high"] as? Double))
      let effect = try #require(claim["effect"] as? Double)
      #expect(low <= effect && effect <= high)
    }
    let summary = try TestReport.text("summary.md", of: report)
    #expect(summary.contains("## Claims"))
  }

  @Test("the table of global and local minima adds up what the cells say")
  func comparison() throws {
    let report = try Self.report()
    let data = Data(try TestReport.text("results.json", of: report).utf8)
    let results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let cells = try #require(results["cells"] as? [[String: Any]])
    func runs(_ outcome: String) -> Int { cells.reduce(0) { $0 + (($1["outcomes"] as? [String: Int])?[outcome] ?? 0) } }
    let total = cells.reduce(0) { $0 + ($1["runs"] as? Int ?? 0) }
    let text = Page(try TestReport.text("evidence.html", of: report)).text
    #expect(runs("reached") > 0 && runs("localMinimum") > 0)
    for count in [runs("reached"), runs("localMinimum")] {
      #expect(text.contains(Words.interval(Proportion(count: count, of: total))))
    }
    let distinct = Set(
      cells.flatMap { cell in
        ((cell["minima"] as? [[String: Any]]) ?? []).map { "\(cell["objective"] ?? "") \($0["at"] ?? "")" }
      })
    #expect(text.contains("\(distinct.count) that caught runs"))
  }

  @Test(
    "the page has the figure for narrow pages as a source, and what trained networks show under headings of its own")
  func figures() throws {
    let kinds = ["evidence", "evidence-narrow", "minima-comparison", "random-plane", "random-surface", "minima-line"]
    let report = try Self.report(figures: kinds.map { TestReport.figure($0, nil) })
    let evidence = try TestReport.text("evidence.html", of: report)
    #expect(Page(evidence).problem == nil)
    #expect(evidence.contains(#"<source media="(max-width: 40rem)" srcset="figures/evidence-narrow.svg""#))
    #expect(evidence.contains(#"id="figure-evidence""#) && !evidence.contains(#"id="figure-evidence-narrow""#))
    let order = ["figure-minima-comparison", "exhibit-random-plane", "figure-random-surface", "figure-minima-line"]
    let places = try order.map { try #require(evidence.range(of: "id=\"\($0)\"")).lowerBound }
    #expect(places == places.sorted())
    // One heading for both pictures of one plane; none for what is not there.
    #expect(!evidence.contains("exhibit-random-surface") && !evidence.contains("exhibit-training-plane"))
    #expect(!(try TestReport.text("index.html", of: report)).contains("random-plane"))
  }

  @Test("without claims, and so without this page, the first page shows such figures")
  func onTheFirstPage() throws {
    let figures = [TestReport.figure("random-plane", nil)]
    let report = Report(
      summary: TestReport.summary, figures: figures, missing: [], templates: TestReport.templates)
    #expect(try TestReport.text("index.html", of: report).contains("id=\"figure-random-plane\""))
  }

  @Test("every kind that the page takes over exists")
  func kinds() { #expect(EvidencePage.kinds.allSatisfy { FigureCatalogue.ids.contains($0) }) }

  @Test("a study without claims has no page of evidence")
  func none() throws {
    #expect(try TestReport.files.get().contains { $0.path == "evidence.html" } == false)
    #expect(!(try TestReport.text("index.html")).contains("evidence.html"))
  }
}
