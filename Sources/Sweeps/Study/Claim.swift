import Objectives

/// A statement about methods that a study puts to the test.
public struct Claim: Sendable, Equatable {
  /// Names the claim in files.
  public let id: String
  /// What is claimed, as a sentence.
  public let statement: String
  public let rule: Rule
  /// Positions in the study's lists: the methods the claim is about, those they are compared with, and where.
  public let methods: [Int]
  public let against: [Int]
  public let objectives: [Int]

  /// What the runs must show.
  public enum Rule: Sendable, Equatable {
    /// The methods' runs end with the outcome more often than those they are compared with, from the same starts.
    case moreOften(Outcome)
    case lessOften(Outcome)
    /// Each of the methods has at least, or at most, this share of runs with the outcome, on each of the objectives.
    case shareAtLeast(Double, Outcome)
    case shareAtMost(Double, Outcome)
    /// Each of the methods succeeds as often as starts lie in the basin of the global minimum, give or take the margin.
    case basinShare(margin: Double)
    /// Each of the methods, which make this many runs of the method that they are compared with, succeeds as often as
    /// 1 − (1 − p)^k says, give or take the margin.
    case restarts(count: Int, margin: Double)
    /// An experiment on networks, of this many replications, says so; the study's methods and objectives have no part in it.
    case experiment(String, replications: Int)
  }

  public init(
    id: String, statement: String, rule: Rule, methods: [Int], against: [Int] = [], objectives: [Int]
  ) {
    self.id = id
    self.statement = statement
    self.rule = rule
    self.methods = methods
    self.against = against
    self.objectives = objectives
  }
}

extension Claim.Rule {
  /// As a study names them.
  static let names = [
    "more-often", "less-often", "share-at-least", "share-at-most", "basin-share", "restarts", "experiment",
  ]

  /// The keys of a claim that say this, with their values.
  var entries: [(key: String, value: String)] {
    switch self {
    case .moreOften(let outcome): [("rule", "more-often"), ("outcome", outcome.rawValue)]
    case .lessOften(let outcome): [("rule", "less-often"), ("outcome", outcome.rawValue)]
    case .shareAtLeast(let share, let outcome):
      [("rule", "share-at-least"), ("outcome", outcome.rawValue), ("share", share.shortest)]
    case .shareAtMost(let share, let outcome):
      [("rule", "share-at-most"), ("outcome", outcome.rawValue), ("share", share.shortest)]
    case .basinShare(let margin): [("rule", "basin-share"), ("margin", margin.shortest)]
    case .restarts(let count, let margin):
      [("rule", "restarts"), ("restarts", String(count)), ("margin", margin.shortest)]
    case .experiment(let id, let replications):
      [("rule", "experiment"), ("experiment", id), ("replications", String(replications))]
    }
  }

  var compares: Bool {
    switch self {
    case .moreOften, .lessOften, .restarts: true
    case .shareAtLeast, .shareAtMost, .basinShare, .experiment: false
    }
  }

  /// Whether the study's own runs decide.
  public var isAboutRuns: Bool { if case .experiment = self { false } else { true } }
}
