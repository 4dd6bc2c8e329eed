import Objectives
import Scalars

/// All stationary points of an objective in its domain, with proofs where interval arithmetic gives them.
public struct StationaryPoints: Sendable {
  /// A connected part of the domain that may hold stationary points that are not isolated, or were not resolved.
  public struct Region: Sendable, Equatable {
    /// The smallest box around it.
    public let lower: [Double]
    public let upper: [Double]
    /// Whether it lies on the boundary of the domain.
    public let isBoundary: Bool
  }

  /// In the order of their values; of equal values, in the order of their coordinates.
  public let points: [StationaryPoint]
  /// What could neither be cleared of stationary points nor resolved into isolated ones.
  public let unresolved: [Region]
  /// The share of the domain that the unresolved parts of its interior fill.
  public let unresolvedShare: Double
  /// Boxes examined.
  public let boxes: Int
  /// Whether the limit of boxes ended the search; counts are then lower bounds.
  public let isUnfinished: Bool

  /// Whether there are no other stationary points in the domain, apart from what an unproved one may stand for.
  public var isComplete: Bool { !isUnfinished && unresolved.isEmpty }

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
    var limits = limits
    var points: [StationaryPoint] = []
    var regions: [Region] = []
    var lines: [BoxCluster] = []
    var (boxes, share, isUnfinished) = (0, 0.0, false)
    let volume = domain.widths.reduce(1, *)
    for face in DomainFace.all(of: domain) {
      var search = FaceSearch(objective, face: face, limits: limits)
      let findings = search.run()
      let inspector = PointInspector(objective, face: face, domain: domain)
      // What is not isolated inside ends at the boundary in a point that is not isolated either.
      func isEnd(_ box: [Interval]) -> Bool { lines.contains { $0.meets(box) } }
      points += findings.proved.filter { !isEnd($0) }.compactMap(inspector.point(provedIn:))
      points += findings.candidates.map(\.hull).filter { !isEnd($0) }.compactMap {
        inspector.point(supposedIn: $0, isIsolated: true)
      }
      if face.held.isEmpty { lines = findings.unresolved }
      for cluster in findings.unresolved {
        regions.append(
          Region(lower: cluster.hull.map(\.lower), upper: cluster.hull.map(\.upper), isBoundary: !face.held.isEmpty))
        if face.held.isEmpty { share += cluster.measure(along: face.free) / volume }
        // A line of kinks may hold the global minimizer.
        points += objective.minimum.minimizers.filter(cluster.contains).compactMap {
          inspector.point(supposedIn: $0.map { Interval($0) }, isIsolated: false)
        }
      }
      boxes += findings.boxes
      limits.boxes -= findings.boxes
      isUnfinished = isUnfinished || findings.isUnfinished
    }
    self.points = Self.distinct(points, in: domain).sorted { a, b in
      a.value != b.value ? a.value < b.value : a.x.lexicographicallyPrecedes(b.x)
    }
    unresolved = regions
    unresolvedShare = Swift.min(share, 1)
    self.boxes = boxes
    self.isUnfinished = isUnfinished
  }

  /// The points without those that are not proved and lie at another: a kink on an edge is found along both.
  private static func distinct(_ points: [StationaryPoint], in domain: Box) -> [StationaryPoint] {
    let supposed = points.indices.filter { !points[$0].isProved }
    guard supposed.count > 1 else { return points }
    let widths = domain.widths
    func coincide(_ a: [Double], _ b: [Double]) -> Bool {
      a.indices.allSatisfy { (a[$0] - b[$0]).magnitude <= 1e-6 * widths[$0] }
    }
    var dropped: Set<Int> = []
    for (position, index) in supposed.enumerated() where points[index].isBoundary {
      let others = supposed[..<position]
      if others.contains(where: { coincide(points[$0].x, points[index].x) }) { dropped.insert(index) }
    }
    return points.indices.filter { !dropped.contains($0) }.map { points[$0] }
  }
}
