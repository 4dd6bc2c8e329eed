import Certificates
import Objectives

extension Survey {
  /// The share of a one-dimensional domain from which descent leads to the global minimum: from one maximum to the next.
  ///
  /// Nil in more dimensions, and where not all stationary points are known and proved.
  func globalBasinShare(of objective: any Objective) -> Double? {
    guard objective.dimension == 1, let stationary = landscape?.stationary, stationary.isComplete else { return nil }
    let (lower, upper) = (objective.domain.lower[0], objective.domain.upper[0])
    let borders = [lower] + stationary.points.filter { $0.kind != .minimum && !$0.isBoundary }.map { $0.x[0] }.sorted()
    var share = 0.0
    for (left, right) in zip(borders, borders.dropFirst() + [upper]) {
      if objective.minimum.minimizers.contains(where: { left <= $0[0] && $0[0] <= right }) { share += right - left }
    }
    return share / (upper - lower)
  }
}
