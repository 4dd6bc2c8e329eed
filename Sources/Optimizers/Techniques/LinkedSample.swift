import Objectives

/// Points with their values, lowest first, that know how far away the nearest lower one is.
///
/// Distances are Euclidean, of the domain scaled to the unit cube. A minimum found links to sample points like a point of its
/// value, but is none to descend from. Every insertion looks at all points, most of them at a coordinate or two.
struct LinkedSample: Sendable {
  private let dimension: Int
  /// Point k at k · dimension, in the unit cube, in the order of insertion; so the other arrays.
  private var coordinates: [Double] = []
  private var values: [Double] = []
  /// The square of the distance to the nearest lower point or minimum.
  private var gaps: [Double] = []
  private var isUsed: [Bool] = []
  /// The points from the lowest value up; of equals, the older first.
  private var order: [Int] = []
  /// Where the descents ended, in the unit cube.
  private(set) var minimizers: [[Double]] = []
  private var minima: [Double] = []

  init(dimension: Int) { self.dimension = dimension }

  var count: Int { values.count }

  mutating func insert(_ x: [Double], _ value: Double, in box: Box) {
    let place = box.shrink(x)
    var gap = Double.infinity
    for k in minima.indices where minima[k] <= value {
      gap = min(gap, Self.square(place, minimizers[k], 0, below: gap))
    }
    for k in values.indices {
      if values[k] < value {
        gap = min(gap, Self.square(place, coordinates, k * dimension, below: gap))
      } else if values[k] > value {
        gaps[k] = min(gaps[k], Self.square(place, coordinates, k * dimension, below: gaps[k]))
      }
    }
    var rank = order.count
    while rank > 0, values[order[rank - 1]] > value { rank -= 1 }
    order.insert(values.count, at: rank)
    coordinates += place
    values.append(value)
    gaps.append(gap)
    isUsed.append(false)
  }

  mutating func insertMinimum(_ x: [Double], _ value: Double, in box: Box) {
    let place = box.shrink(x)
    minimizers.append(place)
    minima.append(value)
    for k in values.indices where values[k] >= value {
      gaps[k] = min(gaps[k], Self.square(place, coordinates, k * dimension, below: gaps[k]))
    }
  }

  /// The next rank from `rank` on and below `end` to descend from: not done yet, and no lower point within `radius`.
  func nextOrigin(from rank: Int, below end: Int, radius: Double) -> Int? {
    var rank = rank
    while rank < min(end, order.count) {
      let k = order[rank]
      if !isUsed[k], gaps[k] > radius * radius { return rank }
      rank += 1
    }
    return nil
  }

  /// Copies the point of a rank into `x`, and marks it as descended from.
  mutating func copyOrigin(rank: Int, into x: inout [Double], in box: Box) {
    let k = order[rank]
    isUsed[k] = true
    for i in 0..<dimension { x[i] = coordinates[k * dimension + i] }
    box.stretch(&x)
  }

  /// The squared distance of `a` from the point at `offset` of `b`, or something not below `limit`.
  private static func square(_ a: [Double], _ b: [Double], _ offset: Int, below limit: Double) -> Double {
    var square = 0.0
    for i in a.indices {
      let difference = a[i] - b[offset + i]
      square += difference * difference
      if square >= limit { break }
    }
    return square
  }
}
