import Canvas

/// Curves over one variable in rows of panels: those of a row share the y axis, all of them the x axis.
///
/// Curves are named at their right ends, beside the last panel of a row; every panel of a row has the same curves.
public struct CurveSheet: Plot {
  public struct Row: Sendable {
    public var yTitle: RichText
    public var y: ClosedRange<Double>
    /// One a column.
    public var panels: [CurvePanel]

    public init(yTitle: RichText, y: ClosedRange<Double>, panels: [CurvePanel]) {
      self.yTitle = yTitle
      self.y = y
      self.panels = panels
    }
  }

  public var title: RichText
  public var subtitle: RichText
  public var xTitle: RichText
  public var x: ClosedRange<Double>
  /// Of the columns; none for a single one.
  public var headings: [RichText]
  public var rows: [Row]
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, xTitle: RichText, x: ClosedRange<Double>, headings: [RichText] = [],
    rows: [Row], typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.xTitle = xTitle
    self.x = x
    self.headings = headings
    self.rows = rows
    self.typography = typography
  }

  private static let margin = 20.0
  private static let columnGap = 36.0
  private static let panelHeight = 190.0
  private var columns: Int { rows.map(\.panels.count).max() ?? 1 }

  private var headingHeight: Double { headings.isEmpty ? 0 : 1.5 * typography.base }
  /// Above a panel, for the title of its y axis and the numbers of the axis above.
  private var titleHeight: Double { 2.9 * typography.base }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let height = Double(rows.count) * (Self.panelHeight + titleHeight) + headingHeight
    return Size(720, (height + 2 * Self.margin + 8 * typography.base).rounded())
  }

  public func draw(on canvas: Canvas) {
    var body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: Self.margin))
    let typesetter = canvas.typesetter
    let all = rows.map(axes)
    let panelHeight =
      (body.height - headingHeight - bottomMargin(all, typesetter)) / Double(max(1, rows.count)) - titleHeight
    let left = all.map { $0.leftMargin(panelHeight: panelHeight, typesetter) }.max() ?? 0
    body = body.inset(left: left, right: labelRoom(typesetter))
    let width = (body.width - Double(columns - 1) * Self.columnGap) / Double(columns)
    for (index, row) in rows.enumerated() {
      let top =
        body.minY + headingHeight + titleHeight - 0.7 * typography.base + Double(index) * (panelHeight + titleHeight)
      for (column, panel) in row.panels.enumerated() {
        var axes = all[index]
        axes.hasYLabels = column == 0
        axes.hasXLabels = index == rows.count - 1
        if column > 0 { axes.y.title = "" }
        let rect = Rect(
          x: body.minX + Double(column) * (width + Self.columnGap), y: top, width: width, height: panelHeight)
        let placed = axes.placed(around: rect, typesetter: typesetter)
        placed.drawGrid(on: canvas)
        panel.draw(on: canvas, axes: placed, typography: typography)
        placed.drawFrame(on: canvas)
        if column == row.panels.count - 1 { drawLabels(of: panel, on: canvas, placed) }
        guard index == 0, column < headings.count else { continue }
        canvas.text(
          headings[column], at: Point(rect.minX, body.minY), font: typography.strongLabel,
          anchor: TextAnchor(.start, .top))
      }
    }
  }

  private func axes(_ row: Row) -> Axes {
    Axes(
      x: Axis(xTitle, from: x.lowerBound, through: x.upperBound),
      y: Axis(row.yTitle, from: row.y.lowerBound, through: row.y.upperBound, hasGrid: true), verticalTitle: .above,
      typography: typography)
  }

  private func bottomMargin(_ axes: [Axes], _ typesetter: Typesetter) -> Double {
    axes.last?.bottomMargin(typesetter) ?? 0
  }

  private func labelRoom(_ typesetter: Typesetter) -> Double {
    let labels = rows.flatMap { $0.panels.last?.curves ?? [] }.map(\.label)
    let widest = labels.map { typesetter.measure(RichText($0), font: typography.label).width }.max() ?? 0
    return widest + EndLabels.distance
  }

  private func drawLabels(of panel: CurvePanel, on canvas: Canvas, _ axes: PlacedAxes) {
    let ends = panel.curves.compactMap { curve in
      curve.end.map { (curve, Point(axes.panel.maxX, axes.y.clampedPosition($0.y))) }
    }
    let spacing = 1.35 * typography.base
    let heights = LabelFan.positions(
      wanted: ends.map(\.1.y), spacing: spacing, within: (axes.panel.minY, axes.panel.maxY))
    for ((curve, end), y) in zip(ends, heights) {
      let x = axes.panel.maxX + EndLabels.distance
      canvas.stroke(
        Path([Point(end.x + 4, end.y), Point(x - 6, y), Point(x - 3, y)]),
        Stroke(curve.style.ink.opacity(0.7), width: 0.9))
      canvas.text(
        RichText(curve.label), at: Point(x, y), font: typography.label, ink: curve.style.ink,
        anchor: TextAnchor(.start, .middle))
    }
  }
}
