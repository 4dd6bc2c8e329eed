import ArgumentParser
import Canvas
import Experiments
import Figures
import Foundation
import Objectives
import Reports
import Statistics
import Sweeps

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a study and writes its report (no argument: studies/default.yaml).")

  @Argument(help: "The study, a YAML file.")
  var study: String?

  @Option(help: "The folder of the report; by default output/ and the study's name.")
  var output: String?

  @Option(help: "An SQLite file that keeps the runs; what it holds is not run again.")
  var store: String?

  @Option(help: "Runs at work at the same time; by default as many as there are processors.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "File formats of the figures, separated by commas: svg, png, pdf.")
  var formats = "svg,png"

  @Option(help: "Draw only this kind of figure; repeat the option for several.")
  var only: [String] = []

  @Option(help: "The folder of page templates; by default templates/ beside the package.")
  var templates: String?

  @Flag(help: "Run everything again, whatever the store holds.")
  var force = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Option(help: "auto, plain or none.")
  var progress: Progress.Style = .auto

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs is from 1 to 1024.") }
  }

  func run() async throws {
    let layout = PackageLayout.current
    let file = try layout.study(given: study)
    let formats = try Formats.parse(formats)
    for kind in only { _ = try FigureCatalogue.kind(kind) }
    var study = try read(file)
    if !only.isEmpty { study.figures = FigureCatalogue.ids.filter(only.contains) }
    let templates = try layout.templates(given: templates)
    let folder = URL(
      fileURLWithPath: output ?? "output/\(file.deletingPathExtension().lastPathComponent)", isDirectory: true)
    try Report.preflight(templates: templates, folder: folder)

    let clock = ContinuousClock()
    var tunings: [MethodTuning] = []
    var tuningSessions: [SweepSession] = []
    let tuning = try await clock.measure {
      for (method, choosing) in study.tuningStudies {
        let session = try self.session(Plan(choosing), folder, store: store.map { "\($0)-tune-\(method)" })
        tuningSessions.append(session)
        tunings.append(MethodTuning(method: method, summary: try await self.summary(session)))
      }
    }
    study = study.tuned(by: tunings)

    let session = try self.session(Plan(study), folder, store: store)
    let sweepBegin = clock.now
    var summary = try await self.summary(session)
    summary.tunings = tunings
    let sweeping = clock.now - sweepBegin
    summary.models = try await ModelQuality.all(of: summary, jobs: jobs, shouldStop: { Interruption.isRequested })
    summary.surveys = await Survey.all(of: summary, jobs: jobs, shouldStop: { Interruption.isRequested })
    let isDecided = try await decide(&summary)
    let surveying = clock.now - sweepBegin - sweeping
    var exhibition = FigureStudio.Exhibition()
    let drawing = try await clock.measure {
      exhibition = try await FigureStudio(summary, formats: formats).exhibition(
        of: study.figures, jobs: jobs, shouldStop: { Interruption.isRequested })
    }
    guard isDecided, !Interruption.isRequested else {
      Terminal.note(session.interruptionNote)
      throw ExitCode(Failure.interrupted)
    }
    let report = Report(
      summary: summary, figures: exhibition.figures, missing: exhibition.missing, templates: templates)
    let writing = try clock.measure { try report.write(to: folder) }
    for session in tuningSessions + [session] { session.finish() }
    try conclude(
      summary, exhibition, report: folder, headline: report.headline, [tuning + sweeping, surveying, drawing, writing])
  }

  private func session(_ plan: Plan, _ folder: URL, store: String?) throws -> SweepSession {
    try SweepSession(plan, folder: folder, store: store, force: force, jobs: jobs, progress: quiet ? .none : progress)
  }

  /// The summary of all runs of a session's plan; throws the exit code of an interruption where some are not there.
  private func summary(_ session: SweepSession) async throws -> Summary {
    guard let runs = try await session.runs() else {
      Terminal.note(session.interruptionNote)
      throw ExitCode(Failure.interrupted)
    }
    return try Summary(runs)
  }

  /// Runs the experiments on networks that claims rest on, and decides all claims; whether it was left to finish.
  private func decide(_ summary: inout Summary) async throws -> Bool {
    let experiments = summary.study.claims.compactMap { claim -> (claim: String, id: String, replications: Int)? in
      guard case .experiment(let id, let replications) = claim.rule else { return nil }
      return (claim.id, id, replications)
    }
    let progress = Progress(
      quiet ? .none : progress, total: experiments.reduce(0) { $0 + $1.replications },
      of: "replications of experiments")
    var results: [String: ExperimentResult] = [:]
    var done = 0
    for experiment in experiments {
      let result = try await ExperimentCatalogue.run(
        experiment.id, replications: experiment.replications, seed: summary.study.seed, jobs: jobs,
        shouldStop: { Interruption.isRequested }, didFinish: { progress.show(done: done + $0) })
      guard let result else { return false }
      results[experiment.claim] = result
      done += experiment.replications
    }
    summary.findings = try Finding.all(in: summary, experiments: results)
    return true
  }

  private func read(_ file: URL) throws -> Study {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw UsageFailure(message: "The study '\(file.path)' cannot be read as text.")
    }
    return try StudyReader.study(from: text, file: file.lastPathComponent, figureKinds: FigureCatalogue.ids)
  }

  /// Says what came out; throws exit code 1 where something failed.
  private func conclude(
    _ summary: Summary, _ exhibition: FigureStudio.Exhibition, report: URL, headline: String, _ times: [Duration]
  ) throws {
    let complete = summary.complete
    let failedFigures = exhibition.missing.filter(\.isFailure)
    if !quiet {
      for warning in exhibition.warnings { Terminal.note("Warning: \(warning)") }
      let parts = zip(["sweep", "proofs", "figures", "report"], times).map { "\($0) \($1.seconds)" }
      Terminal.note("\(complete.done) runs, \(exhibition.figures.count) figures: \(parts.joined(separator: ", "))")
      Terminal.result(headline)
      Terminal.result(report.appendingPathComponent("index.html").path)
    }
    for figure in failedFigures {
      Terminal.error("the figure \(figure.kind) of \(figure.objective ?? "the study") failed: \(figure.reason)")
    }
    if complete.failed > 0 { Terminal.error("\(complete.failed) of \(complete.planned) runs failed; see runs.csv") }
    if !failedFigures.isEmpty || complete.failed > 0 { throw ExitCode(Failure.incomplete) }
  }
}

extension Duration {
  /// In seconds, to a tenth.
  fileprivate var seconds: String {
    let tenths = (components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
