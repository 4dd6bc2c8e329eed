/// One piece of a path as straight lines: what remains when curves are flattened and NaN and infinity are left out.
struct Subpath {
  /// The stretches of finite points, in order; more than one where something else interrupts the line.
  private(set) var runs: [[Point]] = [[]]
  private(set) var isClosed = false

  /// Whether a coordinate that is not finite was left out, so that the outline encloses nothing known.
  var isBroken: Bool { runs.count > 1 }

  /// All pieces of a path, in order.
  static func all(of path: Path) -> [Subpath] {
    var result: [Subpath] = []
    var current = Subpath()
    var start = Point(0, 0)
    var pen = Point(0, 0)
    var isOpen = false
    func finished(_ subpath: Subpath) -> [Subpath] { isOpen ? [subpath] : [] }
    for element in path.elements {
      switch element {
      case .move(let point):
        result += finished(current)
        current = Subpath()
        current.append(point)
        (start, pen, isOpen) = (point, point, true)
      case .line(let point):
        if !isOpen { current.append(pen) }
        current.append(point)
        (pen, isOpen) = (point, true)
      case .curve(let control1, let control2, let end):
        if !isOpen { current.append(pen) }
        for point in flatten(pen, control1, control2, end) { current.append(point) }
        (pen, isOpen) = (end, true)
      case .close:
        current.close(to: start)
        result += finished(current)
        current = Subpath()
        (pen, isOpen) = (start, false)
      }
    }
    return result + finished(current)
  }

  private mutating func append(_ point: Point) {
    if point.isFinite {
      runs[runs.count - 1].append(point)
    } else {
      runs.append([])
    }
  }

  private mutating func close(to start: Point) {
    if isBroken { append(start) } else { isClosed = true }
  }

  private static func flatten(_ p: Point, _ c1: Point, _ c2: Point, _ end: Point) -> [Point] {
    let segments = 32
    return (1...segments).map { index in
      let t = Double(index) / Double(segments)
      let s = 1 - t
      return p * (s * s * s) + c1 * (3 * s * s * t) + c2 * (3 * s * t * t) + end * (t * t * t)
    }
  }
}
