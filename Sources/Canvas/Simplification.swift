/// Leaves out the points of a line whose absence nobody can see.
///
/// Douglas and Peucker, Algorithms for the reduction of the number of points required to represent a digitized line,
/// 1973, doi:10.3138/FM57-6770-U75U-7727. Runs on stretches of 1000 points, since the worst case is quadratic.
enum Simplification {
  private static let stretch = 1000

  /// The line without the points that are closer than `tolerance` to what remains; the first and last point stay.
  static func simplified(_ points: [Point], tolerance: Double) -> [Point] {
    guard points.count > 4 else { return points }
    var keep = [Bool](repeating: false, count: points.count)
    keep[0] = true
    var first = 0
    while first < points.count - 1 {
      let last = min(first + stretch, points.count - 1)
      keep[last] = true
      mark(points, first, last, tolerance * tolerance, &keep)
      first = last
    }
    return points.indices.filter { keep[$0] }.map { points[$0] }
  }

  private static func mark(
    _ points: [Point], _ first: Int, _ last: Int, _ squaredTolerance: Double, _ keep: inout [Bool]
  ) {
    var open = [(first, last)]
    while let (from, to) = open.popLast() {
      guard to - from > 1 else { continue }
      var farthest = from
      var distance = squaredTolerance
      for index in (from + 1)..<to {
        let candidate = squaredDistance(points[index], points[from], points[to])
        if candidate > distance { (farthest, distance) = (index, candidate) }
      }
      guard farthest != from else { continue }
      keep[farthest] = true
      open.append((from, farthest))
      open.append((farthest, to))
    }
  }

  /// The squared distance of a point to a segment.
  private static func squaredDistance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let (px, py) = (p.x - a.x, p.y - a.y)
    let length = dx * dx + dy * dy
    let t = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
    let (ex, ey) = (px - t * dx, py - t * dy)
    return ex * ex + ey * ey
  }
}
