import Foundation

/// The folder that a report lives in, replaced as a whole.
///
/// Whenever the process dies, the folder holds the whole old report or the whole new one; at worst neither is in place
/// for the moment between two renamings, and the next process puts the old one back.
struct ReportFolder {
  private let target: URL
  private let temporaries: Temporaries
  /// Where the new report grows, and where the old one waits until the new one is in place.
  private var fresh: URL { temporaries.url(.new) }
  private var retired: URL { temporaries.url(.old) }

  init(_ url: URL) {
    // Through symbolic links, so that a link to a report's folder stays a link.
    target = url.standardizedFileURL.resolvingSymlinksInPath()
    temporaries = Temporaries(target: target)
  }

  private var manager: FileManager { .default }

  /// Makes sure that the folder may be replaced and that there is room to write beside it.
  func prepare() throws(ReportError) {
    recover()
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

  /// Puts right what a killed process left: a report that it had taken away is put back, the rest is removed.
  ///
  /// A report that was taken away is no longer needed once another is in its place, which holds the same foreign files.
  private func recover() {
    for left in temporaries.abandoned(.old) {
      if manager.fileExists(atPath: target.path) {
        try? manager.removeItem(at: left)
      } else {
        try? manager.moveItem(at: left, to: target)
      }
    }
    for left in temporaries.abandoned(.new) { try? manager.removeItem(at: left) }
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
        try file.write(to: url)
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
    try keepForeignFiles()
    try attempt(target) { try manager.moveItem(at: target, to: retired) }
    do throws(ReportError) {
      try attempt(target) { try manager.moveItem(at: fresh, to: target) }
    } catch {
      try? manager.moveItem(at: retired, to: target)
      throw error
    }
    try attempt(retired) { try manager.removeItem(at: retired) }
  }

  /// Gives the new report what the old one holds and did not write itself: somebody's notes, a store, another figure.
  ///
  /// The files stay in the old report as well, as second names of the same file where the file system has such: so
  /// there is no moment at which they are in neither.
  private func keepForeignFiles() throws(ReportError) {
    let ours = Set(writtenFiles(of: target))
    let paths: [String] = try attempt(target) { try manager.subpathsOfDirectory(atPath: target.path).sorted() }
    for path in paths where !ours.contains(path) {
      let (old, new) = (target.appending(path: path), fresh.appending(path: path))
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: old.path, isDirectory: &isFolder), !isFolder.boolValue,
        !manager.fileExists(atPath: new.path)
      else { continue }
      try attempt(new) {
        try manager.createDirectory(at: new.deletingLastPathComponent(), withIntermediateDirectories: true)
        if link(old.path, new.path) != 0 { try manager.copyItem(at: old, to: new) }
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
      throw .notWritten(
        path: url.path, problem: WholeFile.problem(error) + "; put that right and run the same command again")
    }
  }
}
