/// The iterates of one run in the plane, as a line on a landscape.
public struct Trajectory: Sendable {
  /// How the run ended, told by its end mark.
  public enum End: Sendable {
    /// It reached the global minimum: a filled mark.
    case reached
    /// It ended elsewhere: a hollow mark.
    case notReached
    /// Its budget was spent, and no minimum is known that it could have reached: a filled mark.
    case spent
  }

  /// How the iterates are drawn.
  public enum Shape: Sendable {
    /// A line with arrowheads, for methods that go from each iterate to the next.
    case line
    /// Dots alone, for methods that jump: a line between far samples would be no path.
    case dots
  }

  public var label: String
  public var style: SeriesStyle
  public var shape: Shape
  /// Iterates in order, start first. A point that is not finite interrupts the line.
  public var points: [SIMD2<Double>]
  public var end: End

  public init(label: String, style: SeriesStyle, points: [SIMD2<Double>], end: End, shape: Shape = .line) {
    self.label = label
    self.shape = shape
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
