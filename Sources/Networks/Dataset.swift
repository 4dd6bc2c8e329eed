import Scalars

/// Rows of features, each with what a model should answer: a class, or real numbers.
public struct Dataset: Sendable, Equatable {
  /// What a model should answer, row by row.
  public enum Target: Sendable, Equatable {
    /// One whole number below `classCount` a row.
    case labels([Int], classCount: Int)
    /// `width` numbers a row, row-major.
    case values([Double], width: Int)
  }

  /// n × d, row-major.
  public let features: [Double]
  /// d.
  public let featureCount: Int
  public let target: Target

  /// Throws `InvalidModel` where counts disagree, a number is not finite, or a label is no class.
  public init(features: [Double], featureCount: Int, target: Target) throws(InvalidModel) {
    guard featureCount > 0 else { throw InvalidModel("featureCount", featureCount, allowed: "1 or more") }
    guard features.count.isMultiple(of: featureCount), !features.isEmpty else {
      throw InvalidModel("features", features.count, allowed: "a positive multiple of \(featureCount) numbers")
    }
    if let bad = features.first(where: { !$0.isFinite }) {
      throw InvalidModel("features", bad, allowed: "finite numbers")
    }
    self.features = features
    self.featureCount = featureCount
    self.target = target
    try checkTarget()
  }

  private func checkTarget() throws(InvalidModel) {
    switch target {
    case .labels(let labels, let classCount):
      guard classCount > 1 else { throw InvalidModel("classCount", classCount, allowed: "2 or more") }
      guard labels.count == count else { throw InvalidModel("labels", labels.count, allowed: "\(count), one a row") }
      if let bad = labels.first(where: { !(0..<classCount).contains($0) }) {
        throw InvalidModel("labels", bad, allowed: "0 to \(classCount - 1)")
      }
    case .values(let values, let width):
      guard width > 0 else { throw InvalidModel("width", width, allowed: "1 or more") }
      guard values.count == count * width else {
        throw InvalidModel("values", values.count, allowed: "\(count * width), \(width) a row")
      }
      if let bad = values.first(where: { !$0.isFinite }) {
        throw InvalidModel("values", bad, allowed: "finite numbers")
      }
    }
  }

  /// How many rows there are.
  public var count: Int { features.count / featureCount }

  /// How many numbers a model answers with: one a class, or one a target.
  public var outputCount: Int {
    switch target {
    case .labels(_, let classCount): classCount
    case .values(_, let width): width
    }
  }

  /// The given rows, in their order; a row may occur more than once.
  public func subset(_ rows: [Int]) throws(InvalidModel) -> Dataset {
    if let bad = rows.first(where: { !(0..<count).contains($0) }) {
      throw InvalidModel("rows", bad, allowed: "0 to \(count - 1)")
    }
    let picked = rows.flatMap { features[$0 * featureCount..<($0 + 1) * featureCount] }
    let answers: Target =
      switch target {
      case .labels(let labels, let classCount): .labels(rows.map { labels[$0] }, classCount: classCount)
      case .values(let values, let width):
        .values(rows.flatMap { values[$0 * width..<($0 + 1) * width] }, width: width)
      }
    return try Dataset(features: picked, featureCount: featureCount, target: answers)
  }
}
