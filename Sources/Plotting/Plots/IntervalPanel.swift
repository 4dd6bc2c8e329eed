import Canvas

/// The rows of an interval plot on the page: their labels, marks and notes, and the axis below them.
struct IntervalPanel {
  private let plot: IntervalPlot
  /// Of each row's label; one line where labels stand beside the panel.
  private let lines: [[String]]
  private let room: (left: Double, right: Double)

  init(_ plot: IntervalPlot, width: Double, _ typesetter: Typesetter) {
    self.plot = plot
    let notes = plot.width(typesetter, \.note) + 14
    switch plot.labels {
    case .beside:
      lines = plot.rows.map { [$0.label] }
      room = (plot.width(typesetter, \.label) + 16, notes)
    case .above:
      lines = plot.rows.map { row in
        typesetter.wrapped(row.label, font: Self.font(row, plot.typography), width: width)
      }
      room = (0, notes)
    }
  }

  private var type: Typography { plot.typography }
  private var lineHeight: Double { 1.3 * type.base }

  /// Of a row with all its lines.
  private func height(_ row: Int) -> Double {
    plot.labels == .beside ? 2 * type.base : 1.7 * type.base + Double(lines[row].count) * lineHeight
  }

  /// Of all rows.
  var height: Double { plot.rows.indices.reduce(0) { $0 + height($1) } }

  func draw(on canvas: Canvas, in rect: Rect) {
    let (limits, rows) = (plot.limits, plot.rows)
    let axes = Axes(
      x: Axis(plot.axis, from: limits.lowerBound, through: limits.upperBound, hasGrid: true),
      y: Axis("", from: 0, through: 1), hasYLabels: false, typography: type)
    let placed = axes.fitted(in: rect.inset(left: room.left, right: room.right), typesetter: canvas.typesetter)
    drawRegion(on: canvas, placed)
    placed.drawGrid(on: canvas)
    drawBounds(on: canvas, placed)
    // Rows share what the panel has, in proportion to what they need.
    let stretch = placed.panel.height / max(1, height)
    var top = placed.panel.minY
    for index in rows.indices {
      let bottom = top + height(index) * stretch
      draw(index, from: top, to: bottom, on: canvas, placed, left: rect.minX)
      top = bottom
    }
    drawAxis(on: canvas, placed)
  }

  private func drawRegion(on canvas: Canvas, _ axes: PlacedAxes) {
    let (left, right) = (max(plot.region.lowerBound, axes.x.lower), min(plot.region.upperBound, axes.x.upper))
    guard left < right else { return }
    let panel = axes.panel
    let start = axes.x.position(left)
    canvas.fill(
      Path(Rect(x: start, y: panel.minY, width: axes.x.position(right) - start, height: panel.height)), .panel)
  }

  private func drawBounds(on canvas: Canvas, _ axes: PlacedAxes) {
    for bound in [plot.region.lowerBound, plot.region.upperBound] where bound.isFinite {
      let x = axes.x.position(bound)
      canvas.stroke(
        Path([Point(x, axes.panel.minY), Point(x, axes.panel.maxY)]), Stroke(.axis, width: 1.2, dash: [4, 3]))
    }
  }

  private func draw(
    _ index: Int, from top: Double, to bottom: Double, on canvas: Canvas, _ axes: PlacedAxes, left: Double
  ) {
    let (row, panel) = (plot.rows[index], axes.panel)
    if row.isTotal, index > 0 {
      canvas.stroke(Path([Point(panel.minX, top), Point(panel.maxX, top)]), Stroke(.grid, width: 0.8))
    }
    let font = Self.font(row, type)
    var y = (top + bottom) / 2
    switch plot.labels {
    case .beside:
      canvas.text(RichText(row.label), at: Point(panel.minX - 12, y), font: font, anchor: TextAnchor(.end, .middle))
    case .above:
      for (line, text) in lines[index].enumerated() {
        canvas.text(
          RichText(text), at: Point(left, top + (Double(line) + 0.75) * lineHeight), font: font,
          anchor: TextAnchor(.start, .middle), halo: .background)
      }
      y = (top + Double(lines[index].count) * lineHeight + bottom) / 2
    }
    canvas.text(
      RichText(row.note), at: Point(panel.maxX + 12, y), font: font, ink: row.isTotal ? .text : .secondaryText,
      anchor: TextAnchor(.start, .middle))
    drawMarks(row, y, on: canvas, axes)
  }

  private func drawMarks(_ row: IntervalPlot.Row, _ y: Double, on canvas: Canvas, _ axes: PlacedAxes) {
    func line(_ range: ClosedRange<Double>, width: Double) {
      guard range.lowerBound.isFinite, range.upperBound.isFinite else { return }
      let ends = [range.lowerBound, range.upperBound].map { Point(axes.x.position($0), y) }
      canvas.stroke(Path(ends), Stroke(row.ink, width: width, cap: .butt))
    }
    line(row.wide, width: 1)
    line(row.interval, width: row.isTotal ? 4 : 3)
    guard row.estimate.isFinite else { return }
    row.marker.draw(
      on: canvas, at: Point(axes.x.position(row.estimate), y), radius: row.isTotal ? 5.4 : 4.2, ink: row.ink)
  }

  private func drawAxis(on canvas: Canvas, _ axes: PlacedAxes) {
    let panel = axes.panel
    canvas.stroke(
      Path([Point(panel.minX, panel.maxY), Point(panel.maxX, panel.maxY)]), Stroke(.axis, width: 1, cap: .square))
    for tick in axes.xTicks {
      guard let label = tick.label else { continue }
      let x = axes.x.position(tick.value)
      canvas.stroke(Path([Point(x, panel.maxY), Point(x, panel.maxY + 4)]), Stroke(.axis, width: 1))
      canvas.text(
        label, at: Point(x, panel.maxY + 7), font: type.small, ink: .secondaryText, anchor: TextAnchor(.middle, .top))
    }
    canvas.text(
      plot.axis, at: Point((panel.minX + panel.maxX) / 2, panel.maxY + type.base * 2), font: type.label,
      anchor: TextAnchor(.middle, .top))
  }

  private static func font(_ row: IntervalPlot.Row, _ type: Typography) -> Font {
    row.isTotal ? type.strongLabel : type.label
  }
}
