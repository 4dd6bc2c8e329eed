import Foundation
import Testing

/// A text file beside the tests, written by the Python script of the same name.
enum Fixture {
  static func lines(_ name: String) throws -> [Substring] {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "txt"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
  }
}
