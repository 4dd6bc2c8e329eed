import Objectives
import Scalars

/// Finds the stationary points of a function of the distance from a centre, inside a domain in the plane.
///
/// They are the centre, and the circles on which the profile of the function, which has one variable, is stationary:
/// dividing the plane into boxes would take thousands of them for every circle.
struct RingSearch {
  private(set) var rings: [StationaryPoints.Region] = []
  /// Small boxes around the places where circles cross the boundary.
  private(set) var ends: [BoxCluster] = []
  /// Of the profile that were examined.
  let boxes: Int
  /// Nil where the centre lies outside of the domain.
  private(set) var center: StationaryPoint?

  /// Nil for a function of another kind, and where not all stationary points of the profile are found.
  init?(of objective: any Objective, in domain: Box, limits: SearchLimits) {
    guard domain.dimension == 2, case .radial(let center, let profile) = objective.structure else { return nil }
    let radii = Self.radii(of: domain, around: center)
    guard let found = StationaryPoints(of: profile, in: Box(radii), limits: limits), found.isComplete else {
      return nil
    }
    boxes = found.boxes
    let margins = domain.widths.map { 4 * limits.resolution * $0 }
    for point in found.points where !point.isBoundary {
      let circle = CircleInBox(center: center, radius: point.x[0], box: domain)
      rings += circle.pieces.map { piece in
        StationaryPoints.Region(
          lower: piece.lower, upper: piece.upper, isBoundary: false, shape: .init(across: point.kind),
          outline: piece.isWhole ? .ring : .arc, lowestValue: point.value, isProved: point.isProved)
      }
      ends += circle.crossings.map { crossing in
        BoxCluster([(0..<2).map { Interval(lower: crossing[$0] - margins[$0], upper: crossing[$0] + margins[$0]) }])
      }
    }
    if domain.contains(center) { self.center = Self.point(at: center, of: objective, profile, in: domain) }
  }

  /// Distances from the centre that occur in the domain.
  private static func radii(of domain: Box, around center: [Double]) -> ClosedRange<Double> {
    var (least, largest) = (0.0, 0.0)
    for i in 0..<2 {
      let (below, above) = (domain.lower[i] - center[i], domain.upper[i] - center[i])
      let (near, far) = (Swift.max(0, below, -above), Swift.max(below.magnitude, above.magnitude))
      (least, largest) = (least + near * near, largest + far * far)
    }
    return least.squareRoot()...largest.squareRoot()
  }

  /// The centre: the tip of a cone where the profile has a slope there.
  private static func point(
    at center: [Double], of objective: any Objective, _ profile: any Objective, in domain: Box
  ) -> StationaryPoint? {
    let inspector = PointInspector(objective, face: DomainFace.all(of: domain)[0], domain: domain)
    var slope: [Interval] = [0]
    _ = profile.gradientEnclosure(over: [0], into: &slope)
    guard slope[0].isPositive || slope[0].isNegative else {
      return inspector.point(supposedIn: center.map { Interval($0) }, isIsolated: true)
    }
    return inspector.describe(
      center, kind: slope[0].isPositive ? .minimum : .maximum, isProved: true, isSmooth: false)
  }
}

extension StationaryPoints.Region.Shape {
  /// That of a line which a function crosses like a stationary point of one variable.
  fileprivate init(across kind: StationaryPoint.Kind) {
    self =
      switch kind {
      case .minimum: .valley
      case .maximum: .ridge
      case .saddle, .degenerate: .other
      }
  }
}
