import Foundation

/// The folder that a report lives in, replaced as a whole.
struct ReportFolder {
  private let target: URL
  /// Where the new report grows, and where the old one waits until the new one is in place. Siblings of the target, since
  /// only within one file system is moving a folder a single operation; named for the process, so that two never meet.
  private let fresh: URL
  private let retired: URL

  init(_ url: URL) {
    // Through symbolic links, so that a link to a report's folder stays a link.
    let target = url.standardizedFileURL.resolvingSymlinksInPath()
    let parent = target.deletingLastPathComponent()
    let process = ProcessInfo.processInfo.processIdentifier
    self.target = target
    fresh = parent.appending(path: ".\(target.lastPathComponent).new-\(process)")
    retired = parent.appending(path: ".\(target.lastPathComponent).old-\(process)")
  }

  private var manager: FileManager { .default }

  /// Makes sure that the folder may be replaced and that there is room to write beside it.
  func prepare() throws(ReportError) {
    try refuseForeignFolder()
    let parent = fresh.deletingLastPathComponent()
    try attempt(parent) { try manager.createDirectory(at: parent, withIntermediateDirectories: true) }
    try attempt(target) { try manager.createDirectory(at: fresh, withIntermediateDirectories: false) }
    try attempt(target) { try manager.removeItem(at: fresh) }
  }

  /// Writes `files` beside the folder and moves them into its place.
  func replace(with files: [ReportFile]) throws(ReportError) {
    try prepare()
    do throws(ReportError) {
      try write(files)
      try swap(ours: Set(files.compactMap { $0.path.split(separator: "/").first.map { String($0) } }))
    } catch {
      try? manager.removeItem(at: fresh)
      throw error
    }
  }

  private func refuseForeignFolder() throws(ReportError) {
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw .notAReport(path: target.path) }
    let entries: [String] = try attempt(target) { try manager.contentsOfDirectory(atPath: target.path) }
    guard !entries.isEmpty else { return }
    let manifest = (try? Data(contentsOf: target.appending(path: "manifest.json"))) ?? Data()
    let mark = Data(#""schema": "\#(ManifestDocument.schema)""#.utf8)
    guard entries.contains("results.json"), manifest.prefix(200).range(of: mark) != nil else {
      throw .notAReport(path: target.path)
    }
  }

  private func write(_ files: [ReportFile]) throws(ReportError) {
    try attempt(fresh) { try manager.createDirectory(at: fresh, withIntermediateDirectories: false) }
    for file in files {
      let url = fresh.appending(path: file.path)
      try attempt(target.appending(path: file.path)) {
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.data.write(to: url)
      }
    }
  }

  /// Puts the new folder in the old one's place; if that fails, the old one back.
  private func swap(ours: Set<String>) throws(ReportError) {
    guard manager.fileExists(atPath: target.path) else {
      try attempt(target) { try manager.moveItem(at: fresh, to: target) }
      return
    }
    try attempt(target) { try manager.moveItem(at: target, to: retired) }
    do throws(ReportError) {
      try attempt(target) { try manager.moveItem(at: fresh, to: target) }
    } catch {
      try? manager.moveItem(at: retired, to: target)
      throw error
    }
    try keepForeignFiles(ours: ours)
    try attempt(retired) { try manager.removeItem(at: retired) }
  }

  /// Carries over what is not part of a report: somebody's notes, a store.
  private func keepForeignFiles(ours: Set<String>) throws(ReportError) {
    let entries: [String] = try attempt(retired) { try manager.contentsOfDirectory(atPath: retired.path).sorted() }
    for entry in entries where !ours.union(Self.reportEntries).contains(entry) {
      try attempt(target.appending(path: entry)) {
        try manager.moveItem(at: retired.appending(path: entry), to: target.appending(path: entry))
      }
    }
  }

  /// What reports have at their top; an old report may have folders that the new one has not.
  private static let reportEntries: Set<String> = [
    "index.html", "objectives", "methods", "figures", "assets", "manifest.json", "results.json", "runs.csv",
    "summary.md", "study.yaml",
  ]

  /// The work's result; its error as one that names `url`.
  private func attempt<Result>(_ url: URL, _ work: () throws -> Result) throws(ReportError) -> Result {
    do { return try work() } catch {
      throw .notWritten(path: url.path, problem: Self.problem(error))
    }
  }

  /// The system's own words, "No space left on device", where there are any.
  private static func problem(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    for case let error? in [underlying, error as NSError] where error.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(error.code)))
    }
    return error.localizedDescription
  }
}
