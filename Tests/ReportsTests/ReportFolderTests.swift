import Foundation
import Testing

@testable import Reports

@Suite("Writing the folder")
struct ReportFolderTests {
  @Test("a report has every file of its specification")
  func files() throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "output/default")
      try TestReport.report().write(to: target)
      let contents = try TestReport.contents(of: target)
      for path in [
        "index.html", "objectives/rastrigin.html", "methods/adam.html", "figures/contour-sphere.svg",
        "figures/contour-sphere.png", "assets/report.css", "assets/report.js", "manifest.json", "results.json",
        "runs.csv", "summary.md", "study.yaml",
      ] { #expect(contents[path]?.isEmpty == false, "\(path)") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output") == ["default"])
    }
  }

  @Test("the same summary is written with the same bytes, over the old report too")
  func sameBytes() throws {
    try TestReport.withFolder { folder in
      let (one, two) = (folder.appending(path: "one"), folder.appending(path: "two"))
      try TestReport.report().write(to: one)
      try TestReport.report(TestReport.run(TestReport.summary.study)).write(to: two)
      #expect(try TestReport.contents(of: one) == TestReport.contents(of: two))
      try TestReport.report().write(to: two)
      #expect(try TestReport.contents(of: one) == TestReport.contents(of: two))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["one", "two"])
    }
  }

  @Test("pages of an older report vanish, and what somebody put beside them stays")
  func replaced() throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "report")
      try TestReport.report().write(to: target)
      try Data("mine".utf8).write(to: target.appending(path: "notes.txt"))
      let small = TestReport.study(title: "t", objectives: ["sphere"], methods: ["adam"], starts: 1, budget: 5)
      try Report(summary: TestReport.run(small), figures: [], missing: [], templates: TestReport.templates)
        .write(to: target)
      let contents = try TestReport.contents(of: target)
      #expect(contents["notes.txt"] == Data("mine".utf8))
      #expect(contents["objectives/rastrigin.html"] == nil && contents["figures"] == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"])
    }
  }

  @Test("a folder with somebody's files is refused and left alone; an empty one is taken")
  func foreignFolder() throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "site")
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      for name in ["manifest.json", "results.json"] { try Data("{}".utf8).write(to: target.appending(path: name)) }
      let before = try TestReport.contents(of: target)
      #expect(throws: ReportError.notAReport(path: target.resolvingSymlinksInPath().path)) {
        try TestReport.report().write(to: target)
      }
      #expect(try TestReport.contents(of: target) == before)
      for name in ["manifest.json", "results.json"] {
        try FileManager.default.removeItem(at: target.appending(path: name))
      }
      try TestReport.report().write(to: target)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
    }
  }

  @Test("a file where the folder should be is refused")
  func fileInTheWay() throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "report")
      try Data("mine".utf8).write(to: target)
      #expect(throws: ReportError.self) { try TestReport.report().write(to: target) }
      #expect(try Data(contentsOf: target) == Data("mine".utf8))
    }
  }

  @Test(
    "a template that is missing or broken is named, and the report before stays",
    arguments: [
      ("objective.mustache", nil, "objective.mustache is missing"),
      ("partials/figure.mustache", nil, "partials/figure.mustache is missing"),
      ("index.mustache", "<p>{{#rows}}</p>\n{{/cells}}", "index.mustache cannot be used: line 2"),
      ("partials/whisker.mustache", "{{#open}}", "whisker.mustache cannot be used: line 1"),
    ] as [(String, String?, String)])
  func templates(path: String, text: String?, message: String) throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "report")
      try TestReport.report().write(to: target)
      let before = try TestReport.contents(of: target)
      let templates = folder.appending(path: "templates")
      try FileManager.default.copyItem(at: TestReport.templates, to: templates)
      try FileManager.default.removeItem(at: templates.appending(path: path))
      if let text { try Data(text.utf8).write(to: templates.appending(path: path)) }
      let error = #expect(throws: ReportError.self) {
        try TestReport.report(templates: templates).write(to: target)
      }
      #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
      #expect(try TestReport.contents(of: target) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["report", "templates"])
    }
  }

  @Test("a folder that cannot be written leaves the report before as it was", .enabled(if: getuid() != 0))
  func readOnly() throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "report")
      try TestReport.report().write(to: target)
      let before = try TestReport.contents(of: target)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
      #expect(throws: ReportError.self) { try TestReport.report().write(to: target) }
      #expect(try TestReport.contents(of: target) == before)
    }
  }

  @Test("what goes wrong half way leaves neither a half report nor a rest of it")
  func halfWay() throws {
    try TestReport.withFolder { folder in
      let target = folder.appending(path: "report")
      try TestReport.report().write(to: target)
      let before = try TestReport.contents(of: target)
      // The second file needs a folder where the first is a file.
      let files = [ReportFile("index.html", "x"), ReportFile("index.html/below", "y")]
      let error = #expect(throws: ReportError.self) { try ReportFolder(target).replace(with: files) }
      #expect(error?.description.contains("index.html/below cannot be written") == true, "\(error?.description ?? "")")
      #expect(try TestReport.contents(of: target) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"])
    }
  }
}
