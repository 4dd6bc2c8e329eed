import Canvas

/// Draws one trajectory's runs on the page: casing, line, iterates where they are far apart, and a few arrowheads.
struct TrajectoryLine {
  let runs: [[Point]]
  let style: SeriesStyle
  let width: Double

  func drawCasing(_ canvas: Canvas) {
    let casing = Stroke(LandscapeMarks.casing.opacity(0.85), width: width + 2.4, cap: .round)
    canvas.stroke(path, casing)
  }

  func draw(_ canvas: Canvas) {
    canvas.stroke(path, style.stroke(width: width))
    let arcs = runs.filter { $0.count > 1 }.map { PolylineArc($0, isClosed: false) }
    drawIterates(canvas, arcs)
    drawArrowheads(canvas, arcs)
  }

  private var path: Path {
    var path = Path()
    for run in runs where run.count > 1 { path.add(run) }
    return path
  }

  /// Dots where steps can be told apart; a dense line is clearer without.
  private func drawIterates(_ canvas: Canvas, _ arcs: [PolylineArc]) {
    var last: Point?
    for arc in arcs where arc.length / Double(arc.points.count - 1) > 5 * width {
      for point in arc.points.dropFirst().dropLast() where last.map({ $0.distance(to: point) > 3 * width }) ?? true {
        canvas.fill(.circle(point, radius: width * 0.95), style.ink)
        last = point
      }
    }
  }

  private func drawArrowheads(_ canvas: Canvas, _ arcs: [PolylineArc]) {
    guard let arc = arcs.max(by: { $0.length < $1.length }) else { return }
    let size = 3 * width + 4
    guard arc.length > 6 * size else { return }
    for fraction in arc.length > 30 * size ? [0.22, 0.55] : [0.45] {
      guard let place = straightest(arc, around: fraction * arc.length, size) else { continue }
      let (tip, tail) = (arc.point(at: place + size / 2), arc.point(at: place - size / 2))
      LandscapeMarks.arrowhead(canvas, tip: tip, direction: tip - tail, length: size, ink: style.ink)
    }
  }

  /// The place near an arc length where the line turns least under an arrowhead; nil where it is a zigzag everywhere.
  private func straightest(_ arc: PolylineArc, around center: Double, _ size: Double) -> Double? {
    var best: (place: Double, turning: Double)?
    for step in -8...8 {
      let place = center + Double(step) * 0.01 * arc.length
      guard place > 2 * size, place < arc.length - 2 * size else { continue }
      let turning = arc.turning(from: place - size, to: place + size) + 0.02 * Double(abs(step))
      if turning < best?.turning ?? .infinity { best = (place, turning) }
    }
    guard let best, best.turning < 1 else { return nil }
    return best.place
  }
}
