import Foundation

/// Results go to standard output, everything else to standard error.
enum Terminal {
  /// Ends the process with exit code 70 where a result cannot be written: a lost result is no success.
  static func result(_ text: String) {
    do { try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8)) } catch {
      // A reader that has gone away (`| head`) has seen what it wanted.
      if errno == EPIPE { exit(0) }
      Self.error("the result cannot be written to standard output: \(String(cString: strerror(errno)))")
      exit(Failure.software)
    }
  }
  static func note(_ text: String) { write(text + "\n", to: .standardError) }
  static func error(_ text: String) { write("Error: " + text + "\n", to: .standardError) }
  /// Replaces the current line of a terminal.
  static func live(_ text: String) { write("\r\u{1B}[K" + text, to: .standardError) }

  /// Where even messages cannot be written, nothing is left to say.
  private static func write(_ text: String, to handle: FileHandle) { try? handle.write(contentsOf: Data(text.utf8)) }
}
