import Canvas

/// Estimates with their intervals, one to a row, against where they would have to lie: a forest plot.
public struct IntervalPlot: Plot {
  /// One estimate with a 95 % interval, and a wider one drawn thin.
  public struct Row: Sendable {
    public var label: String
    /// To the right of the panel.
    public var note: String
    public var estimate: Double
    public var interval: ClosedRange<Double>
    public var wide: ClosedRange<Double>
    public var ink: Ink
    public var marker: Marker
    /// Set apart from the rows above, in bold.
    public var isTotal: Bool

    public init(
      label: String, note: String, estimate: Double, interval: ClosedRange<Double>, wide: ClosedRange<Double>,
      ink: Ink = Ink.text, marker: Marker = Marker(.square), isTotal: Bool = false
    ) {
      self.label = label
      self.note = note
      self.estimate = estimate
      self.interval = interval
      self.wide = wide
      self.ink = ink
      self.marker = marker
      self.isTotal = isTotal
    }
  }

  public var title: RichText
  public var subtitle: RichText
  public var axis: RichText
  public var rows: [Row]
  /// Where estimates must lie; it may reach beyond the axis.
  public var region: ClosedRange<Double>
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, axis: RichText, rows: [Row], region: ClosedRange<Double>,
    typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.axis = axis
    self.rows = rows
    self.region = region
    self.typography = typography
  }

  private static let margin = 20.0
  private static let rowHeight = 24.0
  private static let panelWidth = 380.0

  private func width(_ typesetter: Typesetter, _ text: (Row) -> String) -> Double {
    rows.map {
      typesetter.measure(RichText(text($0)), font: $0.isTotal ? typography.strongLabel : typography.label).width
    }
    .max() ?? 0
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let content = width(typesetter, \.label) + width(typesetter, \.note) + 30 + Self.panelWidth
    let header = max(
      typesetter.measure(title, font: typography.title).width,
      typesetter.measure(subtitle, font: typography.label).width)
    return Size(
      max(640, max(content, header) + 2 * Self.margin).rounded(.up),
      (Double(rows.count) * Self.rowHeight + typography.base * 9 + 2 * Self.margin).rounded(.up))
  }

  public func draw(on canvas: Canvas) {
    let body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: Self.margin))
    let typesetter = canvas.typesetter
    let axes = Axes(
      x: Axis(axis, from: limits.lowerBound, through: limits.upperBound, hasGrid: true),
      y: Axis("", from: 0, through: Double(max(rows.count, 1))), hasYLabels: false, typography: typography)
    let room = body.inset(
      left: width(typesetter, \.label) + 16, right: width(typesetter, \.note) + 14)
    let placed = axes.fitted(in: room, typesetter: typesetter)
    drawRegion(on: canvas, placed)
    placed.drawGrid(on: canvas)
    drawBounds(on: canvas, placed)
    for (index, row) in rows.enumerated() { draw(row, at: index, on: canvas, placed) }
    drawAxis(on: canvas, placed)
  }

  /// All intervals and the bounds, with a little room.
  private var limits: ClosedRange<Double> {
    let bounds = [region.lowerBound, region.upperBound].filter(\.isFinite)
    let ends = rows.flatMap {
      [$0.interval.lowerBound, $0.interval.upperBound, $0.wide.lowerBound, $0.wide.upperBound]
    }
    let all = (bounds + ends).filter(\.isFinite)
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    let padding = max(0.04 * (high - low), 1e-3)
    return low - padding...high + padding
  }

  private func drawRegion(on canvas: Canvas, _ axes: PlacedAxes) {
    let (left, right) = (max(region.lowerBound, axes.x.lower), min(region.upperBound, axes.x.upper))
    guard left < right else { return }
    let panel = axes.panel
    let start = axes.x.position(left)
    canvas.fill(
      Path(Rect(x: start, y: panel.minY, width: axes.x.position(right) - start, height: panel.height)), .panel)
  }

  private func drawBounds(on canvas: Canvas, _ axes: PlacedAxes) {
    for bound in [region.lowerBound, region.upperBound] where bound.isFinite {
      let x = axes.x.position(bound)
      canvas.stroke(
        Path([Point(x, axes.panel.minY), Point(x, axes.panel.maxY)]), Stroke(.axis, width: 1.2, dash: [4, 3]))
    }
  }

  private func draw(_ row: Row, at index: Int, on canvas: Canvas, _ axes: PlacedAxes) {
    let panel = axes.panel
    let height = panel.height / Double(max(rows.count, 1))
    let y = panel.minY + (Double(index) + 0.5) * height
    if row.isTotal, index > 0 {
      canvas.stroke(
        Path([Point(panel.minX, y - height / 2), Point(panel.maxX, y - height / 2)]), Stroke(.grid, width: 0.8))
    }
    let font = row.isTotal ? typography.strongLabel : typography.label
    canvas.text(RichText(row.label), at: Point(panel.minX - 12, y), font: font, anchor: TextAnchor(.end, .middle))
    canvas.text(
      RichText(row.note), at: Point(panel.maxX + 12, y), font: font, ink: row.isTotal ? .text : .secondaryText,
      anchor: TextAnchor(.start, .middle))
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
        label, at: Point(x, panel.maxY + 7), font: typography.small, ink: .secondaryText,
        anchor: TextAnchor(.middle, .top))
    }
    canvas.text(
      axis, at: Point((panel.minX + panel.maxX) / 2, panel.maxY + typography.base * 2), font: typography.label,
      anchor: TextAnchor(.middle, .top))
  }
}
