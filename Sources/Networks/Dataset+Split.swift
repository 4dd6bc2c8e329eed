import Scalars

/// Row numbers of one data set in three parts that share none.
public struct DataSplit: Sendable, Equatable {
  /// What a model learns from.
  public let train: [Int]
  /// What decides when to stop.
  public let validation: [Int]
  /// What nothing is decided by.
  public let test: [Int]

  public init(train: [Int], validation: [Int] = [], test: [Int] = []) {
    self.train = train
    self.validation = validation
    self.test = test
  }
}

extension Dataset {
  /// All rows at random in three parts; `validation` and `test` are shares of the rows, rounded to whole rows.
  ///
  /// Throws `InvalidModel` unless the shares are non-negative and leave a row to train with.
  public func split(
    validation: Double, test: Double, using generator: inout SeededGenerator
  ) throws(InvalidModel) -> DataSplit {
    for (key, share) in [("validation", validation), ("test", test)] where !(share >= 0 && share < 1) {
      throw InvalidModel(key, share, allowed: "a share of at least 0 and below 1")
    }
    let rows = Array(0..<count).shuffled(using: &generator)
    let first = Int((validation * Double(count)).rounded())
    let second = first + Int((test * Double(count)).rounded())
    guard second < count else {
      throw InvalidModel("validation + test", validation + test, allowed: "a share that leaves rows to train with")
    }
    return DataSplit(
      train: Array(rows[second...]), validation: Array(rows[..<first]), test: Array(rows[first..<second]))
  }

  /// The same rows, where a share of the labels of `rows` is replaced by another class, uniformly.
  ///
  /// Every replaced label is wrong; `share` of the rows, rounded, are replaced. Throws for real targets.
  public func withLabelNoise(
    _ share: Double, on rows: [Int], using generator: inout SeededGenerator
  ) throws(InvalidModel) -> Dataset {
    guard share >= 0, share <= 1 else { throw InvalidModel("share", share, allowed: "0 to 1") }
    guard case .labels(var labels, let classCount) = target else {
      throw InvalidModel("target", "values", allowed: "labels, which alone can be confused")
    }
    if let bad = rows.first(where: { !(0..<count).contains($0) }) {
      throw InvalidModel("rows", bad, allowed: "0 to \(count - 1)")
    }
    let hit = rows.shuffled(using: &generator).prefix(Int((share * Double(rows.count)).rounded()))
    for row in hit { labels[row] = (labels[row] + 1 + generator.index(below: classCount - 1)) % classCount }
    return try Dataset(
      features: features, featureCount: featureCount, target: .labels(labels, classCount: classCount))
  }
}
