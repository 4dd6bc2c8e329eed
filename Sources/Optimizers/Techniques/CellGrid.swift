import Scalars

/// The centres of a grid of k cells along every axis of the unit cube, each once, then those of a grid twice as fine.
///
/// They come in the order of an additive recurrence over the cells' numbers, from a random one on, so that the first of
/// them are not side by side. Where there are more than 2⁴⁰ cells, they are random cells.
struct CellGrid: Sendable {
  private let dimension: Int
  private var cellsPerAxis: Int
  /// k to the power n; nil beyond 2⁴⁰.
  private var count: Int?
  private var visited = 0
  private var cell = 0
  private var stride = 1

  /// The finest grid of at most `limit` cells, but of two along every axis at least.
  init(atMost limit: Int, dimension: Int, using generator: inout SeededGenerator) {
    self.dimension = dimension
    cellsPerAxis = 2
    while let count = Self.power(cellsPerAxis + 1, dimension), count <= limit { cellsPerAxis += 1 }
    begin(using: &generator)
  }

  /// Writes the next centre into `point`.
  mutating func next(into point: inout [Double], using generator: inout SeededGenerator) {
    if visited == count {
      cellsPerAxis = min(2 * cellsPerAxis, 1 << 40)
      begin(using: &generator)
    }
    var digits = cell
    for i in 0..<dimension {
      let digit = count == nil ? generator.index(below: cellsPerAxis) : digits % cellsPerAxis
      digits /= cellsPerAxis
      point[i] = (Double(digit) + 0.5) / Double(cellsPerAxis)
    }
    visited += 1
    if let count { cell = (cell + stride) % count }
  }

  private mutating func begin(using generator: inout SeededGenerator) {
    count = Self.power(cellsPerAxis, dimension)
    visited = 0
    guard let count else { return }
    cell = generator.index(below: count)
    // Near the golden section, which spreads best, and without a common divisor, so that every cell is met.
    stride = max(Int(0.6180339887498949 * Double(count)), 1)
    while Self.greatestCommonDivisor(stride, count) > 1 { stride += 1 }
  }

  /// base ^ exponent; nil beyond 2⁴⁰.
  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    var power = 1
    for _ in 0..<exponent {
      power *= base
      if power > 1 << 40 { return nil }
    }
    return power
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b > 0 { (a, b) = (b, a % b) }
    return a
  }
}
