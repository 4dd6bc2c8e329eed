import Foundation

/// Another program that does the same work: it prints its evaluations and seconds, or why it cannot.
struct Peer {
  let name: String
  /// Of the folder `peers`.
  let script: String
  let library: String

  /// Million evaluations a second on `starts`, a file; or why there is no figure, in words.
  func rate(_ method: String, starts: URL, budget: Int, in folder: URL) -> Result<Double, Missing> {
    let arguments = [library, method, starts.path, String(budget)]
    if script.hasSuffix(".c") { return compiled(arguments, in: folder) }
    var missing = Missing(why: "no Python")
    for python in Self.pythons {
      switch Self.run([python, folder.appendingPathComponent(script).path] + arguments) {
      case .success(let rate): return .success(rate)
      case .failure(let why): missing = why
      }
    }
    return .failure(missing)
  }

  struct Missing: Error { let why: String }

  /// Pythons to ask for a library, in this order: `PEER_PYTHON`, separated by spaces.
  private static let pythons = (ProcessInfo.processInfo.environment["PEER_PYTHON"] ?? "python3")
    .split(separator: " ").map(String.init)

  private func compiled(_ arguments: [String], in folder: URL) -> Result<Double, Missing> {
    let program = FileManager.default.temporaryDirectory.appendingPathComponent("peer-\(library)").path
    let source = folder.appendingPathComponent(script).path
    _ = Self.output(["cc", "-O3", "-march=native", "-ffast-math", source, "-o", program, "-lm"])
    return Self.run([program] + arguments.dropFirst())
  }

  private static func run(_ command: [String]) -> Result<Double, Missing> {
    guard let text = output(command) else { return .failure(Missing(why: "does not run: \(command[0])")) }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let evaluations = Double(words[0]), let seconds = Double(words[1]) else {
      return .failure(Missing(why: text.isEmpty ? "failed" : text))
    }
    return .success(evaluations / seconds / 1e6)
  }

  /// What a command prints; nil if it cannot be started.
  private static func output(_ command: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
