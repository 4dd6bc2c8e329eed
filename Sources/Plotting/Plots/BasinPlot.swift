import Canvas

/// A function of one variable with the basin of its global minimum, from which starts reached it, and both shares.
public struct BasinPlot: Plot {
  /// One method's starts.
  public struct Row: Sendable {
    public var label: String
    public var reached: [Double]
    public var notReached: [Double]

    public init(label: String, reached: [Double], notReached: [Double]) {
      self.label = label
      self.reached = reached
      self.notReached = notReached
    }

    var reachedLabel: RichText { RichText("\(reached.count) reached it") }
    var notReachedLabel: RichText { RichText("\(notReached.count) did not") }
  }

  public var title: RichText
  public var subtitle: RichText
  /// The graph, ascending in x.
  public var x: [Double]
  public var y: [Double]
  public var globalMinimizers: [(x: Double, y: Double)]
  public var localMinimizers: [(x: Double, y: Double)]
  /// Where descent leads to the global minimum.
  public var basins: [ClosedRange<Double>]
  public var rows: [Row]
  /// The basin's share of the domain, and of the starts; its title and subtitle are not drawn.
  public var shares: IntervalPlot
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, x: [Double], y: [Double], globalMinimizers: [(x: Double, y: Double)],
    localMinimizers: [(x: Double, y: Double)], basins: [ClosedRange<Double>], rows: [Row], shares: IntervalPlot,
    typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.x = x
    self.y = y
    self.globalMinimizers = globalMinimizers
    self.localMinimizers = localMinimizers
    self.basins = basins
    self.rows = rows
    self.shares = shares
    self.typography = typography
  }

  private var margin: Double { shares.margin }
  private static let laneHeight = 17.0
  private static let basinInk = SeriesStyle(index: 0).ink
  private static let otherInk = SeriesStyle(index: 1).ink
  /// Per row its name, and a lane each for the starts that reached the minimum and for the others.
  private var rowHeight: Double { 2 * Self.laneHeight + 1.9 * typography.base }

  /// Inside the domain, where the basin ends.
  public var borders: [Double] {
    basins.flatMap { [$0.lowerBound, $0.upperBound] }.filter { $0 != x.first && $0 != x.last }
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let width = shares.labels == .above ? IntervalPlot.narrowWidth : 720
    let body = width - 2 * margin
    let header = FigureHeader(title: title, subtitle: subtitle, type: typography).height(width: body, typesetter)
    let shares = self.shares.bodyHeight(width: body, typesetter)
    return Size(
      width, (header + 0.22 * width + 160 + Double(rows.count) * rowHeight + shares + 2 * margin).rounded())
  }

  public func draw(on canvas: Canvas) {
    let body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: margin))
    let sharesHeight = shares.bodyHeight(width: body.width, canvas.typesetter)
    let graph = body.inset(bottom: sharesHeight + Double(rows.count) * rowHeight + 14)
    let axes = placedAxes(in: graph, canvas.typesetter)
    drawGraph(on: canvas, axes)
    for (index, row) in rows.enumerated() {
      draw(row, on: canvas, top: graph.maxY + 6 + Double(index) * rowHeight, axes)
    }
    var lower = shares
    lower.title = ""
    lower.subtitle = ""
    lower.draw(on: canvas, in: body.inset(top: body.height - sharesHeight))
  }

  private func placedAxes(in rect: Rect, _ typesetter: Typesetter) -> PlacedAxes {
    let finite = y.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let padding = 0.08 * (high - low)
    let axes = Axes(
      x: Axis(.italic("x"), from: x.first ?? 0, through: x.last ?? 1),
      y: Axis(.italic("f") + "(" + .italic("x") + ")", from: low - padding, through: high + padding, hasGrid: true),
      verticalTitle: .above, typography: typography)
    let lanes = rows.flatMap { [$0.reachedLabel, $0.notReachedLabel] }.map {
      typesetter.measure($0, font: typography.small).width
    }
    let plain = axes.fitted(in: rect, typesetter: typesetter)
    let missing = max(0, (lanes.max() ?? 0) + 10 - (plain.panel.minX - rect.minX))
    return axes.placed(around: plain.panel.inset(left: missing), typesetter: typesetter)
  }

  private func drawGraph(on canvas: Canvas, _ axes: PlacedAxes) {
    for basin in basins { fill(basin, from: axes.panel.minY, to: axes.panel.maxY, on: canvas, axes) }
    axes.drawGrid(on: canvas)
    drawBorders(from: axes.panel.minY, to: axes.panel.maxY, on: canvas, axes)
    LineMark(x: x, y: y, stroke: Stroke(.text, width: 1.5, join: .round)).draw(on: canvas, axes: axes)
    for point in localMinimizers { LandscapeMarks.dot(canvas, at: axes.point(point.x, point.y), radius: 3) }
    for point in globalMinimizers { LandscapeMarks.star(canvas, at: axes.point(point.x, point.y), radius: 8) }
    axes.drawFrame(on: canvas)
    let top = axes.panel.minY + typography.base
    for basin in basins {
      let (left, right) = (axes.x.position(basin.lowerBound), axes.x.position(basin.upperBound))
      let names: [RichText] = ["basin of the global minimum", "global minimum’s basin", "global basin", "basin"]
      let fitting = names.first { canvas.measure($0, font: typography.small).width < right - left - 8 }
      canvas.text(
        fitting ?? "", at: Point((left + right) / 2, top), font: typography.small, ink: Self.basinInk,
        anchor: TextAnchor(.middle, .middle), halo: .background)
    }
    for border in borders {
      canvas.text(
        "border " + NumberLabel.text(border), at: Point(axes.x.position(border) + 6, top + 1.5 * typography.base),
        font: typography.small, anchor: TextAnchor(.start, .middle), halo: .background)
    }
  }

  private func fill(
    _ basin: ClosedRange<Double>, from top: Double, to bottom: Double, on canvas: Canvas, _ axes: PlacedAxes
  ) {
    let (left, right) = (axes.x.position(basin.lowerBound), axes.x.position(basin.upperBound))
    canvas.fill(
      Path(Rect(x: left, y: top, width: right - left, height: bottom - top)), Self.basinInk.opacity(0.1))
  }

  private func drawBorders(from top: Double, to bottom: Double, on canvas: Canvas, _ axes: PlacedAxes) {
    for border in borders {
      let x = axes.x.position(border)
      canvas.stroke(Path([Point(x, top), Point(x, bottom)]), Stroke(.axis, width: 1.2, dash: [4, 3]))
    }
  }

  /// A lane of strokes for the starts that reached the minimum, and below it one for the others.
  private func draw(_ row: Row, on canvas: Canvas, top: Double, _ axes: PlacedAxes) {
    let first = top + 1.7 * typography.base
    canvas.text(
      RichText("\(row.label): starts by where they led"), at: Point(axes.panel.minX, top + 0.8 * typography.base),
      font: typography.small,
      ink: .secondaryText, anchor: TextAnchor(.start, .middle))
    let bottom = first + 2 * Self.laneHeight
    for basin in basins { fill(basin, from: first, to: bottom, on: canvas, axes) }
    let lanes = [
      (row.reachedLabel, row.reached, Self.basinInk), (row.notReachedLabel, row.notReached, Self.otherInk),
    ]
    for (index, lane) in lanes.enumerated() {
      let y = first + (Double(index) + 0.5) * Self.laneHeight
      canvas.text(
        lane.0, at: Point(axes.panel.minX - 8, y), font: typography.small, ink: lane.2,
        anchor: TextAnchor(.end, .middle))
      var strokes = Path()
      for start in lane.1 where axes.x.contains(start) {
        let x = axes.x.position(start)
        strokes.add([Point(x, y - 0.38 * Self.laneHeight), Point(x, y + 0.38 * Self.laneHeight)])
      }
      canvas.stroke(strokes, Stroke(lane.2.opacity(0.7), width: 0.9))
    }
    drawBorders(from: first, to: bottom, on: canvas, axes)
  }
}
