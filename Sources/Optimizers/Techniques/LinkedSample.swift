import Objectives

/// Points with their values, lowest first, that know how far away the nearest lower one is.
///
/// Distances are Euclidean, of the domain scaled to the unit cube. A minimum found links to sample points like a point of its
/// value, but is none to descend from.
struct LinkedSample: Sendable {
  fileprivate struct Point {
    /// In the unit cube.
    let coordinates: [Double]
    let value: Double
    /// The square of the distance to the nearest lower point or minimum.
    var gap = Double.infinity
    var isUsed = false
  }

  /// From the lowest value up; of equals, the older first.
  private var points: [Point] = []
  private var minima: [Point] = []

  var count: Int { points.count }
  /// Where the descents ended, in the unit cube.
  var minimizers: [[Double]] { minima.map(\.coordinates) }

  mutating func insert(_ x: [Double], _ value: Double, in box: Box) {
    var point = Point(coordinates: box.shrink(x), value: value)
    for minimum in minima where minimum.value <= value { point.link(to: minimum) }
    var rank = points.count
    while rank > 0, points[rank - 1].value > value { rank -= 1 }
    for lower in 0..<rank where points[lower].value < value { point.link(to: points[lower]) }
    for higher in rank..<points.count { points[higher].link(to: point) }
    points.insert(point, at: rank)
  }

  mutating func insertMinimum(_ x: [Double], _ value: Double, in box: Box) {
    let minimum = Point(coordinates: box.shrink(x), value: value)
    minima.append(minimum)
    for rank in points.indices where points[rank].value >= value { points[rank].link(to: minimum) }
  }

  /// The next rank from `rank` on and below `end` to descend from: not done yet, and no lower point within `radius`.
  func nextOrigin(from rank: Int, below end: Int, radius: Double) -> Int? {
    var rank = rank
    while rank < min(end, points.count) {
      if !points[rank].isUsed, points[rank].gap > radius * radius { return rank }
      rank += 1
    }
    return nil
  }

  /// Copies the point of a rank into `x`, and marks it as descended from.
  mutating func copyOrigin(rank: Int, into x: inout [Double], in box: Box) {
    points[rank].isUsed = true
    x.assign(points[rank].coordinates)
    box.stretch(&x)
  }
}

extension LinkedSample.Point {
  fileprivate mutating func link(to lower: Self) {
    var square = 0.0
    for i in coordinates.indices {
      let difference = coordinates[i] - lower.coordinates[i]
      square += difference * difference
    }
    gap = min(gap, square)
  }
}
