/// What became of a run. Every planned run has exactly one outcome.
public enum Outcome: String, Sendable, Codable, CaseIterable {
  /// The best value came within the target of the global minimum.
  case reached
  /// Not reached, but local descent from the last iterate arrives: out of budget, or hovering.
  case inGlobalBasin
  /// Local descent from the last iterate ends in a minimum that is not global.
  case localMinimum
  /// The last iterate rests on a stationary point with a direction of negative curvature.
  case saddle
  /// Gradient and curvature vanish around the last iterate.
  case plateau
  /// The last iterate, and where it descends to, lie outside the domain.
  case outsideDomain
  /// NaN, infinity, or beyond 10¹² times the domain's size.
  case diverged
  /// The run ended with an error.
  case failed
}
