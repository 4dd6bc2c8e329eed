import Foundation

/// Results go to standard output, everything else to standard error.
enum Terminal {
  static func result(_ text: String) { write(text + "\n", to: .standardOutput) }
  static func note(_ text: String) { write(text + "\n", to: .standardError) }
  static func error(_ text: String) { write("Error: " + text + "\n", to: .standardError) }
  /// Replaces the current line of a terminal.
  static func live(_ text: String) { write("\r\u{1B}[K" + text, to: .standardError) }

  /// A reader that has gone away (`| head`) is no error.
  private static func write(_ text: String, to handle: FileHandle) { try? handle.write(contentsOf: Data(text.utf8)) }
}
