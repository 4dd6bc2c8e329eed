import Canvas
import Foundation

/// A polyline by arc length.
struct PolylineArc {
  let points: [Point]
  let isClosed: Bool
  /// The arc length at each point; a closed line repeats its first point at the end.
  let lengths: [Double]

  init(_ points: [Point], isClosed: Bool) {
    self.points = isClosed && points.count > 1 ? points + [points[0]] : points
    self.isClosed = isClosed
    var lengths: [Double] = []
    var sum = 0.0
    for (index, point) in self.points.enumerated() {
      if index > 0 { sum += point.distance(to: self.points[index - 1]) }
      lengths.append(sum)
    }
    self.lengths = lengths
  }

  var length: Double { lengths.last ?? 0 }

  static func direction(_ angle: Double) -> Point { Point(cos(angle), sin(angle)) }

  /// The place at an arc length; clamped on an open line, wrapped on a closed one.
  func point(at arc: Double) -> Point {
    guard points.count > 1, length > 0 else { return points.first ?? Point(0, 0) }
    let s = wrapped(arc)
    let index = segment(at: s)
    let span = lengths[index + 1] - lengths[index]
    let t = span > 0 ? (s - lengths[index]) / span : 0
    return points[index] + (points[index + 1] - points[index]) * t
  }

  /// The total change of direction between two arc lengths, in radians.
  func turning(from start: Double, to end: Double) -> Double {
    let samples = 8
    var sum = 0.0
    var last: Double?
    var previous = point(at: start)
    for index in 1...samples {
      let next = point(at: start + (end - start) * Double(index) / Double(samples))
      let step = next - previous
      previous = next
      guard step.x != 0 || step.y != 0 else { continue }
      let heading = atan2(step.y, step.x)
      if let last {
        let change = abs(heading - last)
        sum += min(change, 2 * .pi - change)
      }
      last = heading
    }
    return sum
  }

  /// What remains of the line when the given stretches are left out.
  func cut(_ gaps: [ClosedRange<Double>]) -> [[Point]] {
    guard !gaps.isEmpty, length > 0 else { return [points] }
    let inside = gaps.flatMap { gap -> [ClosedRange<Double>] in
      if isClosed, gap.lowerBound < 0 { return [0...max(0, gap.upperBound), gap.lowerBound + length...length] }
      if isClosed, gap.upperBound > length { return [gap.lowerBound...length, 0...gap.upperBound - length] }
      return [gap]
    }.sorted { $0.lowerBound < $1.lowerBound }
    var pieces: [[Point]] = []
    var start = 0.0
    for gap in inside {
      if gap.lowerBound > start { pieces.append(stretch(start, gap.lowerBound)) }
      start = max(start, gap.upperBound)
    }
    if start < length { pieces.append(stretch(start, length)) }
    return pieces
  }

  private func stretch(_ start: Double, _ end: Double) -> [Point] {
    let between = points.indices.filter { lengths[$0] > start && lengths[$0] < end }.map { points[$0] }
    let last = end >= length ? points[points.count - 1] : point(at: end)
    return [point(at: start)] + between + [last]
  }

  private func wrapped(_ arc: Double) -> Double {
    guard isClosed else { return min(max(arc, 0), length) }
    let remainder = arc.truncatingRemainder(dividingBy: length)
    return remainder < 0 ? remainder + length : remainder
  }

  private func segment(at arc: Double) -> Int {
    var (low, high) = (0, points.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lengths[middle] <= arc { low = middle } else { high = middle }
    }
    return low
  }
}
