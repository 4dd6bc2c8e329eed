import Canvas

/// How often a method succeeds against a hyper-parameter: one panel per hyper-parameter, rates with their intervals.
///
/// All panels have the same vertical axis, 0 to 100 %. A hyper-parameter whose values span a factor of 20 or more has a
/// logarithmic axis.
public struct SensitivityPlot: Plot {
  /// Variants that differ in the panel's hyper-parameter only.
  public struct Line: Sendable {
    public var label: String
    /// Ascending.
    public var values: [Double]
    /// From 0 to 1, with the ends of their intervals.
    public var rates: [Double]
    public var low: [Double]
    public var high: [Double]

    public init(label: String, values: [Double], rates: [Double], low: [Double], high: [Double]) {
      self.label = label
      self.values = values
      self.rates = rates
      self.low = low
      self.high = high
    }
  }

  public struct Panel: Sendable {
    /// The method.
    public var heading: String
    /// The hyper-parameter, under the axis.
    public var parameter: String
    public var lines: [Line]

    public init(heading: String, parameter: String, lines: [Line]) {
      self.heading = heading
      self.parameter = parameter
      self.lines = lines
    }
  }

  public var title: RichText
  public var subtitle: RichText
  public var panels: [Panel]
  public var typography: Typography

  public init(title: RichText, subtitle: RichText, panels: [Panel], typography: Typography = Typography()) {
    self.title = title
    self.subtitle = subtitle
    self.panels = panels
    self.typography = typography
  }

  private static let margin = 20.0
  private static let panelSize = Size(300, 190)
  private static let widest = 1180.0
  private static let sample = 24.0

  private func keyWidth(_ typesetter: Typesetter) -> Double {
    let labels = panels.filter { $0.lines.count > 1 }.flatMap { $0.lines.map(\.label) }
    return labels.isEmpty
      ? 0
      : Self.sample + 22 + (labels.map { typesetter.measure(RichText($0), font: typography.small).width }.max() ?? 0)
  }

  /// A panel with its axis, its heading and its key.
  private func cell(_ typesetter: Typesetter) -> Size {
    Size(
      Self.panelSize.width + 62 + keyWidth(typesetter), Self.panelSize.height + typography.base * 6.4)
  }

  private func columns(_ typesetter: Typesetter) -> Int {
    max(1, min(panels.count, Int((Self.widest - 2 * Self.margin) / cell(typesetter).width)))
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let (cell, columns) = (cell(typesetter), columns(typesetter))
    let rows = (max(panels.count, 1) + columns - 1) / columns
    return Size(
      max(720, Double(columns) * cell.width + 2 * Self.margin).rounded(.up),
      (Double(rows) * cell.height + 2 * Self.margin + typography.base * 4).rounded(.up))
  }

  public func draw(on canvas: Canvas) {
    let body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: Self.margin))
    let columns = columns(canvas.typesetter)
    let rows = (max(panels.count, 1) + columns - 1) / columns
    let size = Size(body.width / Double(columns), body.height / Double(rows))
    for (index, panel) in panels.enumerated() {
      let place = Rect(
        x: body.minX + Double(index % columns) * size.width, y: body.minY + Double(index / columns) * size.height,
        width: size.width, height: size.height)
      draw(panel, on: canvas, in: place)
    }
  }

  private func draw(_ panel: Panel, on canvas: Canvas, in place: Rect) {
    canvas.text(
      RichText(panel.heading), at: Point(place.minX, place.minY), font: typography.strongLabel,
      anchor: TextAnchor(.start, .top))
    let key = keyWidth(canvas.typesetter)
    let room = place.inset(top: typography.base * 1.7, right: key + 14, bottom: typography.base)
    let axes = Self.axes(panel, typography).fitted(in: room, typesetter: canvas.typesetter)
    axes.drawGrid(on: canvas)
    for (index, line) in panel.lines.enumerated() {
      let style = SeriesStyle(index: index)
      BandMark(
        x: line.values, low: line.low.map { 100 * $0 }, high: line.high.map { 100 * $0 },
        ink: style.ink.opacity(panel.lines.count > 3 ? 0.08 : 0.15)
      ).draw(on: canvas, axes: axes)
    }
    for (index, line) in panel.lines.enumerated() {
      let style = SeriesStyle(index: index)
      let rates = line.rates.map { 100 * $0 }
      if panel.lines.count == 1 { drawIntervals(line, style, on: canvas, axes) }
      LineMark(x: line.values, y: rates, stroke: style.stroke(), casing: .casing).draw(on: canvas, axes: axes)
      DotMark(x: line.values, y: rates, marker: style.marker, ink: style.ink, radius: 3.4).draw(on: canvas, axes: axes)
    }
    axes.drawFrame(on: canvas)
    if panel.lines.count > 1 { drawKey(panel, on: canvas, at: Point(axes.panel.maxX + 18, axes.panel.minY)) }
  }

  private func drawIntervals(_ line: Line, _ style: SeriesStyle, on canvas: Canvas, _ axes: PlacedAxes) {
    for (index, value) in line.values.enumerated() {
      let ends = [line.low[index], line.high[index]].map { axes.point(value, 100 * $0) }
      canvas.stroke(Path(ends), Stroke(style.ink, width: 1))
    }
  }

  private func drawKey(_ panel: Panel, on canvas: Canvas, at corner: Point) {
    for (index, line) in panel.lines.enumerated() {
      let style = SeriesStyle(index: index)
      let y = corner.y + (Double(index) + 0.5) * typography.base * 1.5
      canvas.stroke(Path([Point(corner.x, y), Point(corner.x + Self.sample, y)]), style.stroke())
      style.marker.draw(on: canvas, at: Point(corner.x + Self.sample / 2, y), radius: 3.2, ink: style.ink)
      canvas.text(
        RichText(line.label), at: Point(corner.x + Self.sample + 6, y), font: typography.small,
        anchor: TextAnchor(.start, .middle))
    }
  }

  /// A little room at both ends, so that no marker lies on the frame.
  static func axes(_ panel: Panel, _ typography: Typography) -> Axes {
    let values = panel.lines.flatMap(\.values)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let isLogarithmic = low > 0 && high >= 20 * low
    let padding = 0.04 * (high - low)
    let x =
      isLogarithmic
      ? Axis(RichText(panel.parameter), kind: .logarithmic, from: low / 1.25, through: high * 1.25)
      : Axis(RichText(panel.parameter), from: low - padding, through: high + padding)
    return Axes(
      x: x, y: Axis("success, %", from: 0, through: 100, hasGrid: true), verticalTitle: .along, typography: typography)
  }
}
