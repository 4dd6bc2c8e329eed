import Canvas
import Foundation

/// Finds places for labels on isolines: straight, away from the frame and from each other, on nothing else.
///
/// A window as long as the label slides along each line; its cost is turning, slant, nearness to the frame and to labels
/// already placed. Lines shorter than three labels get none, and where no window is free the label is left out.
struct IsolineLabelPlacer {
  let frame: Rect
  /// Curves that labels must keep off, with the width of their ink.
  var curves: [[Point]] = []
  /// Marks that labels must keep off.
  var marks: [Rect] = []
  var limit = 12
  /// Free space around a label, in pixels.
  var margin = 3.0

  private struct Candidate {
    let line: Int
    let arc: Double
    let center: Point
    let angle: Double
    let cost: Double
  }

  func place(on lines: [LabelledLine]) -> [IsolineLabel] {
    var ink = InkMap(frame: frame)
    let arcs = lines.map { PolylineArc($0.points, isClosed: $0.isClosed) }
    for (index, arc) in arcs.enumerated() { ink.draw(arc.points, owner: Int32(index)) }
    for curve in curves { ink.draw(curve, owner: InkMap.taken) }
    for mark in marks { ink.take(mark) }
    let levels = Set(lines.map(\.level)).sorted()
    let candidates = levels.map { level in
      lines.indices.filter { lines[$0].level == level }.flatMap { self.candidates(on: arcs[$0], lines[$0], $0) }
    }
    var labels: [IsolineLabel] = []
    // Every level once, the ends first, before any level twice.
    for _ in 0..<2 {
      for level in Self.spreadOrder(levels.count) where labels.count < limit {
        if let label = best(of: candidates[level], lines, labels, ink) {
          labels.append(label)
          ink.take(
            center: label.center, along: PolylineArc.direction(label.angle),
            width: label.size.width + 2 * margin, height: label.size.height + 2 * margin)
        }
      }
    }
    return labels
  }

  private func candidates(on arc: PolylineArc, _ line: LabelledLine, _ index: Int) -> [Candidate] {
    let width = line.size.width
    guard arc.length >= 3 * width else { return [] }
    let half = width / 2 + margin
    let count = min(400, Int(arc.length / (width / 2)))
    return (0..<count).compactMap { step in
      let s = arc.length * (Double(step) + 0.5) / Double(count)
      guard line.isClosed || (s > half && s < arc.length - half) else { return nil }
      let (a, b) = (arc.point(at: s - half), arc.point(at: s + half))
      guard a.distance(to: b) > 1.9 * half else { return nil }
      let middle = arc.point(at: s)
      let center = a * 0.25 + middle * 0.5 + b * 0.25
      var angle = atan2(b.y - a.y, b.x - a.x)
      if angle > .pi / 2 { angle -= .pi }
      if angle < -.pi / 2 { angle += .pi }
      let edge = min(
        center.x - frame.minX, frame.maxX - center.x, center.y - frame.minY, frame.maxY - center.y)
      guard edge > half else { return nil }
      let turning = arc.turning(from: s - half, to: s + half)
      let cost = 2 * turning + 0.35 * abs(angle) + max(0, 1 - edge / (3 * width)) - min(1, arc.length / (40 * width))
      return Candidate(line: index, arc: s, center: center, angle: angle, cost: cost)
    }
  }

  private func best(
    of candidates: [Candidate], _ lines: [LabelledLine], _ labels: [IsolineLabel], _ ink: InkMap
  ) -> IsolineLabel? {
    func cost(_ candidate: Candidate) -> Double {
      let size = lines[candidate.line].size
      return labels.reduce(candidate.cost) { sum, other in
        let reach = other.line == candidate.line ? 14 * size.width : 4 * size.width
        return sum + 2 * max(0, 1 - candidate.center.distance(to: other.center) / reach)
      }
    }
    let ranked = candidates.map { (candidate: $0, cost: cost($0)) }.sorted { $0.cost < $1.cost }
    for (candidate, cost) in ranked {
      // A second label on a line must be worth its ink.
      if cost > 1.6, labels.contains(where: { $0.line == candidate.line }) { return nil }
      let line = lines[candidate.line]
      let along = PolylineArc.direction(candidate.angle)
      let (width, height) = (line.size.width + 2 * margin, line.size.height + margin)
      guard
        ink.isFree(
          center: candidate.center, along: along, width: width, height: height, except: Int32(candidate.line))
      else { continue }
      let half = line.size.width / 2 + margin
      return IsolineLabel(
        text: line.text, line: candidate.line, center: candidate.center, angle: candidate.angle, size: line.size,
        gap: candidate.arc - half...candidate.arc + half)
    }
    return nil
  }

  /// 0, n − 1, then the middles of what is left: so that a limit thins the levels evenly.
  static func spreadOrder(_ count: Int) -> [Int] {
    guard count > 2 else { return Array(0..<count) }
    var order = [0, count - 1]
    var gaps = [(0, count - 1)]
    while !gaps.isEmpty {
      let (low, high) = gaps.removeFirst()
      guard high - low > 1 else { continue }
      let middle = (low + high) / 2
      order.append(middle)
      gaps += [(low, middle), (middle, high)]
    }
    return order
  }
}
