import Objectives
import Scalars

/// A proved enclosure of an objective's global minimum over its domain, and boxes that hold every global minimizer.
///
/// Found by interval branch and bound, rigorously but for one assumption: that elementary functions are within 2 units
/// in the last place, which tests check. Where the formula is undefined in a part of the domain, the minimum is over
/// the rest; where f jumps, it is the infimum.
public struct Certificate: Sendable, Equatable {
  public enum Status: String, Sendable {
    /// upper − lower is at most the tolerance.
    case certified
    /// The search ended before: the enclosure is true, but wider.
    case unfinished
  }

  /// Where the point of the upper bound comes from.
  public enum Origin: String, Sendable {
    /// A minimizer that the catalogue lists.
    case known
    /// A point that the caller supplied.
    case given
    /// Samples of the domain, with a short descent from the best.
    case sampled
    /// A point met while boxes were examined.
    case search
    /// No point with a finite value is known.
    case none
  }

  /// The objective's resolved specification.
  public let objective: String
  public let status: Status
  /// The global minimum is not below it; −∞ where nothing is known.
  public let lower: Double
  /// The global minimum is not above it: the proved value at `point`; ∞ where nothing is known.
  public let upper: Double
  /// The best point known; empty if there is none.
  public let point: [Double]
  public let origin: Origin
  public let tolerance: Double
  /// How many boxes were enclosed.
  public let boxes: Int
  /// How many boxes were left that may hold a minimizer, before those that touch were joined.
  public let boxesLeft: Int
  /// Whether the search ended unfinished since boxes that decide cannot be divided: f jumps, has a pole or is undefined
  /// there, or rounding alone is wider than the tolerance. More boxes would not help.
  public let isExhausted: Bool
  /// All global minimizers lie in these, which do not touch each other.
  public let minimizerBoxes: [MinimizerBox]

  public var gap: Double { upper - lower }
  /// Whether it is proved that there is one global minimizer and no other.
  public var hasOneMinimizer: Bool { minimizerBoxes.count == 1 && minimizerBoxes[0].holdsAtMostOne }

  /// Searches until the enclosure is at most `tolerance` wide, or `maximumBoxes` boxes were enclosed.
  ///
  /// `candidates` are points whose values may serve as the upper bound, for example the best of a sweep; those outside
  /// the domain are ignored. The answer depends on nothing but the arguments. `tolerance` > 0, `maximumBoxes` > 0.
  public static func certify(
    _ objective: any Objective, tolerance: Double = 1e-6, maximumBoxes: Int = 100_000, candidates: [[Double]] = []
  ) -> Certificate {
    precondition(tolerance > 0 && maximumBoxes > 0, "a tolerance and a number of boxes above 0 are needed")
    let objective = objective.withSlopesWhereDefined(in: objective.domain.intervals)
    var incumbent = Incumbent(objective)
    for point in objective.minimum.minimizers { incumbent.offer(point, .known) }
    for point in candidates { incumbent.offer(point, .given) }
    incumbent.sample(count: 64 * Swift.min(objective.dimension, 16), descents: 4)

    var search = BranchAndBound(objective, tolerance: tolerance, maximumBoxes: maximumBoxes, incumbent: incumbent)
    search.closeGap()
    let isClosed = search.isClosed
    if isClosed { search.refine(to: 1e-6, extraBoxes: 2000) }
    let regions = search.regions
    return Certificate(
      objective: objective.id, status: isClosed ? .certified : .unfinished, lower: search.lower,
      upper: search.incumbent.upper, point: search.incumbent.point, origin: search.incumbent.origin,
      tolerance: tolerance, boxes: search.boxes, boxesLeft: regions.count,
      isExhausted: search.isExhausted,
      minimizerBoxes: RegionClusters(objective: objective, widths: search.widths).boxes(regions))
  }
}
