/// Traces level sets of one field; the padded samples and the links are reused from level to level.
struct MarchingSquares {
  private let field: ScalarField
  /// Samples with a border of −∞ around them, NaN as −∞ and +∞ as the highest finite value or above the levels.
  private let samples: [Double]
  private let width: Int
  private let height: Int
  /// Whether a padded cell is one that isolines may cross.
  private let isOpen: [Bool]
  private let hasMask: Bool
  /// For each edge the edge to which the loop goes on; −1: not crossed. Edge 2i starts at sample i rightwards, 2i + 1
  /// upwards.
  private var next: [Int32]
  /// Whether the segment that starts at an edge lies in a closed cell.
  private var isBoundary: [Bool]

  init(_ field: ScalarField, top: Double) {
    self.field = field
    width = field.columns + 2
    height = field.rows + 2
    var samples = [Double](repeating: -.infinity, count: width * height)
    var isOpen = [Bool](repeating: false, count: width * height)
    var hasMask = false
    for row in 0..<field.rows {
      for column in 0..<field.columns {
        let value = field[column, row]
        let index = (row + 1) * width + column + 1
        samples[index] = value.isNaN ? -.infinity : min(value, top)
        guard row + 1 < field.rows, column + 1 < field.columns else { continue }
        let sum = field[column, row] + field[column + 1, row] + field[column, row + 1] + field[column + 1, row + 1]
        isOpen[index] = !sum.isNaN || !Self.anyNaN(field, column, row)
        if !isOpen[index] { hasMask = true }
      }
    }
    self.samples = samples
    self.isOpen = isOpen
    self.hasMask = hasMask
    next = [Int32](repeating: -1, count: 2 * width * height)
    isBoundary = [Bool](repeating: false, count: 2 * width * height)
  }

  private static func anyNaN(_ field: ScalarField, _ column: Int, _ row: Int) -> Bool {
    field[column, row].isNaN || field[column + 1, row].isNaN || field[column, row + 1].isNaN
      || field[column + 1, row + 1].isNaN
  }

  mutating func contours(at level: Double) -> ContourSet {
    let starts = link(level)
    var loops: [ContourSet.Loop] = []
    for start in starts where next[Int(start)] >= 0 {
      loops.append(trace(from: start, level))
    }
    return ContourSet(level: level, loops: loops)
  }

  /// Links the crossings of every cell, what is above on the left; returns the edges in the order they were found.
  private mutating func link(_ level: Double) -> [Int32] {
    var starts: [Int32] = []
    samples.withUnsafeBufferPointer { u in
      for row in 0..<height - 1 {
        let base = row * width
        var left = (u[base] > level ? 1 : 0) | (u[base + width] > level ? 2 : 0)
        for column in 0..<width - 1 {
          let index = base + column
          let right = (u[index + 1] > level ? 1 : 0) | (u[index + 1 + width] > level ? 2 : 0)
          let pattern = left | right << 2
          left = right
          if pattern == 0 || pattern == 15 { continue }
          linkCell(index, pattern, level, u, &starts)
        }
      }
    }
    return starts
  }

  /// Corner bits: 1 lower left, 2 upper left, 4 lower right, 8 upper right.
  private mutating func linkCell(
    _ index: Int, _ pattern: Int, _ level: Double, _ u: UnsafeBufferPointer<Double>, _ starts: inout [Int32]
  ) {
    let bottom = Int32(2 * index)
    let left = bottom + 1
    let top = Int32(2 * (index + width))
    let right = Int32(2 * (index + 1) + 1)
    let boundary = !isOpen[index]
    func join(_ from: Int32, _ to: Int32) {
      next[Int(from)] = to
      isBoundary[Int(from)] = boundary
      starts.append(from)
    }
    switch pattern {
    case 1: join(bottom, left)
    case 2: join(left, top)
    case 3: join(bottom, top)
    case 4: join(right, bottom)
    case 5: join(right, left)
    case 7: join(right, top)
    case 8: join(top, right)
    case 10: join(left, right)
    case 11: join(bottom, right)
    case 12: join(top, bottom)
    case 13: join(top, left)
    case 14: join(left, bottom)
    case 6, 9:
      let (z00, z01, z10, z11) = (u[index], u[index + width], u[index + 1], u[index + 1 + width])
      let saddle = (z00 * z11 - z10 * z01) / (z00 + z11 - z10 - z01)
      let isJoined = saddle > level
      if pattern == 9 {
        // Lower left and upper right are above.
        join(bottom, isJoined ? right : left)
        join(top, isJoined ? left : right)
      } else {
        join(left, isJoined ? bottom : top)
        join(right, isJoined ? top : bottom)
      }
    default: break
    }
  }

  private mutating func trace(from start: Int32, _ level: Double) -> ContourSet.Loop {
    var loop = ContourSet.Loop(points: [], isBoundary: [])
    var edge = start
    repeat {
      let index = Int(edge)
      append(crossing(of: index, level), isBoundary[index], to: &loop)
      edge = next[index]
      next[index] = -1
    } while edge != start
    return loop
  }

  /// Points that coincide, as at the frame's corners, are kept once.
  private func append(_ point: SIMD2<Double>, _ boundary: Bool, to loop: inout ContourSet.Loop) {
    if boundary, loop.isBoundary.last == true, loop.points.last == point { return }
    loop.points.append(point)
    loop.isBoundary.append(boundary)
  }

  private func crossing(of edge: Int, _ level: Double) -> SIMD2<Double> {
    let index = edge / 2
    let isVertical = edge % 2 == 1
    let a = samples[index]
    let b = samples[isVertical ? index + width : index + 1]
    let t: Double
    if a == -.infinity {
      t = 1
    } else if b == -.infinity {
      t = 0
    } else {
      t = (level - a) / (b - a)
    }
    let column = Double(index % width - 1) + (isVertical ? 0 : t)
    let row = Double(index / width - 1) + (isVertical ? t : 0)
    return SIMD2(Self.at(column, field.columns, field.x), Self.at(row, field.rows, field.y))
  }

  private static func at(_ index: Double, _ count: Int, _ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * (index / Double(count - 1))
  }
}

extension ScalarField {
  /// The boundaries of {value > level} for each level, in the order given.
  public func contours(at levels: [Double]) -> [ContourSet] {
    let highest = max(levels.max() ?? 0, values.lazy.filter(\.isFinite).max() ?? 0)
    let lowest = min(levels.min() ?? 0, values.lazy.filter(\.isFinite).min() ?? 0)
    // +∞ is drawn as the highest value, a little above, so that it lies above every level and crossings stay finite.
    var tracer = MarchingSquares(self, top: highest + (highest - lowest) / 64)
    return levels.map { tracer.contours(at: $0) }
  }
}
