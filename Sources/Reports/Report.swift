import Canvas
import Figures
import Foundation
import Statistics

/// A report: pages for people, and the same numbers as files for programs. The same summary gives the same bytes.
public struct Report {
  private let material: ReportMaterial
  private let templates: URL

  /// - Parameters:
  ///   - figures: in the order in which pages show them.
  ///   - missing: figures asked for that are not there; pages say why.
  ///   - templates: the folder with the Mustache pages, `partials/` and `assets/`.
  public init(summary: Summary, figures: [Figure], missing: [MissingFigure], templates: URL) {
    material = ReportMaterial(summary: summary, figures: figures, missing: missing)
    self.templates = templates
  }

  /// The answer to the study's question, in one or two sentences.
  public var headline: String { material.headline }

  /// Writes the report to the folder `url`, replacing the report that is there.
  ///
  /// Everything is rendered before anything is written, into a folder beside `url` that then takes its place. Files that
  /// somebody put into the old report's folder are kept. On an error the old report stays as it was.
  public func write(to url: URL) throws(ReportError) {
    try ReportFolder(url).replace(with: files())
  }

  /// Finds out before a long sweep whether a report could be written: the templates read, the folder replaceable.
  ///
  /// Leaves nothing behind but the folder's parent, which is made if it is missing.
  public static func preflight(templates: URL, folder: URL) throws(ReportError) {
    _ = try Templates(in: templates)
    try ReportFolder(folder).prepare()
  }

  /// Every file of the report, in a fixed order.
  func files() throws(ReportError) -> [ReportFile] {
    let templates = try Templates(in: self.templates)
    let summary = material.summary
    var files = [ReportFile("index.html", try templates.render(IndexPage(material), with: .index))]
    if !summary.findings.isEmpty {
      files.append(ReportFile("evidence.html", try templates.render(EvidencePage(material), with: .evidence)))
    }
    for (index, name) in material.names.objectives.enumerated() {
      files.append(ReportFile(name.path, try templates.render(ObjectivePage(index, material), with: .objective)))
    }
    for (index, name) in material.names.methods.enumerated() {
      files.append(ReportFile(name.path, try templates.render(MethodPage(index, material), with: .method)))
    }
    for figure in material.figures {
      files += figure.files.map { ReportFile(path: figure.path($0.format), data: $0.data) }
    }
    files += templates.assets
    files.append(ReportFile("results.json", ResultsDocument(summary: summary).json.document))
    files.append(ReportFile(path: "runs.csv", write: RunTable(summary: summary).write))
    if let models = ModelRunTable(summary) { files.append(ReportFile("models.csv", models.text)) }
    files.append(ReportFile("summary.md", SummaryText(material: material).markdown))
    files.append(ReportFile("study.yaml", summary.study.yaml))
    let written = files.map(\.path) + ["manifest.json"]
    let manifest = ManifestDocument(figures: material.figures, missing: material.missing, written: written)
    files.append(ReportFile("manifest.json", manifest.json.document))
    return files
  }
}
