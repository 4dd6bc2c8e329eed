import ArgumentParser
import Canvas
import Figures
import Foundation
import Objectives
import Reports
import Statistics
import Sweeps

struct FigureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure", abstract: "Draws one figure, for embedding in documents.")

  @Argument(help: "The kind: \(FigureCatalogue.ids.joined(separator: ", ")).")
  var kind: String

  @OptionGroup var objective: ObjectiveOptions

  @Option(help: "A method; repeat the option for several.")
  var method: [String] = []

  @Option(help: "Starts per method, the same for all.")
  var starts = 20

  @OptionGroup var sweep: SweepOptions

  @Option(help: "The file to write; its extension (.svg, .png, .pdf) says the format.")
  var output: String?

  @Option(help: "Size in CSS pixels, such as 1200x900; each kind has its own default.")
  var size: String?

  @Option(help: "light, dark, or auto: an SVG that follows its page.")
  var theme: Theme = .auto

  @Option(help: "Runs at work at the same time; by default as many as there are processors.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs is from 1 to 1024.") }
  }

  func run() async throws {
    let kind = try FigureCatalogue.kind(kind)
    let size = try size.map(FigureSize.parse)
    if !kind.showsRuns, !objective.isEmpty || !method.isEmpty {
      throw InvalidInput(
        key: objective.isEmpty ? "--method" : "--objective",
        value: (objective.objective + method).joined(separator: " "),
        allowed: "\(kind.id) shows networks that are trained for it, and takes --seed alone")
    }
    let study =
      kind.showsRuns ? try sweep.study(objectives: objective, methods: method, starts: starts) : sweep.emptyStudy
    if kind.scope == .objective, study.objectives.count != 1 {
      throw InvalidInput(
        key: "--objective", value: objective.objective.joined(separator: " "),
        allowed: "\(kind.id) takes exactly one objective")
    }
    let file =
      output ?? ([kind.id] + study.objectives.prefix(1).map { Spec.slug(of: $0.id) }).joined(separator: "-") + ".svg"
    let format = try Formats.of(file)
    let plan = Plan(study)
    var runs: [FinishedRun] = []
    _ = try await SweepRunner(plan, jobs: jobs).run(
      isDone: Array(repeating: false, count: plan.count), shouldStop: { false }, receive: { runs += $0 })
    let studio = FigureStudio(try Summary(RunList(plan, runs)), formats: [format], theme: theme, size: size)
    let exhibition = try await studio.exhibition(of: [kind.id], jobs: 1)
    for warning in exhibition.warnings { Terminal.note("Warning: \(warning)") }
    if let missing = exhibition.missing.first {
      throw UsageFailure(message: "The figure was not drawn: \(missing.reason)")
    }
    guard let data = exhibition.figures.first?.files.first?.data else { return }
    do { try WholeFile.write(data, to: URL(fileURLWithPath: file)) } catch {
      throw FileFailure(message: "'\(file)' cannot be written: \(WholeFile.problem(error))")
    }
    Terminal.result(file)
  }
}
