import Foundation

/// JSON of the small commands: one document, keys sorted, numbers as the shortest decimals that read back.
enum JSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// A number that JSON may not have: NaN and infinity become null.
  struct Number: Encodable {
    let value: Double
    init(_ value: Double) { self.value = value }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
    }
  }
}

/// How a small command prints its result.
enum OutputFormat: String, CaseIterable {
  case text, json
}
