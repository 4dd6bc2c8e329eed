/// The iterates of one run in the plane, as a line on a landscape.
public struct Trajectory: Sendable {
  /// How the run ended, told by its end mark.
  public enum End: Sendable {
    /// It reached the global minimum: a filled mark.
    case reached
    /// It ended elsewhere: a hollow mark.
    case notReached
  }

  public var label: String
  public var style: SeriesStyle
  /// Iterates in order, start first. A point that is not finite interrupts the line.
  public var points: [SIMD2<Double>]
  public var end: End

  public init(label: String, style: SeriesStyle, points: [SIMD2<Double>], end: End) {
    self.label = label
    self.style = style
    self.points = points
    self.end = end
  }

  /// The trajectories by label, in the order in which labels first appear: one group a method.
  static func grouped(_ trajectories: [Trajectory]) -> [[Trajectory]] {
    var groups: [[Trajectory]] = []
    var places: [String: Int] = [:]
    for trajectory in trajectories {
      if let place = places[trajectory.label] {
        groups[place].append(trajectory)
      } else {
        places[trajectory.label] = groups.count
        groups.append([trajectory])
      }
    }
    return groups
  }
}
