import Certificates
import Objectives

extension Survey {
  /// The share of a one-dimensional domain from which descent leads to the global minimum: from one maximum to the next.
  ///
  /// Nil in more dimensions, and where not all stationary points are known and proved.
  package func globalBasinShare(of objective: any Objective) -> Double? {
    globalBasins(of: objective).map { basins in
      basins.reduce(0) { $0 + $1.upperBound - $1.lowerBound } / objective.domain.widths[0]
    }
  }

  /// Where descent leads to the global minimum, in ascending order.
  package func globalBasins(of objective: any Objective) -> [ClosedRange<Double>]? {
    guard objective.dimension == 1, let stationary = landscape?.stationary, stationary.isComplete else { return nil }
    let (lower, upper) = (objective.domain.lower[0], objective.domain.upper[0])
    let borders = [lower] + stationary.points.filter { $0.kind != .minimum && !$0.isBoundary }.map { $0.x[0] }.sorted()
    return zip(borders, borders.dropFirst() + [upper]).filter { left, right in
      objective.minimum.minimizers.contains { left <= $0[0] && $0[0] <= right }
    }.map { $0...$1 }
  }
}
