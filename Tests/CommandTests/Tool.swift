import Foundation

/// Runs the built command as its users do.
struct Tool {
  let status: Int32
  let output: String
  let errors: String

  /// The executable beside the test bundle.
  static var executable: URL {
    var folder = Bundle.module(for: Marker.self)
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("generate-report")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        (try? candidate.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    preconditionFailure("the executable is built beside the tests")
  }

  @discardableResult
  static func run(_ arguments: [String], in folder: URL, executable: URL? = nil) throws -> Tool {
    let process = Process()
    process.executableURL = executable ?? self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files rather than pipes: a long report of mistakes must not block the child.
    let outputFile = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let errorFile = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Tool(
      status: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8))
  }
}

private final class Marker {}

extension Bundle {
  /// The folder that holds the test executable.
  fileprivate static func module(for type: AnyClass) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }
}

/// A folder of its own for a test, removed with it.
final class Workspace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("workspace-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func data(of name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  /// In bytes.
  func size(of name: String) throws -> Int {
    try folder.appendingPathComponent(name).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  /// Every file below the folder with its bytes.
  func snapshot(of name: String) throws -> [String: Data] {
    let root = folder.appendingPathComponent(name)
    var files: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      let url = root.appendingPathComponent(path)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = try Data(contentsOf: url)
      }
    }
    return files
  }
}
