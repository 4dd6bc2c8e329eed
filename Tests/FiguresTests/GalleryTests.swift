import Canvas
import Foundation
import Objectives
import Optimizers
import Statistics
import Sweeps
import Testing

@testable import Figures

@Suite("Figures of a study")
struct GalleryTests {
  static func summary(
    objectives: [String] = ["beale", "rastrigin[instance=1]", "sphere[dimension=50]"],
    methods: [String] = ["gradient-descent", "l-bfgs"], starts: Int = 4
  ) throws -> Summary {
    let study = Study(
      title: "Test", seed: 9, objectives: try objectives.map { try ObjectiveCatalogue.objective(Spec(parsing: $0)) },
      methods: try methods.map { try MethodCatalogue.method(Spec(parsing: $0)) }, starts: starts, budget: 80,
      target: 1e-4, figures: [])
    let executor = RunExecutor(Plan(study))
    return try Summary(RunList(Plan(study), (0..<study.plannedRuns).map(executor.run(at:))))
  }

  @Test("the catalogue lists every file of the gallery")
  func catalogueIsComplete() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Figures/Gallery").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { $0.dropLast(".swift".count) }
    #expect(Set(files.map(String.init)) == Set(FigureCatalogue.entries.map { "\($0)" }))
    #expect(Set(FigureCatalogue.ids).count == FigureCatalogue.entries.count)
  }

  @Test("figures come in the order of kinds and objectives, with the same bytes for one job and two")
  func exhibition() async throws {
    let studio = FigureStudio(try Self.summary(), formats: [.svg, .png])
    let one = try await studio.exhibition(of: ["success-matrix", "contour", "loss-curve"], jobs: 1)
    let two = try await studio.exhibition(of: ["success-matrix", "contour", "loss-curve"], jobs: 2)
    #expect(
      one.figures.map(\.name) == [
        "success-matrix", "contour-beale", "contour-rastrigin-instance_1", "loss-curve-beale",
        "loss-curve-rastrigin-instance_1", "loss-curve-sphere-dimension_50",
      ])
    for (a, b) in zip(one.figures, two.figures) {
      #expect(a.files.map(\.data) == b.files.map(\.data) && a.pixelDigest == b.pixelDigest)
      #expect(a.files.map(\.format) == [.svg, .png] && a.pixelDigest.count == 64)
    }
  }

  @Test("fifty dimensions have no landscape, which is said and is no failure")
  func noLandscape() async throws {
    let studio = FigureStudio(try Self.summary(objectives: ["sphere[dimension=50]"]), formats: [.svg])
    let exhibition = try await studio.exhibition(of: ["contour", "surface"], jobs: 1)
    #expect(exhibition.figures.isEmpty)
    #expect(exhibition.missing.map(\.kind) == ["contour", "surface"])
    #expect(exhibition.missing.allSatisfy { !$0.isFailure && $0.reason.contains("50") })
  }

  @Test("a study that names no figures gets those that suit it, and is told once where there is no landscape")
  func whatSuits() async throws {
    let summary = try Self.summary(objectives: ["forrester", "beale", "sphere[dimension=50]"])
    let exhibition = try await FigureStudio(summary, formats: [.svg]).exhibition(of: nil, jobs: 2)
    #expect(
      exhibition.figures.map(\.name) == [
        "success-matrix", "contour-beale", "surface-beale", "curvature-beale", "profile-forrester",
        "loss-curve-forrester", "loss-curve-beale", "loss-curve-sphere-dimension_50",
      ])
    #expect(exhibition.missing.map(\.kind) == ["contour"])
    #expect(exhibition.missing.map(\.objective) == ["sphere[dimension=50]"])
  }

  @Test("the landscape's axes are not swapped: its samples are f(x, y)")
  func axes() throws {
    // Beale's function is not symmetric: f(3, 0.5) = 0 at its minimizer, f(0.5, 3) = 301.453125… by hand below.
    let data = LandscapeData(summary: try Self.summary(), objective: 0)
    let landscape = data.landscape(samples: 19)
    #expect(landscape.globalMinimizers == [[3, 0.5]])
    #expect(landscape.field.value(x: 3, y: 0.5) == 0)
    let (x, y) = (0.5, 3.0)
    let terms = [1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y]
    #expect(abs(landscape.field.value(x: x, y: y) - terms.reduce(0) { $0 + $1 * $1 }) < 1e-9)
  }

  @Test("paths begin at the common start and end where the run ended")
  func paths() throws {
    let summary = try Self.summary()
    let data = LandscapeData(summary: summary, objective: 0)
    let trajectories = data.trajectories(of: [0, 1], starts: 0..<2) { "method \($0)" }
    #expect(trajectories.map(\.label) == ["method 0", "method 0", "method 1", "method 1"])
    #expect(trajectories[0].points[0] == trajectories[2].points[0])
    for (index, trajectory) in trajectories.enumerated() {
      let record = RunExecutor(summary.archive.plan).record(at: (index / 2) * 4 + index % 2)
      #expect(trajectory.points.first == SIMD2(record.x0[0], record.x0[1]))
      #expect(trajectory.points.last == SIMD2(record.xLast[0], record.xLast[1]))
      #expect((trajectory.end == .reached) == (record.outcome == .reached))
    }
  }

  @Test("methods that jump are drawn as dots, the others as lines")
  func shapes() throws {
    let summary = try Self.summary(objectives: ["beale"], methods: ["adam", "simulated-annealing", "random-search"])
    let data = LandscapeData(summary: summary, objective: 0)
    let shapes = data.trajectories(of: [0, 1, 2], starts: 0..<1) { "\($0)" }.map(\.shape)
    #expect(shapes == [.line, .dots, .dots])
  }

  @Test("the alternative text counts what the data count")
  func altText() throws {
    let summary = try Self.summary()
    let best = max(summary.overallSuccess(ofMethod: 0).count, summary.overallSuccess(ofMethod: 1).count)
    let matrix = SuccessMatrixFigure.plot(summary, subject: nil, size: nil)
    #expect(matrix.altText.contains("\(best) of 12 runs"), "\(matrix.altText)")
    let reached = (0..<2).reduce(0) { $0 + summary.cell(objective: 0, method: $1).success.count }
    let contour = ContourFigure.plot(summary, subject: 0, size: nil)
    #expect(contour.altText.contains("Of all 8 runs, \(reached) reached"), "\(contour.altText)")
  }

  @Test("a landscape without methods is drawn too")
  func bareLandscape() async throws {
    let summary = try Self.summary(objectives: ["himmelblau"], methods: [])
    let exhibition = try await FigureStudio(summary, formats: [.svg]).exhibition(of: ["contour", "surface"], jobs: 1)
    #expect(exhibition.figures.count == 2 && exhibition.missing.isEmpty)
    #expect(exhibition.figures[0].altText.contains("4 global minimizers"))
  }

  @Test("the command that redraws a figure quotes what a shell would interpret")
  func redrawCommand() throws {
    let study = try Self.summary(methods: ["adam[learningRate=0.01]"]).study
    let text = RedrawCommand.text(kind: "contour", objective: 1, study: study, file: "a.svg")
    #expect(
      text == "generate-report figure contour --objective 'rastrigin[instance=1]' --method 'adam[learningRate=0.01]'"
        + " --starts 4 --budget 80 --seed 9 --target 0.0001 --output a.svg")
  }
}

@Suite("Stepping along paths")
struct PathExplorerTests {
  @Test("the document is JSON with the true bands, minimizers and ends of the paths")
  func document() throws {
    let summary = try GalleryTests.summary(objectives: ["beale"])
    let json = try #require(PathExplorer(summary, objective: 0)?.json)
    let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(document["minimizers"] as? [[Double]] == [[3, 0.5]])
    let side = try #require(document["side"] as? Int)
    let bands = Array(try #require(document["bands"] as? String))
    #expect(bands.count == side * side)
    // Beale's function is highest at the upper left and right corners, and lowest near (3, 0.5), right of the middle.
    func band(_ x: Double, _ y: Double) -> Int {
      let column = Int(((x + 4.5) / 9 * Double(side - 1)).rounded())
      let row = side - 1 - Int(((y + 4.5) / 9 * Double(side - 1)).rounded())
      return Int(String(bands[row * side + column]), radix: 36) ?? -1
    }
    #expect(band(3, 0.5) < band(0, 0) && band(0, 0) < band(-4.5, 4.5) && band(3, 0.5) < band(0.5, 3))
    let runs = try #require(document["runs"] as? [[String: Any]])
    let record = RunExecutor(summary.archive.plan).record(at: 4)
    let last = try #require((runs[1]["points"] as? [[Double]])?.last)
    #expect(zip(last, record.xLast).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("other dimensions than two have none")
  func otherDimensions() throws {
    #expect(try PathExplorer(GalleryTests.summary(), objective: 2) == nil)
  }
}
