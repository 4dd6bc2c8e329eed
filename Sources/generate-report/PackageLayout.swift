import Foundation
import Objectives

/// Where studies and templates are: beside the package that the executable was built in, or in the working directory.
struct PackageLayout {
  let executable: URL
  let workingDirectory: URL

  static var current: PackageLayout {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return PackageLayout(
      executable: URL(fileURLWithPath: path).resolvingSymlinksInPath(),
      workingDirectory: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
  }

  /// The folders looked into: the working directory, then the executable's own, upward.
  private var candidates: [URL] {
    var folders = [workingDirectory]
    var folder = executable.deletingLastPathComponent()
    for _ in 0..<6 where folder.path != "/" {
      folders.append(folder)
      folder = folder.deletingLastPathComponent()
    }
    return folders
  }

  /// The first `name` that exists and holds `marker`; beside the package before the working directory, which may hold
  /// something else of that name.
  private func find(_ name: String, holding marker: String) -> URL? {
    (candidates.dropFirst() + candidates.prefix(1)).map { $0.appendingPathComponent(name) }.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent(marker).path)
    }
  }

  /// The folder of page templates.
  func templates(given: String?) throws(UsageFailure) -> URL {
    if let given { return URL(fileURLWithPath: given) }
    guard let found = find("templates", holding: "index.mustache") else {
      throw UsageFailure(message: "The folder 'templates' was not found beside the package; name it with --templates.")
    }
    return found
  }

  /// The study file that the user named, or `studies/default.yaml`.
  func study(given: String?) throws(UsageFailure) -> URL {
    guard let given else {
      guard let found = find("studies", holding: "default.yaml") else {
        throw UsageFailure(message: "studies/default.yaml was not found beside the package; name a study file.")
      }
      return found.appendingPathComponent("default.yaml")
    }
    let tried = candidates.map { URL(fileURLWithPath: given, relativeTo: $0).absoluteURL }
    guard let found = tried.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      let commands = GenerateReport.configuration.subcommands.compactMap { $0.configuration.commandName }
      if let command = InvalidInput.nearest(to: given, among: commands) {
        throw UsageFailure(message: "There is no study and no command '\(given)'; did you mean '\(command)'?")
      }
      throw UsageFailure(
        message: "The study '\(given)' does not exist; 'generate-report init \(given)' writes one to start from.")
    }
    return found
  }
}
