/// An experiment on networks, made of replications that do not know of one another: one file in `Gallery/`.
public protocol Experiment: Sendable {
  /// The name that a claim gives.
  static var id: String { get }
  /// What it measures, as a phrase that ends in what a number of it is.
  static var measure: String { get }
  static var statistic: Statistic { get }
  /// What one replication measures side by side; the last decides.
  static var rows: [String] { get }
  /// Trainings a replication takes.
  static var trainings: Int { get }
  /// What a share of replications is a share of, in the plural: "trainings", which is the default.
  static var counted: String { get }

  init() throws
  /// What one replication measures in each row, two numbers a row for a correlation, else one. Depends on the seed alone.
  func replicate(seed: UInt64) throws -> [[Double]]
}

extension Experiment {
  public static var counted: String { "trainings" }
}

/// What is made of the replications, and what a claim says of it.
public enum Statistic: Sendable, Equatable {
  /// The mean of differences, which must lie above a bound.
  case mean(above: Double)
  /// The share of replications that measure 1 and not 0.
  case share(above: Double)
  /// Spearman's correlation of the two numbers, which must lie above 0.
  case rankCorrelation
}

/// The replications of an experiment.
public struct ExperimentResult: Sendable, Equatable {
  public let id: String
  public let measure: String
  public let statistic: Statistic
  public let rows: [String]
  public let trainings: Int
  /// What a replication is in a row, in the plural.
  public let counted: String
  /// By row, then by replication.
  public let values: [[[Double]]]

  public init(
    id: String, measure: String, statistic: Statistic, rows: [String], trainings: Int, counted: String = "trainings",
    values: [[[Double]]]
  ) {
    self.id = id
    self.measure = measure
    self.statistic = statistic
    self.rows = rows
    self.trainings = trainings
    self.counted = counted
    self.values = values
  }
}
