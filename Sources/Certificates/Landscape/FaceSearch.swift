import Objectives
import Scalars

/// Finds every stationary point of an objective along one face of its domain.
///
/// The face is divided breadth first. A box goes where an enclosure of the gradient excludes 0, or where f surely falls
/// from the face into the domain. Interval Newton steps on the box, a little enlarged so that no point is lost on an
/// edge between two boxes, discard it, shrink it, or prove that it holds exactly one point. What stays undecided down
/// to the limits of the search is left as clusters of small boxes.
struct FaceSearch {
  /// What a search of one face came to.
  struct Findings {
    /// Boxes that hold exactly one stationary point each, all different.
    var proved: [[Interval]] = []
    /// Connected sets of boxes that could neither be discarded nor proved, as small as a point.
    var candidates: [BoxCluster] = []
    /// Connected sets that do not shrink to a point, or that the search did not come to.
    var unresolved: [BoxCluster] = []
    var boxes = 0
    /// Whether the limit of boxes ended the search.
    var isUnfinished = false
  }

  /// The one stationary point of `region` lies in `box`.
  private struct ProvedPoint {
    let box: [Interval]
    let region: [Interval]
  }

  private enum Verdict {
    /// The box is done with.
    case decided
    case divide([Interval])
    /// Dividing it would be no use.
    case keep([Interval])
  }

  private let objective: any Objective
  private let face: DomainFace
  private let limits: SearchLimits
  private let newton: IntervalNewton
  private var findings = Findings()
  private var proved: [ProvedPoint] = []
  private var gradient: [Interval]

  init(_ objective: any Objective, face: DomainFace, limits: SearchLimits) {
    self.objective = objective
    self.face = face
    self.limits = limits
    newton = IntervalNewton(objective)
    gradient = face.box
  }

  mutating func run() -> Findings {
    var frontier = [face.box]
    var small: [[Interval]] = []
    var flat: [[Interval]] = []
    var generation = 0
    while !frontier.isEmpty {
      guard findings.boxes + frontier.count <= limits.boxes else {
        findings.isUnfinished = true
        findings.unresolved += BoxCluster.connecting(frontier, free: face.free)
        break
      }
      var next: [[Interval]] = []
      for box in frontier {
        switch examine(box) {
        case .decided: break
        case .keep(let box): flat.append(box)
        case .divide(let rest) where isSmall(box): small.append(rest)
        case .divide(let rest) where isSmall(rest): next.append(rest)
        case .divide(let rest): next += isHalf(rest, of: box) ? [rest] : halves(of: rest)
        }
      }
      generation += 1
      let isTimeToLook = generation.isMultiple(of: 2 * face.free.count)
      frontier = isTimeToLook && next.count > limits.boxesAtOnce ? withoutExtendedSets(next) : next
    }
    findings.unresolved += BoxCluster.connecting(flat, free: face.free)
    for cluster in BoxCluster.connecting(small, free: face.free) {
      if isPointLike(cluster) { findings.candidates.append(cluster) } else { findings.unresolved.append(cluster) }
    }
    findings.proved = distinct(proved)
    return findings
  }

  private mutating func examine(_ box: [Interval]) -> Verdict {
    findings.boxes += 1
    _ = objective.gradientEnclosure(over: box, into: &gradient)
    for i in face.free where !gradient[i].contains(0) { return .decided }
    let rises = face.risesInward(gradient)
    if rises == false { return .decided }
    if face.free.isEmpty {
      if rises == true { proved.append(ProvedPoint(box: box, region: box)) }
      return rises == true ? .decided : .divide(box)
    }
    // Where everything underflows, there is nothing to be found.
    if !isSmall(box), face.free.allSatisfy({ gradient[$0].magnitude < 1e-290 }) { return .keep(box) }
    var rest = box
    for margin in Self.margins.prefix(isSmall(box) ? Self.margins.count : 1) {
      let region = enlarged(box, by: margin)
      // Few steps: where they do not prove a point soon, halving the box is cheaper.
      switch newton.stationaryPoints(in: region, steps: 3) {
      case .none: return .decided
      case .unique(let found):
        let point = narrowed(found)
        if intersection(point, box) != nil { proved.append(ProvedPoint(box: point, region: region)) }
        return .decided
      case .contracted(let part):
        guard let part = intersection(part, rest) else { return .decided }
        rest = part
      case .undecided: break
      }
    }
    return .divide(rest)
  }

  /// The box of one stationary point, as small as rounding allows.
  private func narrowed(_ box: [Interval]) -> [Interval] {
    switch newton.stationaryPoints(in: box) {
    case .unique(let point), .contracted(let point): point
    case .none, .undecided: box
    }
  }

  /// By how much of the face a box is enlarged at least. Around one that has shrunk to nothing a step proves something
  /// only where the margin exceeds the rounding of the gradient.
  private static let margins = [0x1p-40, 0x1p-32, 0x1p-26, 0x1p-20]
}

/// Boxes and their sizes.
extension FaceSearch {
  private func enlarged(_ box: [Interval], by least: Double) -> [Interval] {
    var region = box
    for i in face.free {
      let margin = Swift.max(0.1 * box[i].width, least * face.box[i].width)
      region[i] = Interval(lower: box[i].lower - margin, upper: box[i].upper + margin)
    }
    return region
  }

  private func intersection(_ a: [Interval], _ b: [Interval]) -> [Interval]? {
    var result = a
    for i in a.indices {
      guard let common = a[i].intersection(b[i]) else { return nil }
      result[i] = common
    }
    return result
  }

  /// The width of a box along coordinate `i` beside that of the face.
  private func relativeWidth(_ box: [Interval], _ i: Int) -> Double { box[i].width / face.box[i].width }

  private func isSmall(_ box: [Interval]) -> Bool {
    face.free.allSatisfy { relativeWidth(box, $0) <= limits.resolution }
  }

  private func isHalf(_ rest: [Interval], of box: [Interval]) -> Bool {
    face.free.reduce(1) { $0 * (box[$1].width > 0 ? rest[$1].width / box[$1].width : 1) } <= 0.5
  }

  /// The two halves across the side that is longest beside the face's.
  private func halves(of box: [Interval]) -> [[Interval]] {
    let i = face.free.max { relativeWidth(box, $0) < relativeWidth(box, $1) } ?? 0
    let middle = box[i].midpoint
    var (lower, upper) = (box, box)
    lower[i] = Interval(lower: box[i].lower, upper: middle)
    upper[i] = Interval(lower: middle, upper: box[i].upper)
    return [lower, upper]
  }

  /// Whether a set of the smallest boxes is a few of them wide.
  private func isPointLike(_ cluster: BoxCluster) -> Bool {
    face.free.allSatisfy { relativeWidth(cluster.hull, $0) <= 64 * limits.resolution }
  }

  /// Moves connected sets that are no nearer to being points to what is unresolved.
  ///
  /// A set of points that is not isolated, such as a ring, keeps its extent while its boxes double with every division.
  private mutating func withoutExtendedSets(_ boxes: [[Interval]]) -> [[Interval]] {
    var rest: [[Interval]] = []
    for cluster in BoxCluster.connecting(boxes, free: face.free) {
      if isExtended(cluster) { findings.unresolved.append(cluster) } else { rest += cluster.boxes }
    }
    return rest
  }

  /// Whether a set has many boxes and is yet thin: they fill little of the smallest box around them.
  private func isExtended(_ cluster: BoxCluster) -> Bool {
    guard cluster.boxes.count > 4000 else { return false }
    let room = face.free.reduce(1) { $0 * cluster.hull[$1].width }
    return cluster.measure(along: face.free) < 0.02 * room
  }

  /// The points without those that were found twice, from the boxes on both sides of an edge.
  private func distinct(_ points: [ProvedPoint]) -> [[Interval]] {
    func encloses(_ region: [Interval], _ box: [Interval]) -> Bool {
      zip(region, box).allSatisfy { $0.encloses($1) }
    }
    guard let first = face.free.first else { return points.map(\.box) }
    // Boxes around one point are equal to rounding, and so next to each other in this order but for a few.
    let sorted = points.sorted { $0.box.lexicographicallyPrecedes($1.box) { $0.lower < $1.lower } }
    let slack = 1e-9 * face.box[first].width
    var kept: [ProvedPoint] = []
    for point in sorted {
      let isKnown = kept.reversed().prefix { $0.box[first].upper + slack >= point.box[first].lower }.contains { other in
        intersection(other.box, point.box) != nil
          && (encloses(other.region, point.box) || encloses(point.region, other.box))
      }
      if !isKnown { kept.append(point) }
    }
    return kept.map(\.box)
  }
}
