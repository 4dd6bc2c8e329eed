import Sweeps

/// What the tuning runs of one method say, and which variant they choose for each objective.
public struct MethodTuning: Sendable {
  /// How variants are compared, for readers.
  public static let criterion =
    "the highest success rate; of equal ones, the fewest expected evaluations, then the lowest median gap, then the first"

  /// The method's position in the study.
  public let method: Int
  /// The tuning runs, with each variant as a method.
  public let summary: Summary
  /// The position of the variant chosen, for each objective.
  public let choices: [Int]

  public init(method: Int, summary: Summary) {
    self.method = method
    self.summary = summary
    choices = summary.study.objectives.indices.map { objective in
      let cells = summary.study.methods.indices.map { summary.cell(objective: objective, method: $0) }
      return cells.indices.min { cells[$0].isBetter(than: cells[$1]) } ?? 0
    }
  }

  /// The cell of the variant chosen for an objective.
  public func chosen(onObjective objective: Int) -> Cell {
    summary.cell(objective: objective, method: choices[objective])
  }

  /// The lowest and the highest success rate of the variants on an objective: how much the choice matters.
  public func range(onObjective objective: Int) -> (worst: Proportion, best: Proportion) {
    let rates = summary.study.methods.indices.map { summary.cell(objective: objective, method: $0).success }
    let order = rates.sorted { $0.rate < $1.rate }
    return (order[0], order[order.count - 1])
  }
}

extension Cell {
  /// By the criterion of tuning.
  fileprivate func isBetter(than other: Cell) -> Bool {
    if success.count != other.success.count { return success.count > other.success.count }
    let (own, others) = (expectedRunningTime ?? .infinity, other.expectedRunningTime ?? .infinity)
    if own != others { return own < others }
    // NaN, where no run saw the domain, is the worst.
    let (gap, otherGap) = (finalGap.median, other.finalGap.median)
    return gap < otherGap || (otherGap.isNaN && !gap.isNaN)
  }
}

extension Study {
  /// The study with the variants that `tunings` choose.
  public func tuned(by tunings: [MethodTuning]) -> Study {
    var study = self
    study.tuning?.choices = objectives.indices.map { objective in
      methods.indices.map { method in tunings.first { $0.method == method }?.choices[objective] ?? 0 }
    }
    return study
  }
}
