import Canvas

/// Names at the right ends of curves, moved apart where they would touch, each joined to its curve by a thin line.
struct EndLabels {
  let curves: [LossCurve]
  let typography: Typography

  /// From the panel's edge to the text.
  static let distance = 26.0

  /// The curves that have an end, and the heights at which their labels' centres go.
  func placed(_ axes: PlacedAxes) -> [(curve: LossCurve, end: Point, y: Double)] {
    let ends = curves.compactMap { curve in
      curve.end(below: axes.y.upper).map { end in
        (curve, Point(axes.x.clampedPosition(end.evaluations), axes.y.clampedPosition(end.gap)))
      }
    }
    let spacing = typography.base * 1.35
    let heights = LabelFan.positions(
      wanted: ends.map(\.1.y), spacing: spacing,
      within: (axes.panel.minY + spacing / 2, axes.panel.maxY - spacing / 4))
    return zip(ends, heights).map { (curve: $0.0, end: $0.1, y: $1) }
  }

  func draw(on canvas: Canvas, axes: PlacedAxes) {
    for (curve, end, y) in placed(axes) {
      let x = axes.panel.maxX + Self.distance
      let start = Point(max(end.x, axes.panel.maxX - 1) + 6, end.y)
      if end.x < axes.panel.maxX - 6 {
        // A method that stopped early: dotted on to the edge, where its label's line begins.
        canvas.stroke(
          Path([Point(end.x + 6, end.y), start]), Stroke(curve.style.ink.opacity(0.6), width: 0.9, dash: [1, 3]))
      }
      canvas.stroke(
        Path([start, Point(x - 6, y), Point(x - 3, y)]), Stroke(curve.style.ink.opacity(0.7), width: 0.9))
      canvas.text(
        RichText(curve.label), at: Point(x, y), font: typography.label, anchor: TextAnchor(.start, .middle))
    }
  }
}
