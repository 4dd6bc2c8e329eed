import Objectives
import Scalars

/// Values of a hyper-parameter at equal distances or in equal ratios: `linear(0, 0.9, 4)`, `log(1e-4, 1, 9)`.
///
/// Both ends are values, exactly as written; those between are rounded, to 12 significant digits of `linear` and 6 of
/// `log`, so that they can be read and typed again.
struct SweepRange: Equatable {
  enum Spacing: String, CaseIterable { case linear, log }

  /// The most values of one range.
  static let largestCount = 1000

  let spacing: Spacing
  let first: Double
  let last: Double
  let count: Int

  /// Reads `text`; nil where it is not written as a range at all, and an error where it is one that cannot be.
  init?(parsing text: String, key: String) throws(InvalidInput) {
    guard let open = text.firstIndex(of: "("), let spacing = Spacing(rawValue: text[..<open].filter { $0 != " " })
    else { return nil }
    func wrong(_ allowed: String) -> InvalidInput { InvalidInput(key: key, value: text, allowed: allowed) }
    guard text.last == ")" else {
      throw wrong("expected a ')' at the end; within a list or a mapping in brackets, a range stands in quotes")
    }
    let parts = text[text.index(after: open)...].dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
    guard parts.count == 3, let first = Double(parts[0]), let last = Double(parts[1]), first.isFinite, last.isFinite,
      let count = Int(parts[2])
    else { throw wrong("expected first value, last value and how many, as in \(spacing.rawValue)(0.001, 1, 4)") }
    guard (2...Self.largestCount).contains(count) else {
      throw wrong("expected from 2 to \(Self.largestCount) values")
    }
    guard first != last else { throw wrong("expected two different ends") }
    guard spacing == .linear || first > 0 && last > 0 else { throw wrong("expected ends above 0 of equal ratios") }
    (self.spacing, self.first, self.last, self.count) = (spacing, first, last, count)
  }

  var values: [Double] {
    (0..<count).map { index in
      if index == 0 { return first }
      if index == count - 1 { return last }
      let share = Double(index) / Double(count - 1)
      switch spacing {
      case .linear: return (first + share * (last - first)).rounded(toSignificant: 12)
      case .log:
        let (a, b) = (Elementary.log(first), Elementary.log(last))
        return Elementary.exp(a + share * (b - a)).rounded(toSignificant: 6)
      }
    }
  }
}
