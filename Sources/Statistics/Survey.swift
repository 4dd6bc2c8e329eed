import Certificates
import Jobs
import Objectives
import Sweeps

/// What is proved of an objective, whatever its runs did.
public struct Survey: Sendable {
  /// The enclosure of the global minimum; nil beyond `largestDimension`, and for what is costly.
  public let certificate: Certificate?
  /// Stationary points and convexity; nil beyond two dimensions.
  public let landscape: LandscapeReport?
  /// All local minima of the domain that the search found, lowest first; empty where there was no search.
  public let minima: [StationaryPoint]

  /// For the search for stationary points: some seconds at most, which thousands of them need.
  public static let landscapeLimits = SearchLimits(boxes: 1_000_000)
  /// Beyond so many coordinates, branch and bound has little hope.
  static let largestDimension = 6
  /// A few seconds at most: many coordinates make a box expensive.
  private static func boxes(dimension: Int) -> Int { dimension <= 2 ? 20_000 : 5_000 }

  /// Surveys `objective`; `swept` are points that may serve as an upper bound of its minimum.
  public init(of objective: any Objective, swept: [[Double]] = []) {
    certificate =
      objective.dimension <= Self.largestDimension && !objective.isCostly
      ? Certificate.certify(objective, maximumBoxes: Self.boxes(dimension: objective.dimension), candidates: swept)
      : nil
    landscape =
      objective.dimension <= 2
      ? LandscapeReport(of: objective, limits: Self.landscapeLimits) : nil
    minima = landscape?.stationary?.points.filter { $0.kind == .minimum } ?? []
  }

  /// Which of `minima` a run came to rest in, counted from 1 for the lowest; nil if none of them.
  public func rank(of minimum: LocalMinimum, in domain: Box) -> Int? {
    let near = 1e-4 * domain.diagonal
    let tolerance = 1e-4 * Swift.max(1, minimum.value.magnitude)
    let match = minima.indices.filter { index in
      zip(minima[index].x, minimum.at).allSatisfy { ($0 - $1).magnitude <= near }
        && (minima[index].value - minimum.value).magnitude <= tolerance
    }.min { distance(minima[$0].x, minimum.at) < distance(minima[$1].x, minimum.at) }
    return match.map { $0 + 1 }
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// The surveys of a study's objectives, `jobs` at a time. They do not depend on `jobs`.
  ///
  /// - Parameter shouldStop: asked before every survey; where it says yes, the answer is empty.
  public static func all(
    of summary: Summary, jobs: Int, shouldStop: () -> Bool = { false }
  ) async -> [Survey] {
    let study = summary.study
    let best = study.objectives.indices.map { index in
      let points = study.methods.indices.compactMap { summary.cell(objective: index, method: $0).best }
      return points.min { $0.value < $1.value }.map { [$0.x] } ?? []
    }
    let surveys = await inParallel(study.objectives.count, jobs: jobs, shouldStop: shouldStop) {
      Survey(of: study.objectives[$0], swept: best[$0])
    }
    let all = surveys.compactMap { $0 }
    return all.count == surveys.count ? all : []
  }
}
