import Objectives
import Scalars

/// All stationary points of an objective in its domain, with proofs where interval arithmetic gives them.
public struct StationaryPoints: Sendable {
  /// A connected part of the domain in which stationary points are not isolated, or lie on a line of kinks.
  public struct Region: Sendable, Equatable {
    /// What f does across it.
    public enum Shape: String, Sendable, CaseIterable {
      /// It rises to both sides: a ring or line of minima.
      case valley
      /// It falls to both sides.
      case ridge
      case other
    }

    /// What it looks like from above.
    public enum Outline: String, Sendable, CaseIterable {
      /// A whole circle.
      case ring
      /// A part of a circle, from one point of the boundary to another.
      case arc
      /// A connected set of small boxes, of any form.
      case boxes
    }

    /// The smallest box around it.
    public let lower: [Double]
    public let upper: [Double]
    /// Whether it lies on the boundary of the domain.
    public let isBoundary: Bool
    public let shape: Shape
    public let outline: Outline
    /// The lowest value of f on it; in the middles of its boxes, where it is known by boxes.
    public let lowestValue: Double
    /// Whether it is proved that its points are stationary, and that `shape` is right.
    public let isProved: Bool
  }

  /// A small part of the domain near which |f| grows without end.
  public struct Pole: Sendable, Equatable {
    /// The smallest box around it.
    public let lower: [Double]
    public let upper: [Double]
  }

  /// In the order of their values; of equal values, in the order of their coordinates.
  public let points: [StationaryPoint]
  /// What could neither be cleared of stationary points nor resolved into isolated ones; rings and arcs among them.
  public let unresolved: [Region]
  /// The share of the domain's interior that `unresolved` fills, or that the search did not come to.
  public let unresolvedShare: Double
  /// Where f is unbounded, as values near it show.
  public let poles: [Pole]
  /// The share of the domain on which the formula is NaN, by points that fill it; what its edge holds is not searched.
  public let undefinedShare: Double
  /// Boxes examined.
  public let boxes: Int
  /// Whether the limit of boxes ended the search; counts are then lower bounds.
  public let isUnfinished: Bool

  /// Whether there are no other stationary points in the domain, apart from what an unproved one may stand for.
  public var isComplete: Bool {
    !isUnfinished && unresolved.allSatisfy(\.isProved) && poles.isEmpty && undefinedShare == 0
  }

  public func count(_ kind: StationaryPoint.Kind, boundary: Bool? = nil) -> Int {
    points.count { $0.kind == kind && (boundary == nil || boundary == $0.isBoundary) }
  }

  /// The largest dimension that is searched.
  public static let dimensionLimit = 3

  /// Searches the domain of an objective of at most `dimensionLimit` dimensions; nil where it has more.
  ///
  /// - Parameter window: a box to be searched instead of the objective's domain, with a boundary of its own.
  public init?(of objective: any Objective, in window: Box? = nil, limits: SearchLimits = SearchLimits()) {
    guard objective.dimension <= Self.dimensionLimit else { return nil }
    let domain = window ?? objective.domain
    // Newton steps enlarge boxes, by a tenth at most.
    let surroundings = domain.intervals.map { side in
      Interval(lower: side.lower - 0.11 * side.width, upper: side.upper + 0.11 * side.width)
    }
    let objective = objective.withSlopesWhereDefined(in: surroundings)
    var limits = limits
    var points: [StationaryPoint] = []
    var regions: [Region] = []
    // Those in which isolated points were found.
    var resolved: [Region] = []
    var lines: [BoxCluster] = []
    var poles: [BoxCluster] = []
    var (boxes, share, isUnfinished) = (0, 0.0, false)
    let volume = domain.widths.reduce(1, *)
    let rings = RingSearch(of: objective, in: domain, limits: limits)
    if let rings {
      points += [rings.center].compactMap { $0 }
      (regions, lines, boxes) = (rings.rings, rings.ends, rings.boxes)
      limits.boxes -= boxes
    }
    for face in DomainFace.all(of: domain) where rings == nil || !face.held.isEmpty {
      var search = FaceSearch(objective, face: face, limits: limits)
      let findings = search.run()
      let inspector = PointInspector(objective, face: face, domain: domain)
      // What is not isolated inside ends at the boundary in a point that is not isolated either, unless f rises from it.
      let ends = TouchedBoxes(
        lines.flatMap(\.boxes).filter { box in face.held.allSatisfy { box[$0].intersection(face.box[$0]) != nil } },
        along: face.free.first ?? 0)
      points += findings.proved.compactMap { box in
        inspector.point(provedIn: box).flatMap { $0.isProved || !ends.touch(box) ? $0 : nil }
      }
      for hull in findings.candidates.map(\.hull) where !ends.touch(hull) {
        if inspector.isUnbounded(near: hull) { poles.append(BoxCluster([hull])) }
        points += [inspector.point(supposedIn: hull, isIsolated: true)].compactMap { $0 }
      }
      for line in findings.lines {
        if inspector.isUnbounded(along: line) {
          poles.append(line)
          continue
        }
        // What looks like a line may be a few points between which f hardly changes.
        let isolated = inspector.points(along: line)
        points += isolated
        if isolated.isEmpty {
          regions.append(inspector.region(of: line))
        } else {
          resolved.append(inspector.region(of: line))
        }
      }
      if face.held.isEmpty {
        lines = findings.lines
        share = (findings.lines + findings.unfinished).reduce(0) { $0 + $1.measure(along: face.free) / volume }
      }
      for cluster in findings.lines + findings.unfinished {
        // A line of kinks may hold the global minimizer.
        points += objective.minimum.minimizers.filter(cluster.contains).compactMap {
          inspector.point(supposedIn: $0.map { Interval($0) }, isIsolated: false)
        }
      }
      boxes += findings.boxes
      limits.boxes -= findings.boxes
      limits.operations -= findings.operations
      isUnfinished = isUnfinished || !findings.unfinished.isEmpty
    }
    points = points.filter { point in
      // Where f is infinite it is no point of it, nor where it is not defined.
      if point.value.isInfinite { poles.append(BoxCluster([point.x.map { Interval($0) }])) }
      return point.value.isFinite
    }
    points.sort { a, b in a.value != b.value ? a.value < b.value : a.x.lexicographicallyPrecedes(b.x) }
    self.points = Self.distinct(points, in: domain)
    // Points on a line are all of them if the indices of all points add up as they must.
    let indices = self.points.reduce(0) { $0 + $1.index(dimension: domain.dimension) }
    unresolved = regions + (indices == 1 ? [] : resolved)
    unresolvedShare = Swift.min(share, 1)
    self.poles = Self.distinct(poles, in: domain)
    undefinedShare = Self.undefinedShare(of: objective, in: domain)
    self.boxes = boxes
    self.isUnfinished = isUnfinished
  }

  /// The poles without those at the ends of others: what meets the boundary is found along both.
  private static func distinct(_ poles: [BoxCluster], in domain: Box) -> [Pole] {
    var kept: [[Interval]] = []
    for hull in poles.map(\.hull) {
      let isKnown = kept.contains { other in
        hull.indices.allSatisfy { i in
          let margin = 1e-6 * domain.widths[i]
          return hull[i].lower <= other[i].upper + margin && other[i].lower <= hull[i].upper + margin
        }
      }
      if !isKnown { kept.append(hull) }
    }
    return kept.map { Pole(lower: $0.map(\.lower), upper: $0.map(\.upper)) }
  }

  private static func undefinedShare(of objective: any Objective, in domain: Box) -> Double {
    let points = GoldenSequence.points(1024, in: domain)
    return Double(points.count { objective.value(at: $0).isNaN }) / Double(points.count)
  }

  /// The points without those that are not proved and lie at another: a kink on an edge is found along both, and a
  /// flat place may fall into several clusters.
  private static func distinct(_ points: [StationaryPoint], in domain: Box) -> [StationaryPoint] {
    let supposed = points.indices.filter { !points[$0].isProved }
    guard supposed.count > 1 else { return points }
    let widths = domain.widths
    func coincide(_ a: [Double], _ b: [Double]) -> Bool {
      a.indices.allSatisfy { (a[$0] - b[$0]).magnitude <= 1e-6 * widths[$0] }
    }
    var dropped: Set<Int> = []
    for (position, index) in supposed.enumerated() {
      let (point, others) = (points[index], supposed[..<position])
      let isKnown = others.contains { coincide(points[$0].x, point.x) && points[$0].kind == point.kind }
      if isKnown { dropped.insert(index) }
    }
    return points.indices.filter { !dropped.contains($0) }.map { points[$0] }
  }
}
