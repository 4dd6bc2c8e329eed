/// A box that may hold global minimizers; with the others of its certificate, it holds all of them.
public struct MinimizerBox: Sendable, Equatable {
  public let lower: [Double]
  public let upper: [Double]
  /// Whether it is proved that at most one point of it is a global minimizer.
  public let holdsAtMostOne: Bool

  public var center: [Double] { zip(lower, upper).map { 0.5 * $0 + 0.5 * $1 } }
  /// How far it reaches from the centre along each coordinate, rounded up.
  public var radii: [Double] {
    center.indices.map { i in
      let reach = Swift.max(upper[i] - center[i], center[i] - lower[i])
      return reach > 0 ? reach.nextUp : 0
    }
  }

  /// Whether `point` lies in it, up to `slack` outside.
  public func contains(_ point: [Double], slack: Double = 0) -> Bool {
    point.indices.allSatisfy { lower[$0] - slack <= point[$0] && point[$0] <= upper[$0] + slack }
  }
}
