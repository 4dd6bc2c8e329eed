import Canvas

/// One panel of loss curves: some in colour with their quartiles, the others faint behind them.
struct LossCurvePanel {
  let curves: [LossCurve]
  /// Indices of the curves in colour.
  let highlighted: [Int]
  let target: Double?
  let typography: Typography
  /// Whether the target line says what it is.
  let isLabelled: Bool

  func draw(on canvas: Canvas, axes: PlacedAxes) {
    if highlighted.count == 1, curves[highlighted[0]].isEmpty {
      drawReason(curves[highlighted[0]].emptyReason, on: canvas, axes)
      return
    }
    for (index, curve) in curves.enumerated() where !highlighted.contains(index) {
      LineMark(x: curve.evaluations, y: curve.median, stroke: Stroke(.context, width: 0.9)).draw(on: canvas, axes: axes)
    }
    drawTarget(on: canvas, axes)
    // Fainter where many bands lie on top of each other.
    let opacity = highlighted.count > 4 ? 0.10 : (highlighted.count > 1 ? 0.15 : 0.22)
    for index in highlighted {
      let curve = curves[index]
      BandMark(x: curve.evaluations, low: curve.low, high: curve.high, ink: curve.style.ink.opacity(opacity))
        .draw(on: canvas, axes: axes)
    }
    for index in highlighted { drawCurve(curves[index], on: canvas, axes) }
  }

  /// Says in words why a panel of its own stays empty.
  private func drawReason(_ reason: String, on canvas: Canvas, _ axes: PlacedAxes) {
    let lines = canvas.typesetter.wrapped(
      "no data: " + reason, font: typography.small, width: axes.panel.width - 16)
    for (index, line) in lines.enumerated() {
      let y = axes.panel.center.y + (Double(index) - Double(lines.count - 1) / 2) * typography.base * 1.2
      canvas.text(
        RichText(line), at: Point(axes.panel.center.x, y), font: typography.small, ink: .secondaryText,
        anchor: TextAnchor(.middle, .middle), halo: .background)
    }
  }

  private func drawCurve(_ curve: LossCurve, on canvas: Canvas, _ axes: PlacedAxes) {
    guard let end = curve.end(below: axes.y.upper) else { return }
    LineMark(x: curve.evaluations, y: curve.median, stroke: curve.style.stroke(), casing: .casing)
      .draw(on: canvas, axes: axes)
    DotMark(
      x: [end.evaluations], y: [end.gap], marker: curve.style.marker, ink: curve.style.ink,
      radius: 3.2
    ).draw(on: canvas, axes: axes)
  }

  private func drawTarget(on canvas: Canvas, _ axes: PlacedAxes) {
    guard let target, axes.y.contains(target) else { return }
    let y = axes.y.position(target)
    canvas.stroke(
      Path([Point(axes.panel.minX, y), Point(axes.panel.maxX, y)]), Stroke(.secondaryText, width: 0.9, dash: [4, 3]))
    guard isLabelled else { return }
    canvas.text(
      "target " + NumberLabel.text(target), at: Point(axes.panel.minX + 5, y - 4), font: typography.small,
      ink: .secondaryText, anchor: TextAnchor(.start, .baseline), halo: .background)
  }
}
