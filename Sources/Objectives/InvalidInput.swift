/// A mistake in what a user asked for: which key, which value, what is allowed.
public struct InvalidInput: Error, Sendable, Equatable, CustomStringConvertible {
  public let key: String
  /// The offending text as the user wrote it; empty where something is missing.
  public let value: String
  /// What would have been right, as the end of the sentence "… is not allowed: ".
  public let allowed: String

  public init(key: String, value: String, allowed: String) {
    self.key = key
    self.value = value
    self.allowed = allowed
  }

  public var description: String {
    value.isEmpty ? "\(key): \(allowed)" : "\(key): '\(value)' is not allowed; \(allowed)"
  }

  /// An unknown `value` for `key`, naming the closest of `choices` or, where none is close, all of them.
  public static func unknown(_ key: String, _ value: String, choices: [String]) -> InvalidInput {
    if let nearest = nearest(to: value, among: choices) {
      return InvalidInput(key: key, value: value, allowed: "did you mean '\(nearest)'?")
    }
    return InvalidInput(
      key: key, value: value,
      allowed: choices.isEmpty ? "none is allowed here" : "expected one of \(choices.joined(separator: ", "))")
  }

  /// The choice that is least edits from `word`, a third of its length at most, or else one that contains it; or nil.
  public static func nearest(to word: String, among choices: [String]) -> String? {
    let lowered = word.lowercased()
    let ranked = choices.map { (choice: $0, edits: editDistance(lowered, $0.lowercased())) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
    if best.edits < best.choice.count, best.edits <= Swift.max(1, best.choice.count / 3) { return best.choice }
    return word.count < 3 ? nil : choices.first { $0.lowercased().contains(lowered) }
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (Damerau, Communications of the ACM 7, 1964).
  static func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars.prefix(64))
    let b = Array(b.unicodeScalars.prefix(64))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let substituted = rows[i][j] + (a[i] == b[j] ? 0 : 1)
        var edits = Swift.min(row[j] + 1, rows[i][j + 1] + 1, substituted)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = Swift.min(edits, rows[i - 1][j - 1] + 1) }
        row.append(edits)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}

/// Every mistake found in one piece of input, in the order of the text.
public struct InvalidInputs: Error, Sendable, Equatable, CustomStringConvertible {
  public var all: [InvalidInput]
  public init(_ all: [InvalidInput]) { self.all = all }
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
