import Canvas

/// Which cells of a page are already inked, and by which line; tells whether a box is free.
struct InkMap {
  static let free: Int32 = -1
  /// Ink that nothing may be printed on.
  static let taken: Int32 = -2

  private let frame: Rect
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var owner: [Int32]

  init(frame: Rect, cell: Double = 2) {
    self.frame = frame
    self.cell = cell
    columns = max(1, Int((frame.width / cell).rounded(.up)))
    rows = max(1, Int((frame.height / cell).rounded(.up)))
    owner = [Int32](repeating: Self.free, count: columns * rows)
  }

  /// Marks a polyline as the ink of one owner; where two owners meet, the cell is taken.
  mutating func draw(_ points: [Point], owner line: Int32) {
    for (a, b) in zip(points, points.dropFirst()) where a.isFinite && b.isFinite {
      let steps = max(1, Int((a.distance(to: b) / cell * 1.5).rounded(.up)))
      guard steps < 20_000 else { continue }
      for step in 0...steps { mark(a + (b - a) * (Double(step) / Double(steps)), line) }
    }
  }

  mutating func take(_ rect: Rect) {
    take(center: rect.center, along: Point(1, 0), width: rect.width, height: rect.height)
  }

  /// Takes a turned box.
  mutating func take(center: Point, along: Point, width: Double, height: Double) {
    visit(center, along, width, height) { mark($0, Self.taken) }
  }

  /// Whether a turned box lies inside the frame on cells without ink, other than that of `line`.
  func isFree(center: Point, along: Point, width: Double, height: Double, except line: Int32) -> Bool {
    var isFree = true
    visit(center, along, width, height) { point in
      guard let index = index(of: point) else {
        isFree = false
        return
      }
      if owner[index] != Self.free, owner[index] != line { isFree = false }
    }
    return isFree
  }

  private func visit(_ center: Point, _ along: Point, _ width: Double, _ height: Double, _ body: (Point) -> Void) {
    let across = Point(-along.y, along.x)
    let (m, n) = (Int((width / cell * 1.5).rounded(.up)), Int((height / cell * 1.5).rounded(.up)))
    for i in 0...max(m, 1) {
      for j in 0...max(n, 1) {
        let s = (Double(i) / Double(max(m, 1)) - 0.5) * width
        let t = (Double(j) / Double(max(n, 1)) - 0.5) * height
        body(center + along * s + across * t)
      }
    }
  }

  private func index(of point: Point) -> Int? {
    let (x, y) = ((point.x - frame.minX) / cell, (point.y - frame.minY) / cell)
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return nil }
    return Int(y) * columns + Int(x)
  }

  private mutating func mark(_ point: Point, _ line: Int32) {
    guard let index = index(of: point) else { return }
    owner[index] = owner[index] == Self.free || owner[index] == line ? line : Self.taken
  }
}
