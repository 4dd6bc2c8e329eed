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
    try refuseFixedFolder()
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
      try swap()
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

  /// A folder is replaced by moving another into its place, which neither a mount point nor a working directory bears.
  private func refuseFixedFolder() throws(ReportError) {
    let here = URL(fileURLWithPath: manager.currentDirectoryPath).resolvingSymlinksInPath().path
    if here == target.path || here.hasPrefix(target.path == "/" ? "/" : target.path + "/") {
      throw .notWritten(path: target.path, problem: "it is or holds the working directory; name a folder below it")
    }
    var own = stat()
    var parent = stat()
    guard stat(target.path, &own) == 0, stat(target.deletingLastPathComponent().path, &parent) == 0 else { return }
    if own.st_dev != parent.st_dev {
      throw .notWritten(
        path: target.path, problem: "it is a mount point, which cannot be replaced; name a folder below it")
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
  private func swap() throws(ReportError) {
    guard manager.fileExists(atPath: target.path) else {
      try attempt(target) { try manager.moveItem(at: fresh, to: target) }
      return
    }
    if let mode = try? manager.attributesOfItem(atPath: target.path)[.posixPermissions] {
      try attempt(target) { try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: fresh.path) }
    }
    try attempt(target) { try manager.moveItem(at: target, to: retired) }
    do throws(ReportError) {
      try attempt(target) { try manager.moveItem(at: fresh, to: target) }
    } catch {
      try? manager.moveItem(at: retired, to: target)
      throw error
    }
    try keepForeignFiles()
    try attempt(retired) { try manager.removeItem(at: retired) }
  }

  /// Carries over what the old report did not write itself: somebody's notes, a store, another figure.
  private func keepForeignFiles() throws(ReportError) {
    let ours = Set(writtenFiles(of: retired))
    let paths: [String] = try attempt(retired) { try manager.subpathsOfDirectory(atPath: retired.path).sorted() }
    for path in paths where !ours.contains(path) {
      let (old, new) = (retired.appending(path: path), target.appending(path: path))
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: old.path, isDirectory: &isFolder), !isFolder.boolValue,
        !manager.fileExists(atPath: new.path)
      else { continue }
      try attempt(new) {
        try manager.createDirectory(at: new.deletingLastPathComponent(), withIntermediateDirectories: true)
        try manager.moveItem(at: old, to: new)
      }
    }
  }

  /// What the manifest of the report in `folder` says that it wrote.
  private func writtenFiles(of folder: URL) -> [String] {
    struct Manifest: Decodable { let written: [String]? }
    guard let data = try? Data(contentsOf: folder.appending(path: "manifest.json")) else { return [] }
    return (try? JSONDecoder().decode(Manifest.self, from: data))?.written ?? []
  }

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
