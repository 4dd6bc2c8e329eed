import Objectives
import Sweeps

/// Global minima beside local ones, over all runs of a study: what articles tabulate, as numbers that were measured.
public struct MinimaComparison: Sendable {
  /// Runs that ended there.
  public let reached: Proportion
  public let caught: Proportion
  /// Runs that ended in neither.
  public let elsewhere: Proportion
  /// Distinct ones known, or found.
  public let globalMinimizers: Int
  public let localMinima: Int
  /// Evaluations per run that arrived: until the target, and until the end.
  public let evaluationsReached: Double?
  public let evaluationsCaught: Double?
  /// f − f* of the runs that were caught: the median and the 10 % and 90 % quantiles.
  public let gap: (median: Double, q10: Double, q90: Double)?
  /// The method with the largest share of runs there, and that share.
  public let mostReached: (method: Int, share: Proportion)?
  public let mostCaught: (method: Int, share: Proportion)?

  public init(_ summary: Summary) {
    let cells = summary.cells
    let runs = cells.reduce(0) { $0 + $1.runs }
    reached = Proportion(count: cells.reduce(0) { $0 + $1.outcomes[.reached] }, of: runs)
    caught = Proportion(count: cells.reduce(0) { $0 + $1.outcomes[.localMinimum] }, of: runs)
    elsewhere = Proportion(count: runs - reached.count - caught.count, of: runs)
    globalMinimizers = summary.study.objectives.reduce(0) { $0 + $1.minimum.minimizers.count }
    localMinima = summary.minima.reduce(0) { $0 + $1.all.count }
    let successes = cells.reduce(0) { $0 + $1.spentReaching }
    evaluationsReached = reached.count > 0 ? Double(successes) / Double(reached.count) : nil
    let spent = cells.reduce(0) { $0 + $1.spentCaught }
    evaluationsCaught = caught.count > 0 ? Double(spent) / Double(caught.count) : nil
    gap = Self.gap(summary)
    func most(_ outcome: Outcome) -> (method: Int, share: Proportion)? {
      let shares = summary.study.methods.indices.map { method in
        let own = cells.filter { $0.method == method }
        return Proportion(
          count: own.reduce(0) { $0 + $1.outcomes[outcome] }, of: own.reduce(0) { $0 + $1.runs })
      }
      let best = shares.indices.max { (shares[$0].rate, $1) < (shares[$1].rate, $0) }
      return best.flatMap { shares[$0].count > 0 ? ($0, shares[$0]) : nil }
    }
    mostReached = most(.reached)
    mostCaught = most(.localMinimum)
  }

  /// Quantiles of the gaps of caught runs, each counted as often as its minimum caught runs.
  private static func gap(_ summary: Summary) -> (median: Double, q10: Double, q90: Double)? {
    var counts: [Double: Int] = [:]
    for cell in summary.cells {
      let least = summary.study.objectives[cell.objective].minimum.value
      for (minimum, count) in cell.minima {
        counts[summary.minima[cell.objective].all[minimum].value - least, default: 0] += count
      }
    }
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return nil }
    let sorted = counts.sorted { $0.key < $1.key }
    func quantile(_ probability: Double) -> Double {
      var seen = 0
      for (gap, count) in sorted {
        seen += count
        if Double(seen) >= probability * Double(total) { return gap }
      }
      return sorted[sorted.count - 1].key
    }
    return (quantile(0.5), quantile(0.1), quantile(0.9))
  }
}
