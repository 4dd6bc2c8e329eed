import Foundation
import Objectives
import Optimizers
import Statistics
import Sweeps

@testable import Figures
@testable import Reports

/// Small studies, really run, and reports on them.
enum TestReport {
  static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "templates").resolvingSymlinksInPath()

  /// Sphere and Rastrigin in two dimensions and sphere in fifty: reached, local minima, and out of budget.
  static let summary = run(study(title: "Who leaves a local minimum?"))

  static func study(
    title: String, objectives: [String] = ["sphere", "rastrigin", "sphere[dimension=50]"],
    methods: [String] = ["gradient-descent[learningRate=0.01]", "gradient-descent[learningRate=0.0004]", "adam"],
    starts: Int = 12, budget: Int = 300
  ) -> Study {
    Study(
      title: title, seed: 18_446_744_073_709_551_615,
      objectives: objectives.compactMap { try? ObjectiveCatalogue.objective(Spec(parsing: $0)) },
      methods: methods.compactMap { try? MethodCatalogue.method(Spec(parsing: $0)) }, starts: starts, budget: budget,
      target: 1e-4, figures: ["contour", "surface"])
  }

  static func run(_ study: Study, change: (inout RunRecord) -> Void = { _ in }) -> Summary {
    let plan = Plan(study)
    let executor = RunExecutor(plan)
    let runs = (0..<plan.count).map { position in
      var run = executor.run(at: position)
      change(&run.record)
      return run
    }
    // A list never fails.
    return try! Summary(RunList(plan, runs))
  }

  static func figure(_ kind: String, _ objective: String?, caption: String = "What is seen.") -> Figure {
    let name = [kind, objective.map { Spec.slug(of: $0) }].compactMap { $0 }.joined(separator: "-")
    return Figure(
      kind: kind, objective: objective, name: name, caption: caption, altText: "A \(kind) of \(objective ?? "all").",
      width: 640, height: 480, files: [(.svg, Data("<svg/>".utf8)), (.png, Data([137, 80]))],
      pixelDigest: String(repeating: "ab", count: 32), command: "generate-report figure \(kind)")
  }

  static let figures = [
    figure("success-matrix", nil), figure("contour", "sphere"), figure("surface", "sphere"),
    figure("contour", "rastrigin"),
  ]
  static let missing = [
    MissingFigure(
      kind: "contour", objective: "sphere[dimension=50]",
      reason: "a contour needs two dimensions; this objective has 50", isFailure: false)
  ]

  static func report(_ summary: Summary = summary, templates: URL = templates) -> Report {
    Report(summary: summary, figures: figures, missing: missing, templates: templates)
  }

  /// The files of `report()`, rendered once for all tests.
  static let files: Result<[ReportFile], any Error> = Result { try report().files() }

  /// The text of one of the report's files; of `report()` where none is given.
  static func text(_ path: String, of report: Report? = nil) throws -> String {
    let file = try (report?.files() ?? files.get()).first { $0.path == path }
    return String(decoding: try file?.data ?? Data(), as: UTF8.self)
  }

  /// A folder of its own, removed afterwards.
  static func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  /// Every file below `folder`, with its bytes.
  static func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      contents[path] = FileManager.default.contents(atPath: folder.appending(path: path).path) ?? Data()
    }
    return contents
  }
}
