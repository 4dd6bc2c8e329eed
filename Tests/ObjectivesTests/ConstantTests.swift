import Foundation
import Scalars
import Testing

@Suite("Constants in formulas")
struct ConstantTests {
  /// `Interval(decimal:)` takes multiples of 1/256 below a million as exact, which only up to 15 digits is sure.
  @Test("no constant of more than 15 digits rounds to a number that an enclosure takes as exact")
  func enclosed() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Objectives")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var seen = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /[0-9][0-9_]*\.[0-9_]+/) {
        let text = match.output.replacing("_", with: "")
        let digits = text.filter(\.isNumber).drop { $0 == "0" }
        guard digits.count > 15, let value = Double(text) else { continue }
        seen += 1
        let enclosure = Interval(decimal: value)
        #expect(enclosure.lower < value && value < enclosure.upper, "\(match.output) in \(file.lastPathComponent)")
      }
    }
    #expect(seen > 10)
  }
}
