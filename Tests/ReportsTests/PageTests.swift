import Foundation
import Statistics
import Sweeps
import Testing

@testable import Figures
@testable import Reports

@Suite("Pages")
struct PageTests {
  private static func pages(_ report: Report? = nil) throws -> [(path: String, page: Page)] {
    try (report?.files() ?? TestReport.files.get()).filter { $0.path.hasSuffix(".html") }
      .map { ($0.path, Page(String(decoding: try $0.data, as: UTF8.self))) }
  }

  @Test("there is a page for the study, for every objective and for every method, each well-formed")
  func wellFormed() throws {
    let pages = try Self.pages()
    #expect(
      pages.map(\.path) == [
        "index.html", "objectives/sphere.html", "objectives/rastrigin.html", "objectives/sphere-dimension_50.html",
        "methods/gradient-descent-learningRate_0.01.html", "methods/gradient-descent-learningRate_0.0004.html",
        "methods/adam.html",
      ])
    for (path, page) in pages { #expect(page.problem == nil, "\(path): \(page.problem ?? "")") }
  }

  @Test("headings start with one h1 and skip no level; landmarks and a skip link are there")
  func structure() throws {
    for (path, page) in try Self.pages() {
      let levels = page.headings
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path)")
      for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(path)") }
      for landmark in ["main", "header", "footer", "title"] {
        #expect(page.all(landmark).count >= 1, "\(path) \(landmark)")
      }
      #expect(page.all("main").count == 1)
      #expect(page.all("a").first?.attributes["href"] == "#main")
      #expect(page.all("html").first?.attributes["lang"] == "en")
    }
  }

  @Test("every image has a description and a size; every table has a caption, and headers with a scope")
  func described() throws {
    for (path, page) in try Self.pages() {
      for image in page.all("img") {
        #expect(image.attributes["alt"]?.isEmpty == false, "\(path)")
        #expect(Int(image.attributes["width"] ?? "") == 640 && Int(image.attributes["height"] ?? "") == 480)
      }
      #expect(page.all("caption").count == page.all("table").count, "\(path)")
      for header in page.all("th") { #expect(header.attributes["scope"] != nil, "\(path)") }
      #expect(Set(page.ids).count == page.ids.count, "an id stands twice in \(path)")
    }
  }

  @Test("every link and every file named by a page is in the report, and none leads out of it")
  func links() throws {
    let paths = Set(try TestReport.files.get().map(\.path))
    let pages = Dictionary(uniqueKeysWithValues: try Self.pages())
    for (path, page) in pages {
      let folder = path.split(separator: "/").dropLast().map { String($0) }
      for element in page.elements {
        for key in ["href", "src"] {
          guard let reference = element.attributes[key] else { continue }
          #expect(!reference.contains(":") && !reference.hasPrefix("//"), "\(path) refers to \(reference)")
          let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          var resolved = folder
          for part in parts[0].split(separator: "/") {
            if part == ".." { resolved.removeLast() } else { resolved.append(String(part)) }
          }
          let file = parts[0].isEmpty ? path : resolved.joined(separator: "/")
          #expect(paths.contains(file), "\(path) refers to \(reference)")
          if parts.count > 1 { #expect(pages[file]?.ids.contains(String(parts[1])) == true, "\(path): \(reference)") }
        }
      }
    }
  }

  @Test("labels and descriptions refer to elements that are there")
  func references() throws {
    for (path, page) in try Self.pages() {
      for element in page.elements {
        for key in ["aria-labelledby", "aria-describedby", "for"] {
          guard let id = element.attributes[key] else { continue }
          #expect(page.ids.contains(id), "\(path): \(key)=\(id)")
        }
      }
    }
  }

  @Test("no page has an event handler or an address on the network")
  func selfContained() throws {
    for file in try TestReport.files.get() where file.path.hasSuffix(".html") || file.path.hasPrefix("assets/") {
      let text = String(decoding: try file.data, as: UTF8.self)
      #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("@import"), "\(file.path)")
    }
    for (path, page) in try Self.pages() {
      for element in page.elements { #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(path)") }
    }
  }

  @Test(
    "a hostile title stays text",
    arguments: [
      "<script>alert(1)</script>", "\" onload=\"alert(1)", "a & b < c", "'\"><img src=x>",
      "{{headline}} {{{headline}}}",
      "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{301}script>", "tab\tand\u{0}\u{1B}control",
    ])
  func escaping(title: String) throws {
    var study = TestReport.study(title: title, objectives: ["sphere"], methods: ["adam"], starts: 1, budget: 5)
    study.title = title
    let figure = TestReport.figure("contour", "sphere", caption: title)
    let hostile = Figure(
      kind: "contour", objective: "sphere", name: "contour-sphere", caption: title, altText: title, width: 640,
      height: 480, files: figure.files, pixelDigest: "", command: title)
    let report = Report(
      summary: TestReport.run(study), figures: [hostile],
      missing: [MissingFigure(kind: "surface", objective: "sphere", reason: title, isFailure: true)],
      templates: TestReport.templates)
    for (path, page) in try Self.pages(report) {
      #expect(page.problem == nil, "\(path): \(page.problem ?? "")")
      // The one script that runs is the report's own.
      #expect(
        page.all("script").filter { $0.attributes["type"] != "application/json" }
          .map { $0.attributes["src"]?.hasSuffix("assets/report.js") } == [true])
      #expect(page.all("img").allSatisfy { $0.attributes["src"]?.hasSuffix("contour-sphere.svg") == true })
      #expect(page.elements.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
    }
    let index = try #require(try Self.pages(report).first?.page)
    let visible = title.unicodeScalars.filter { $0.value >= 0x20 }.map { String($0) }.joined()
    let shown = index.text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x200B }.map { String($0) }.joined()
    #expect(shown.contains(visible.replacing("\t", with: " ")) || title.contains("\t"))
  }

  @Test("a figure that is missing is named with its reason")
  func missingFigures() throws {
    for (path, page) in try Self.pages() where path == "index.html" || path.contains("_50") {
      #expect(page.text.contains("a contour needs two dimensions; this objective has 50"), "\(path)")
    }
  }

  @Test("the matrix has a row per method and counts with intervals")
  func matrix() throws {
    let page = Page(try TestReport.text("index.html"))
    let rows = page.all("tr").filter { $0.attributes["data-method"] != nil }
    #expect(rows.count == 4 * 3, "three methods in four tables")
    let cell = TestReport.summary.cell(objective: 1, method: 2)
    #expect(page.text.contains("\(cell.success.count)\u{A0}of\u{A0}12"))
  }

  @Test("an objective in 50 dimensions is described without listing 50 coordinates")
  func manyDimensions() throws {
    let page = Page(try TestReport.text("objectives/sphere-dimension_50.html"))
    #expect(page.text.contains("[−5.12, 5.12]⁵⁰"))
    #expect(page.text.contains("(0, …, 0)"))
  }

  @Test("one method, one objective and one start make a report")
  func smallest() throws {
    let study = TestReport.study(title: "One", objectives: ["sphere"], methods: ["adam"], starts: 1, budget: 5)
    let report = Report(summary: TestReport.run(study), figures: [], missing: [], templates: TestReport.templates)
    for (path, page) in try Self.pages(report) { #expect(page.problem == nil, "\(path)") }
  }

  @Test("a study that was interrupted says how many runs are missing")
  func interrupted() throws {
    let whole = TestReport.summary
    let executor = RunExecutor(Plan(whole.study))
    let half = try Summary(
      RunList(Plan(whole.study), (0..<whole.study.plannedRuns).map { $0 < 50 ? executor.run(at: $0) : nil }))
    let text = Page(try TestReport.text("index.html", of: TestReport.report(half))).text
    #expect(text.contains("108 runs planned = 50 done + 0 failed + 58 not run yet"))
    #expect(text.contains("not run"))
  }

  @Test("a formula's lowered and raised parts are told apart")
  func formulas() {
    func shown(_ formula: String) -> String {
      FormulaPart.parts(formula).map { $0.isSubscript ? "[\($0.text)]" : $0.isSuperscript ? "<\($0.text)>" : $0.text }
        .joined()
    }
    #expect(shown("Σ_{i<n} 100 (x_{i+1} − x_i²)²") == "Σ[i<n] 100 (x[i+1] − x[i]²)²")
    #expect(shown("11^n local minima") == "11<n> local minima")
    #expect(shown("a_10 + b_") == "a[10] + b_")
    #expect(shown("x_{i") == "x_{i")
  }
}
