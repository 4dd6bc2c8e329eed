/// What is seen of a trajectory in a window: its runs inside, and where it leaves for good or for a while.
struct ClippedTrajectory: Sendable, Equatable {
  struct Exit: Sendable, Equatable {
    let point: SIMD2<Double>
    /// Outwards, not normalized.
    let direction: SIMD2<Double>
  }

  /// Runs of at least one point, in the window; a run of one point has no length.
  private(set) var runs: [[SIMD2<Double>]] = []
  /// Where the line last leaves the window if it never comes back; nil if it ends inside.
  private(set) var exit: Exit?
  /// The first point, if it lies inside.
  private(set) var start: SIMD2<Double>?
  /// The last finite point, if it lies inside and no point after it is missing.
  private(set) var end: SIMD2<Double>?

  init(_ points: [SIMD2<Double>], x: ClosedRange<Double>, y: ClosedRange<Double>) {
    func isInside(_ p: SIMD2<Double>) -> Bool { x.contains(p.x) && y.contains(p.y) }
    if let first = points.first, isInside(first) { start = first }
    if let last = points.last(where: { $0.x.isFinite && $0.y.isFinite }), isInside(last) { end = last }
    var run: [SIMD2<Double>] = []
    func close() {
      if !run.isEmpty { runs.append(run) }
      run = []
    }
    for (index, point) in points.enumerated() {
      let isFinite = point.x.isFinite && point.y.isFinite
      let previous = index > 0 ? points[index - 1] : SIMD2(repeating: .nan)
      if isFinite, previous.x.isFinite, previous.y.isFinite {
        guard let (a, b) = Self.clip(previous, point, x, y) else {
          close()
          continue
        }
        if run.last != a { close() }
        if run.isEmpty { run = [a] }
        run.append(b)
        if b != point {
          exit = Exit(point: b, direction: point - previous)
          close()
        }
      } else if isFinite, isInside(point) {
        close()
        run = [point]
      } else {
        close()
      }
    }
    close()
    if end != nil { exit = nil }
  }

  /// The part of a segment in the window, by Liang and Barsky, 1984, doi:10.1145/357332.357333.
  private static func clip(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) -> (SIMD2<Double>, SIMD2<Double>)? {
    // Halves, so that the difference of two huge coordinates stays finite.
    let d = b / 2 - a / 2
    var (enter, leave) = (0.0, 1.0)
    let edges = [
      (-d.x, a.x / 2 - x.lowerBound / 2), (d.x, x.upperBound / 2 - a.x / 2),
      (-d.y, a.y / 2 - y.lowerBound / 2), (d.y, y.upperBound / 2 - a.y / 2),
    ]
    for (slope, room) in edges {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        enter = max(enter, room / slope)
      } else {
        leave = min(leave, room / slope)
      }
    }
    guard enter <= leave else { return nil }
    func at(_ t: Double) -> SIMD2<Double> {
      let p = a + d * (2 * t)
      return [min(max(p.x, x.lowerBound), x.upperBound), min(max(p.y, y.lowerBound), y.upperBound)]
    }
    return (enter == 0 ? a : at(enter), leave == 1 ? b : at(leave))
  }
}
