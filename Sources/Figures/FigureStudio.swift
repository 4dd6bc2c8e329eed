import Canvas
import Jobs
import Foundation
import Objectives
import Statistics
import Sweeps

/// Draws the figures of a summary, several at once, each in every format asked for.
public struct FigureStudio: Sendable {
  public let summary: Summary
  public let formats: [FigureFormat]
  public let theme: Theme
  /// Nil lets each kind choose its own size.
  public let size: Size?

  public init(_ summary: Summary, formats: [FigureFormat], theme: Theme = .auto, size: Size? = nil) {
    self.summary = summary
    self.formats = formats
    self.theme = theme
    self.size = size
  }

  /// What a study's figures came to, in the order of its kinds and objectives.
  public struct Exhibition: Sendable {
    public var figures: [Figure] = []
    public var missing: [MissingFigure] = []
    /// What was drawn otherwise than asked, each once: a font that is not installed, for example.
    public var warnings: [String] = []

    public init() {}
  }

  /// Draws every figure of `kinds`, `jobs` at a time. The result does not depend on `jobs`.
  ///
  /// - Parameter kinds: what was asked for, and is missing where it cannot be drawn; nil for whatever suits the study.
  /// - Parameter shouldStop: asked before every figure; where it says yes, no other is begun.
  public func exhibition(
    of kinds: [String]?, jobs: Int, shouldStop: @Sendable () -> Bool = { false }
  ) async throws(InvalidInput) -> Exhibition {
    var requests: [(kind: any FigureKind.Type, subject: Int?)] = []
    for id in kinds ?? FigureCatalogue.ids {
      let kind = try FigureCatalogue.kind(id)
      switch kind.scope {
      case .study: requests.append((kind, nil))
      case .objective: requests += summary.study.objectives.indices.map { (kind, $0) }
      case .claim: requests += summary.study.claims.indices.map { (kind, $0) }
      }
    }
    let all = requests.filter { kinds != nil || $0.kind.suits(summary, subject: $0.subject) }
    let results = await inParallel(all.count, jobs: jobs, shouldStop: shouldStop) { index in
      self.result(all[index].kind, all[index].subject)
    }
    var exhibition = Exhibition()
    for (request, result) in zip(all, results) {
      switch result {
      case .success(let (figure, warnings))?:
        exhibition.figures.append(figure)
        for warning in warnings where !exhibition.warnings.contains(warning) { exhibition.warnings.append(warning) }
      case .failure(let missing)?:
        exhibition.missing.append(
          MissingFigure(
            kind: request.kind.id, objective: name(of: request.subject, request.kind),
            reason: missing.reason, isFailure: missing.isFailure))
      case nil: break
      }
    }
    return exhibition
  }

  /// The objective's specification or the claim's name.
  private func name(of subject: Int?, _ kind: any FigureKind.Type) -> String? {
    subject.map { kind.scope == .claim ? summary.study.claims[$0].id : summary.study.objectives[$0].id }
  }

  private struct MissingReason: Error {
    let reason: String
    let isFailure: Bool
  }

  private func result(
    _ kind: any FigureKind.Type, _ subject: Int?
  ) -> Result<(Figure, [String]), MissingReason> {
    if let obstacle = kind.obstacle(in: summary, subject: subject) {
      return .failure(MissingReason(reason: obstacle, isFailure: false))
    }
    do { return .success(try figure(kind, subject)) } catch {
      return .failure(MissingReason(reason: "\(error)", isFailure: true))
    }
  }

  /// One figure and the warnings that drawing it gave.
  func figure(_ kind: any FigureKind.Type, _ subject: Int?) throws -> (Figure, [String]) {
    let plotted = try kind.plot(summary, subject: subject, size: size)
    let named = self.name(of: subject, kind)
    let name = ([kind.id] + (named.map { [Spec.slug(of: $0)] } ?? [])).joined(separator: "-")
    let command = RedrawCommand.text(
      kind: kind.id, objective: kind.scope == .objective ? subject : nil, study: summary.study, file: name + ".svg")
    let metadata = FigureMetadata(
      title: plotted.title, description: plotted.altText,
      provenance: [
        .init("study", summary.study.title), .init("seed", String(summary.study.seed)), .init("command", command),
      ])
    let drawing = Drawing(size: plotted.size, theme: theme, metadata: metadata)
    var files: [(format: FigureFormat, data: Data)] = []
    var warnings: [String] = []
    var digest: String?
    for format in formats {
      let rendered = try drawing.render(format, plotted.draw)
      files.append((format, rendered.data))
      warnings += rendered.warnings.map(\.description)
      digest = digest ?? rendered.pixelDigest
    }
    if digest == nil { digest = try drawing.render(.png, plotted.draw).pixelDigest }
    let figure = Figure(
      kind: kind.id, objective: kind.scope == .objective ? named : nil,
      claim: kind.scope == .claim ? named : nil, name: name, caption: plotted.caption, altText: plotted.altText,
      width: Int(plotted.size.width.rounded()), height: Int(plotted.size.height.rounded()), files: files,
      pixelDigest: digest ?? "", command: command)
    return (figure, warnings)
  }
}
