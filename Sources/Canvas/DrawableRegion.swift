/// The generous rectangle outside which nothing is handed to Cairo, whose coordinates wrap at about 8 million.
struct DrawableRegion {
  let bounds: Rect

  /// The region around a drawing: one more width and height on every side, so that no line end or join is seen there.
  init(around size: Size) {
    let margin = max(size.width, size.height)
    bounds = Rect(x: 0, y: 0, width: size.width, height: size.height).inset(by: -margin)
  }

  func contains(_ points: [Point]) -> Bool { points.allSatisfy(bounds.contains) }

  /// The stretches of a line of finite points that lie inside, cut at the edge.
  ///
  /// Liang and Barsky, A new concept and method for line clipping, 1984, doi:10.1145/357332.357333.
  func clippedLine(_ points: [Point]) -> [[Point]] {
    if contains(points) { return points.isEmpty ? [] : [points] }
    var runs: [[Point]] = []
    var current: [Point] = []
    for (a, b) in zip(points, points.dropFirst()) {
      guard let (from, to) = clippedSegment(a, b) else {
        if !current.isEmpty { runs.append(current) }
        current = []
        continue
      }
      if current.last != from {
        if !current.isEmpty { runs.append(current) }
        current = [from]
      }
      current.append(to)
    }
    if !current.isEmpty { runs.append(current) }
    return runs
  }

  private func clippedSegment(_ a: Point, _ b: Point) -> (Point, Point)? {
    // Halved, so that the difference of two finite coordinates cannot overflow.
    let dx = b.x / 2 - a.x / 2
    let dy = b.y / 2 - a.y / 2
    var enter = 0.0
    var leave = 1.0
    let edges = [
      (-dx, a.x / 2 - bounds.minX / 2), (dx, bounds.maxX / 2 - a.x / 2),
      (-dy, a.y / 2 - bounds.minY / 2), (dy, bounds.maxY / 2 - a.y / 2),
    ]
    for (direction, room) in edges {
      if direction == 0 {
        if room < 0 { return nil }
      } else if direction < 0 {
        enter = max(enter, room / direction)
      } else {
        leave = min(leave, room / direction)
      }
    }
    guard enter <= leave else { return nil }
    func at(_ t: Double) -> Point { Point(a.x + 2 * (dx * t), a.y + 2 * (dy * t)) }
    return (enter == 0 ? a : at(enter), leave == 1 ? b : at(leave))
  }

  /// The part of a polygon of finite points that lies inside; edges along the region's border may be doubled.
  ///
  /// Sutherland and Hodgman, Reentrant polygon clipping, 1974, doi:10.1145/360767.360802.
  func clippedPolygon(_ points: [Point]) -> [Point] {
    if contains(points) { return points }
    var polygon = Self.clip(points, inside: { $0.x >= bounds.minX }) { Self.crossing($0, $1, x: bounds.minX) }
    polygon = Self.clip(polygon, inside: { $0.x <= bounds.maxX }) { Self.crossing($0, $1, x: bounds.maxX) }
    polygon = Self.clip(polygon, inside: { $0.y >= bounds.minY }) { Self.crossing($0, $1, y: bounds.minY) }
    return Self.clip(polygon, inside: { $0.y <= bounds.maxY }) { Self.crossing($0, $1, y: bounds.maxY) }
  }

  private static func clip(
    _ points: [Point], inside: (Point) -> Bool, crossing: (Point, Point) -> Point
  ) -> [Point] {
    guard var previous = points.last else { return [] }
    var result: [Point] = []
    result.reserveCapacity(points.count + 4)
    for point in points {
      if inside(point) != inside(previous) { result.append(crossing(previous, point)) }
      if inside(point) { result.append(point) }
      previous = point
    }
    return result
  }

  private static func crossing(_ a: Point, _ b: Point, x: Double) -> Point {
    let t = (x / 2 - a.x / 2) / (b.x / 2 - a.x / 2)
    return Point(x, a.y + 2 * ((b.y / 2 - a.y / 2) * t))
  }

  private static func crossing(_ a: Point, _ b: Point, y: Double) -> Point {
    let t = (y / 2 - a.y / 2) / (b.y / 2 - a.y / 2)
    return Point(a.x + 2 * ((b.x / 2 - a.x / 2) * t), y)
  }
}
