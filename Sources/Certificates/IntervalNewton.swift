import Objectives
import Scalars

/// Proves where the gradient of an objective vanishes: nowhere in a box, or at exactly one point of it.
///
/// With the midpoint c of the box X, g = ∇f(c), an enclosure H of ∇²f over X and Y ≈ (mid H)⁻¹, every stationary point
/// of X lies in the Krawczyk box K = c − Y g + (I − Y H)(X − c), and in the boxes of the interval Gauss–Seidel sweep
/// for Y H (x − c) = −Y g. If K lies in the interior of X, X holds exactly one stationary point. The box is contracted
/// and the step repeated as long as that helps.
/// Source: Neumaier, Interval Methods for Systems of Equations, Cambridge 1990, chapter 5; Krawczyk, Computing 4 (1969),
/// doi:10.1007/BF02234767.
public struct IntervalNewton: Sendable {
  public enum Outcome: Sendable, Equatable {
    /// The box holds no stationary point.
    case none
    /// The box holds exactly one stationary point, which lies in this box.
    case unique([Interval])
    /// The stationary points of the box, if there are any, lie in this smaller box.
    case contracted([Interval])
    /// Nothing was learnt: the box is too wide, a second derivative does not exist in it, or the Hessian is singular.
    case undecided
  }

  private let objective: any Objective

  public init(_ objective: any Objective) { self.objective = objective }

  /// What is proved of the points of `box` where ∂f/∂xᵢ = 0 for every i whose interval has a width.
  ///
  /// A coordinate with an interval of width 0 is held fixed, so that a face of a box can be searched. It may touch or
  /// leave the domain, which plays no part here; where f may be undefined, nothing is proved.
  public func stationaryPoints(in box: [Interval]) -> Outcome {
    IntervalNewton(objective.withSlopesWhereDefined(in: box)).outcome(in: box, steps: 20)
  }

  /// The same with fewer steps, for a caller that would rather divide the box, of an objective whose slopes are unknown
  /// where it may be undefined.
  ///
  /// - Parameter endsWithProof: returns as soon as a point is proved, however wide the box around it still is.
  func outcome(in box: [Interval], steps: Int, endsWithProof: Bool = false) -> Outcome {
    let free = box.indices.filter { box[$0].lower < box[$0].upper }
    var current = box
    var isUnique = false
    for _ in 0..<steps {
      guard let system = NewtonSystem(objective, over: current, unknowns: free) else { break }
      let before = current
      switch system.solve(&current) {
      case .none where isUnique: return .unique(before)  // cannot happen but by a fault of an enclosure
      case .none: return .none
      case .inside: isUnique = true
      case .contracted: break
      }
      guard !(isUnique && endsWithProof), Self.isWorthwhile(current, after: before) else { break }
    }
    return isUnique ? .unique(current) : current == box ? .undecided : .contracted(current)
  }

  /// Whether some coordinate lost a tenth of its width.
  private static func isWorthwhile(_ box: [Interval], after before: [Interval]) -> Bool {
    box.indices.contains { box[$0].width < 0.9 * before[$0].width }
  }
}
