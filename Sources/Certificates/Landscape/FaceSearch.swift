import Objectives
import Scalars

/// Finds every stationary point of an objective along one face of its domain.
///
/// The face is divided breadth first, and part by part where there will not be time for all of it. A box goes where an
/// enclosure of the gradient excludes 0, or where f surely falls from the face into the domain. Interval Newton steps on the box, a little enlarged so that no point is lost on an
/// edge between two boxes, discard it, shrink it, or prove that it holds exactly one point. What stays undecided down
/// to the limits of the search is left as clusters of small boxes.
struct FaceSearch {
  /// What a search of one face came to.
  struct Findings {
    /// Boxes that hold exactly one stationary point each, all different.
    var proved: [[Interval]] = []
    /// Connected sets of boxes that could neither be discarded nor proved, as small as a point.
    var candidates: [BoxCluster] = []
    /// Connected sets that do not shrink to a point.
    var lines: [BoxCluster] = []
    /// What the search did not come to before it reached its limit.
    var unfinished: [BoxCluster] = []
    var boxes = 0
    /// Of enclosures.
    var operations = 0
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
  private var limits: SearchLimits
  private let newton: IntervalNewton
  /// Of an enclosure of the gradient, and of a Newton step.
  private let costs: (gradient: Int, step: Int)
  private var composition: SingularComposition?
  private var findings = Findings()
  private var proved: [ProvedPoint] = []
  /// Undecided boxes that are not divided any more: the smallest, those where f is flat, and those left over.
  private var (small, flat, left): ([[Interval]], [[Interval]], [[Interval]]) = ([], [], [])
  /// Boxes of sets that are not isolated points.
  private var lines: [[Interval]] = []
  private var gradient: [Interval]
  private var hessian: [Double]

  init(_ objective: any Objective, face: DomainFace, limits: SearchLimits) {
    self.objective = objective
    self.face = face
    self.limits = limits
    newton = IntervalNewton(objective)
    let cost = objective.operationCount
    // Of an enclosure of the Hessian, a row takes twice as long as the gradient.
    costs = (cost, (2 * objective.dimension + 1) * cost)
    if face.held.isEmpty {
      composition = SingularComposition(objective.structure, over: face.box, limit: limits.boxes / 4)
      findings.boxes = composition?.boxes ?? 0
    }
    gradient = face.box
    hessian = [Double](repeating: 0, count: face.box.count * face.box.count)
  }

  mutating func run() -> Findings {
    search([face.box])
    let axis = face.free.first ?? 0
    let (known, unknown) = (TouchedBoxes(lines + flat, along: axis), TouchedBoxes(left, along: axis))
    for cluster in BoxCluster.connecting(small, free: face.free) {
      // The end of a line looks like a point where the rest of the line was searched apart, or was not.
      if unknown.touch(cluster.hull) {
        left += cluster.boxes
      } else if isPointLike(cluster), !known.touch(cluster.hull) {
        findings.candidates.append(cluster)
      } else {
        lines += cluster.boxes
      }
    }
    findings.unfinished = BoxCluster.connecting(left, free: face.free)
    findings.lines = BoxCluster.connecting(lines + flat, free: face.free)
    findings.proved = distinct(proved)
    return findings
  }

  /// Divides `boxes` breadth first until they are decided; part by part, if there will not be time for all of them.
  private mutating func search(_ boxes: [[Interval]]) {
    var frontier = boxes
    var generation = 0
    while !frontier.isEmpty {
      guard findings.boxes + frontier.count <= limits.boxes,
        findings.operations + frontier.count * costs.gradient <= limits.operations
      else {
        left += frontier
        return
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
      frontier = next
      generation += 1
      if generation.isMultiple(of: 2 * face.free.count), frontier.count > limits.boxesAtOnce {
        frontier = withoutExtendedSets(frontier)
      }
      let isTooMuch = frontier.count > Swift.max(affordableBoxes / 3, limits.boxesAtOnce / 4)
      if isTooMuch {
        for part in parts(of: frontier) { search(part) }
        return
      }
    }
  }

  /// How many boxes there is still room for, if they take what those before them took.
  private var affordableBoxes: Int {
    let left = limits.boxes - findings.boxes
    guard findings.boxes > 0, findings.operations > 0 else { return left }
    let share = Double(limits.operations - findings.operations) / Double(findings.operations)
    return Swift.min(left, Int(Double(findings.boxes) * Swift.max(0, share)))
  }

  /// The boxes in parts of equal size, those with the lowest values of f in their middles first: where the search
  /// has to end early, it has found the lowest points.
  private func parts(of boxes: [[Interval]]) -> [[[Interval]]] {
    let values = boxes.map { objective.value(at: $0.map(\.midpoint)) }
    let order = boxes.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
    let size = Swift.max(1, limits.boxesAtOnce / 8)
    return stride(from: 0, to: order.count, by: size).map { start in
      order[start..<Swift.min(order.count, start + size)].map { boxes[$0] }
    }
  }

  private mutating func examine(_ box: [Interval]) -> Verdict {
    findings.boxes += 1
    if composition?.isRegular(over: box) == true { return .decided }
    let value = objective.gradientEnclosure(over: box, into: &gradient)
    if value == .entire, objective.definition(over: box) == .nowhere { return .decided }
    findings.operations += costs.gradient
    for i in face.free where !gradient[i].contains(0) { return .decided }
    let rises = face.risesInward(gradient)
    if rises == false { return .decided }
    if face.free.isEmpty {
      if rises == true { proved.append(ProvedPoint(box: box, region: box)) }
      return rises == true ? .decided : .divide(box)
    }
    // Where everything underflows, there is nothing to be found.
    if !isSmall(box), face.free.allSatisfy({ gradient[$0].magnitude < 1e-290 }) { return .keep(box) }
    if !isSmall(box), !isNearlyLinear(box) { return .divide(box) }
    var rest = box
    for margin in Self.margins.prefix(isSmall(box) ? Self.margins.count : 1) {
      let region = enlarged(box, by: margin)
      findings.operations += costs.step
      // Few steps: where they do not prove a point soon, halving the box is cheaper.
      switch newton.outcome(in: region, steps: 3, endsWithProof: true) {
      case .none: return .decided
      case .unique(let found):
        let point = narrowed(found, within: region)
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

  /// Whether the gradient is nearly enough linear over a box for a Newton step to have a chance.
  private mutating func isNearlyLinear(_ box: [Interval]) -> Bool {
    let n = box.count
    let center = box.map(\.midpoint)
    objective.hessian(at: center.span, into: &hessian)
    return face.free.allSatisfy { i in
      let linear = face.free.reduce(0) { $0 + hessian[i * n + $1].magnitude * box[$1].width }
      return gradient[i].width <= 8 * linear
    }
  }

  /// The box of the one stationary point of `region`, which lies in `box`, as small as rounding allows.
  ///
  /// Newton's method in plain numbers comes near it; one interval step around the place then proves a point there,
  /// which can be no other.
  private func narrowed(_ box: [Interval], within region: [Interval]) -> [Interval] {
    if let place = NewtonSystem.root(of: objective, near: box, unknowns: face.free) {
      var around = face.box
      for i in face.free {
        let margin = Self.margins[0] * face.box[i].width
        around[i] = Interval(lower: place[i] - margin, upper: place[i] + margin)
      }
      let isWithin = face.free.allSatisfy { region[$0].encloses(around[$0]) }
      if isWithin, case .unique(let point) = newton.outcome(in: around, steps: 1) { return point }
    }
    switch newton.stationaryPoints(in: box) {
    case .unique(let point), .contracted(let point): return point
    case .none, .undecided: return box
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

  /// Moves connected sets that are no nearer to being points to the lines.
  ///
  /// A set of points that is not isolated, such as a ring, keeps its extent while its boxes double with every division.
  private mutating func withoutExtendedSets(_ boxes: [[Interval]]) -> [[Interval]] {
    var rest: [[Interval]] = []
    for cluster in BoxCluster.connecting(boxes, free: face.free) {
      if isExtended(cluster), !fallsApart(cluster) { lines += cluster.boxes } else { rest += cluster.boxes }
    }
    return rest
  }

  /// Whether a set of boxes will be isolated points when it is divided further, within half of what is left of the limit,
  /// as boxes from all along it tell.
  private mutating func fallsApart(_ cluster: BoxCluster) -> Bool {
    let count = cluster.boxes.count
    let affordable = affordableBoxes / count
    var boxes = 0
    let isResolved = stride(from: count / 8, to: count, by: count / 4).allSatisfy { index in
      var probe = self
      probe.clear()
      probe.limits.boxes = affordable
      probe.search([cluster.boxes[index]])
      boxes += probe.findings.boxes
      findings.operations += probe.findings.operations
      return probe.left.isEmpty && probe.flat.isEmpty && probe.lines.isEmpty
    }
    findings.boxes += boxes
    return isResolved && boxes / 4 <= affordable / 2
  }

  private mutating func clear() {
    (findings, proved) = (Findings(), [])
    (small, flat, left, lines) = ([], [], [], [])
  }

  /// Whether a set has many boxes and is yet thin: they would fill little of a cube as large as the set.
  private func isExtended(_ cluster: BoxCluster) -> Bool {
    guard cluster.boxes.count > 4000 else { return false }
    let extent = face.free.reduce(0) { Swift.max($0, relativeWidth(cluster.hull, $1)) }
    let (room, whole) = face.free.reduce((1.0, 1.0)) { ($0.0 * extent, $0.1 * face.box[$1].width) }
    return cluster.measure(along: face.free) < 0.02 * room * whole
  }

  /// The points without those that were found twice, from the boxes on both sides of an edge.
  private func distinct(_ points: [ProvedPoint]) -> [[Interval]] {
    func encloses(_ region: [Interval], _ box: [Interval]) -> Bool {
      zip(region, box).allSatisfy { $0.encloses($1) }
    }
    func isKnown(_ point: ProvedPoint, among others: [ProvedPoint]) -> Bool {
      others.contains { other in
        intersection(other.box, point.box) != nil
          && (encloses(other.region, point.box) || encloses(point.region, other.box))
      }
    }
    // Boxes around one point have it in common, and so a cell of a grid that has about as many cells as there are points.
    let side = Int(Double(points.count).root(face.free.count).rounded(.up))
    func cells(_ box: [Interval]) -> [SIMD4<Int32>] {
      face.free.enumerated().reduce([.zero]) { cells, axis in
        let (room, extent) = (face.box[axis.element], box[axis.element])
        let ends = [extent.lower, extent.upper].map { bound in
          Swift.min(Swift.max(Int(Double(side) * ((bound - room.lower) / room.width)), 0), side - 1)
        }
        return cells.flatMap { cell in
          (ends[0]...ends[1]).map { place in
            var cell = cell
            cell[axis.offset] = Int32(place)
            return cell
          }
        }
      }
    }
    var kept: [[Interval]] = []
    var members: [SIMD4<Int32>: [ProvedPoint]] = [:]
    for point in points {
      let own = cells(point.box)
      if own.contains(where: { isKnown(point, among: members[$0] ?? []) }) { continue }
      kept.append(point.box)
      for cell in own { members[cell, default: []].append(point) }
    }
    return kept
  }
}

extension Double {
  /// Its n-th root, roughly: for counts.
  fileprivate func root(_ n: Int) -> Double {
    n == 2 ? squareRoot() : n < 2 ? self : Elementary.exp(Elementary.log(self) / 3)
  }
}
