import Foundation
import Mustache

/// The pages' templates and what lies beside them, read and checked before anything is rendered.
struct Templates {
  /// A page that a report cannot do without.
  enum Page: String, CaseIterable {
    case index, objective, method, evidence
  }

  /// CSS and scripts, copied as they are.
  let assets: [ReportFile]
  private let library: MustacheLibrary
  private let folder: URL

  init(in folder: URL) throws(ReportError) {
    // Listing a folder does not follow a link to it.
    let folder = folder.resolvingSymlinksInPath()
    self.folder = folder
    let paths = try Self.paths(in: folder)
    var texts: [String: String] = [:]
    for path in paths where path.hasSuffix(".mustache") {
      guard let text = String(data: try Self.read(path, in: folder), encoding: .utf8) else {
        throw .brokenTemplate(path: folder.appending(path: path).path, problem: "it is not UTF-8 text")
      }
      texts[String(path.dropLast(".mustache".count))] = text
    }
    for page in Page.allCases where texts[page.rawValue] == nil {
      throw .missingTemplate(path: folder.appending(path: page.rawValue + ".mustache").path)
    }
    try Self.refuseCycles(texts, in: folder)
    var library = MustacheLibrary()
    for name in texts.keys.sorted() {
      let text = texts[name] ?? ""
      let path = folder.appending(path: name + ".mustache").path
      do { try library.register(text, named: name) } catch {
        throw .brokenTemplate(path: path, problem: Self.problem(error))
      }
      // The engine renders a partial that is not there as nothing.
      for partial in Self.partials(in: text) where texts[partial] == nil {
        throw .missingTemplate(path: folder.appending(path: partial + ".mustache").path)
      }
    }
    self.library = library
    var assets: [ReportFile] = []
    for path in paths where path.hasPrefix("assets/") {
      assets.append(ReportFile(path: path, data: try Self.read(path, in: folder)))
    }
    self.assets = assets
  }

  /// The page as text. `context` is what the template may see, by the names of its properties.
  func render(_ context: Any, with page: Page) throws(ReportError) -> String {
    guard let text = library.render(TemplateContext.make(context), withTemplate: page.rawValue) else {
      throw .missingTemplate(path: folder.appending(path: page.rawValue + ".mustache").path)
    }
    return text
  }

  private static func paths(in folder: URL) throws(ReportError) -> [String] {
    do {
      // Hidden files are editors' and systems' own.
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { path in
          let isFolder = (try? folder.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
          return isFolder != true && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted()
    } catch {
      throw .missingTemplate(path: folder.appending(path: Page.index.rawValue + ".mustache").path)
    }
  }

  private static func read(_ path: String, in folder: URL) throws(ReportError) -> Data {
    let url = folder.appending(path: path)
    do { return try Data(contentsOf: url) } catch {
      throw .brokenTemplate(path: url.path, problem: error.localizedDescription)
    }
  }

  /// A template that includes itself, over others or at once, would be rendered without end.
  private static func refuseCycles(_ texts: [String: String], in folder: URL) throws(ReportError) {
    let included = texts.mapValues { partials(in: $0) }
    for name in texts.keys.sorted() {
      var pending = included[name] ?? []
      var seen: Set<String> = []
      while let next = pending.popLast() {
        if next == name {
          throw .brokenTemplate(path: folder.appending(path: name + ".mustache").path, problem: "it includes itself")
        }
        if seen.insert(next).inserted { pending += included[next] ?? [] }
      }
    }
  }

  /// The names of the partials that `text` includes.
  private static func partials(in text: String) -> [String] {
    text.matches(of: /\{\{\s*[><]\s*([A-Za-z0-9._\-\/]+)\s*\}\}/).map { String($0.output.1) }
  }

  private static func problem(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.ParserError else { return "\(error)" }
    return "line \(error.context.lineNumber), \(error.error)"
  }
}
