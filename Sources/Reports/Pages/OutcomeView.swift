import Objectives
import Statistics
import Sweeps

/// An outcome as a page explains it.
struct OutcomeKind {
  let outcome: Outcome
  /// CSS class and key.
  let key: String
  let label: String
  let meaning: String

  init(_ outcome: Outcome, target: Double) {
    self.outcome = outcome
    key = outcome.rawValue
    (label, meaning) =
      switch outcome {
      case .reached:
        ("Reached", "its best value came within \(Phrase.quantity(target)) of the global minimum")
      case .inGlobalBasin:
        ("Right basin", "not there yet, but local descent from its last point arrives: out of budget, or hovering")
      case .localMinimum: ("Local minimum", "it rests in the basin of a minimum that is not global")
      case .saddle: ("Saddle", "it rests on a stationary point from which the objective still falls")
      case .plateau: ("Plateau", "gradient and curvature vanish where it stopped")
      case .outsideDomain: ("Outside", "it left the domain and descends to no minimum inside")
      case .diverged: ("Diverged", "it ran into NaN or infinity, or beyond 10¹² times the domain")
      case .failed: ("Failed", "the method raised an error")
      }
  }

  static func all(target: Double) -> [OutcomeKind] { Outcome.allCases.map { OutcomeKind($0, target: target) } }
}

/// Outcome counts as a stacked bar and as cells of a table.
struct OutcomeBar {
  /// One per outcome, also where the count is 0.
  let counts: [Count]
  /// The outcomes that occurred, for the bar.
  let segments: [Count]
  /// The bar in words.
  let words: String
  let hasRuns: Bool

  struct Count {
    let key: String
    let label: String
    let number: Int
    let text: String
    let isZero: Bool
    /// Whether a segment is wide enough to print its count.
    let isWide: Bool
  }

  init(_ outcomes: [Outcome: Int], kinds: [OutcomeKind]) {
    let total = outcomes.values.reduce(0, +)
    counts = kinds.map { kind in
      let number = outcomes[kind.outcome] ?? 0
      return Count(
        key: kind.key, label: kind.label, number: number, text: Words.count(number), isZero: number == 0,
        isWide: number * 11 >= total)
    }
    segments = counts.filter { !$0.isZero }
    words =
      segments.isEmpty ? "no runs" : segments.map { "\($0.text) \($0.label.lowercased())" }.joined(separator: ", ")
    hasRuns = total > 0
  }

  /// The outcomes of several cells together.
  init(_ cells: [Cell], kinds: [OutcomeKind]) {
    var sum: [Outcome: Int] = [:]
    for cell in cells { for outcome in Outcome.allCases { sum[outcome, default: 0] += cell.outcomes[outcome] } }
    self.init(sum, kinds: kinds)
  }
}
