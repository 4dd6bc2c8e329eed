import Objectives
import Scalars

/// Points with their values, side by side in two arrays, so that none of its operations allocates.
struct Population: Sendable {
  let dimension: Int
  /// Member k at k · dimension.
  private(set) var coordinates: [Double]
  private(set) var values: [Double]

  /// `count` members at the origin, not evaluated.
  init(count: Int, dimension: Int) {
    self.dimension = dimension
    coordinates = Array(repeating: 0, count: count * dimension)
    values = Array(repeating: .infinity, count: count)
  }

  var count: Int { values.count }

  subscript(member: Int, coordinate: Int) -> Double {
    get { coordinates[member * dimension + coordinate] }
    set { coordinates[member * dimension + coordinate] = newValue }
  }

  mutating func place(_ member: Int, at x: [Double], value: Double) {
    for i in 0..<dimension { self[member, i] = x[i] }
    values[member] = value
  }

  /// Copies a member's coordinates into `x`.
  func copy(_ member: Int, into x: inout [Double]) {
    for i in 0..<dimension { x[i] = self[member, i] }
  }

  /// The member with the lowest value, the first of equals.
  var best: Int {
    var best = 0
    for member in values.indices where values[member] < values[best] { best = member }
    return best
  }

  /// The member with the highest value, the first of equals.
  var worst: Int {
    var worst = 0
    for member in values.indices where values[member] > values[worst] { worst = member }
    return worst
  }

  /// Places all members as a Latin hypercube of `box`: along every axis, one in each of `count` slices of equal width.
  ///
  /// Source: McKay, Beckman and Conover, A Comparison of Three Methods for Selecting Values of Input Variables,
  /// Technometrics 21, 1979, doi:10.2307/1268522.
  mutating func spreadAsLatinHypercube(in box: Box, using generator: inout SeededGenerator) {
    for i in 0..<dimension {
      for member in 0..<count {
        let share = (Double(member) + generator.uniform()) / Double(count)
        self[member, i] = min(box.lower[i] + share * (box.upper[i] - box.lower[i]), box.upper[i])
      }
      // Fisher and Yates' shuffle of the axis.
      for member in stride(from: count - 1, to: 0, by: -1) {
        let other = generator.index(below: member + 1)
        coordinates.swapAt(member * dimension + i, other * dimension + i)
      }
    }
  }
}
