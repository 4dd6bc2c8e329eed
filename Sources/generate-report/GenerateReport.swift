import ArgumentParser
import Foundation

/// The command line: it parses, validates and calls; what it calls lives in the other modules.
@main
struct GenerateReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-report",
    abstract: "Measures how often optimizers reach the global minimum, and draws where the others end.",
    discussion: """
      Exit codes: 0 done and complete; 1 done, but runs or figures failed (they are listed); 64 bad usage or study; \
      70 internal error; 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      RunCommand.self, FigureCommand.self, MinimizeCommand.self, EvaluateCommand.self, ListCommand.self,
      CertifyCommand.self, LandscapeCommand.self, InitCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() async {
    // A closed pipe, or a file grown beyond its limit, is seen as an error of the write, not as the process's death.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      Terminal.error(failure.message)
      exit(withError: ExitCode(failure.code))
    }
  }
}

/// The tool's version, which is part of what a run store is valid for.
enum Version {
  static let text = "0.1.0"
}
