import Canvas

/// A function of one variable: its graph, its minimizers, and below it a row per method with where its runs ended.
public struct ProfilePlot: Plot {
  /// One method's runs.
  public struct Row: Sendable {
    public var label: String
    public var style: SeriesStyle
    /// Where runs ended; those outside the axis are counted at its edge.
    public var ends: [Double]
    /// "37 of 50".
    public var note: String

    public init(label: String, style: SeriesStyle, ends: [Double], note: String) {
      self.label = label
      self.style = style
      self.ends = ends
      self.note = note
    }
  }

  public var title: RichText
  public var subtitle: RichText
  /// The graph, ascending in x; NaN interrupts it.
  public var x: [Double]
  public var y: [Double]
  public var globalMinimizers: [(x: Double, y: Double)]
  public var localMinimizers: [(x: Double, y: Double)]
  public var rows: [Row]
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, x: [Double], y: [Double], globalMinimizers: [(x: Double, y: Double)],
    localMinimizers: [(x: Double, y: Double)], rows: [Row], typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.x = x
    self.y = y
    self.globalMinimizers = globalMinimizers
    self.localMinimizers = localMinimizers
    self.rows = rows
    self.typography = typography
  }

  private static let margin = 20.0
  private static let rowHeight = 22.0
  /// Bars a row is divided into; their height is the share of the method's runs.
  static let bins = 90

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    Size(720, 400 + Double(rows.count) * Self.rowHeight)
  }

  public func draw(on canvas: Canvas) {
    let body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: Self.margin))
    let axes = placedAxes(in: body, canvas.typesetter)
    axes.drawGrid(on: canvas)
    LineMark(x: x, y: y, stroke: Stroke(.text, width: 1.5, join: .round)).draw(on: canvas, axes: axes)
    for point in localMinimizers { LandscapeMarks.dot(canvas, at: axes.point(point.x, point.y), radius: 3) }
    for point in globalMinimizers { LandscapeMarks.star(canvas, at: axes.point(point.x, point.y), radius: 8) }
    axes.drawFrame(on: canvas)
    let top = body.maxY - Double(rows.count) * Self.rowHeight
    for (index, row) in rows.enumerated() {
      draw(row, on: canvas, baseline: top + Double(index + 1) * Self.rowHeight - 4, axes: axes)
    }
  }

  /// The graph's axes, with room on the left for the rows' labels and on the right for their notes.
  private func placedAxes(in body: Rect, _ typesetter: Typesetter) -> PlacedAxes {
    let finite = y.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    let padding = 0.06 * (high - low)
    let axes = Axes(
      x: Axis(.italic("x"), from: x.first ?? 0, through: x.last ?? 1),
      y: Axis(.italic("f") + "(" + .italic("x") + ")", from: low - padding, through: high + padding, hasGrid: true),
      verticalTitle: .above, typography: typography)
    let labels = rows.map { typesetter.measure(RichText($0.label), font: typography.label).width }.max() ?? 0
    let notes = rows.map { typesetter.measure(RichText($0.note), font: typography.small).width }.max() ?? 0
    let graph = body.inset(bottom: Double(rows.count) * Self.rowHeight + (rows.isEmpty ? 0 : 8))
    let plain = axes.fitted(in: graph.inset(right: notes + (rows.isEmpty ? 0 : 10)), typesetter: typesetter)
    let missing = max(0, labels + 12 - (plain.panel.minX - body.minX))
    return missing == 0 ? plain : axes.placed(around: plain.panel.inset(left: missing), typesetter: typesetter)
  }

  private func draw(_ row: Row, on canvas: Canvas, baseline: Double, axes: PlacedAxes) {
    let panel = axes.panel
    canvas.stroke(Path([Point(panel.minX, baseline), Point(panel.maxX, baseline)]), Stroke(.grid, width: 0.8))
    let middle = baseline - Self.rowHeight / 2 + 4
    canvas.text(
      RichText(row.label), at: Point(panel.minX - 10, middle), font: typography.label, anchor: TextAnchor(.end, .middle)
    )
    canvas.text(
      RichText(row.note), at: Point(panel.maxX + 10, middle), font: typography.small, ink: .secondaryText,
      anchor: TextAnchor(.start, .middle))
    guard !row.ends.isEmpty else { return }
    let width = panel.width / Double(Self.bins)
    for (bin, count) in Self.counts(row.ends, on: axes.x).enumerated() where count > 0 {
      // Never so low that one run among many is lost.
      let height = max(1.5, (Self.rowHeight - 6) * Double(count) / Double(row.ends.count))
      canvas.fill(
        Path(Rect(x: panel.minX + Double(bin) * width, y: baseline - height, width: width, height: height)),
        row.style.ink)
    }
  }

  /// How many of `ends` fall into each of the bins; what is not finite into none.
  static func counts(_ ends: [Double], on scale: Scale) -> [Int] {
    var counts = [Int](repeating: 0, count: bins)
    for end in ends where end.isFinite {
      let bin = Int((min(max(scale.fraction(of: end), 0), 1) * Double(bins)).rounded(.down))
      counts[min(bin, bins - 1)] += 1
    }
    return counts
  }
}
