import Canvas

/// Where all runs of a study ended, as one bar, and global beside local minima in numbers, around a sketch of both.
///
/// Narrow, so that a telephone shows it whole. Only the wells are a sketch: a bar's parts are as long as their shares.
public struct MinimaSketchPlot: Plot {
  /// A share of all runs, with its interval.
  public struct Part: Sendable {
    public var label: RichText
    public var rate: Double
    public var low: Double
    public var high: Double
    /// "61 %", and "60–62 %".
    public var percent: RichText
    public var interval: RichText
    public var ink: Ink

    public init(
      _ label: RichText, rate: Double, low: Double, high: Double, percent: RichText, interval: RichText, ink: Ink
    ) {
      self.label = label
      self.rate = rate
      self.low = low
      self.high = high
      self.percent = percent
      self.interval = interval
      self.ink = ink
    }
  }

  /// One aspect, of global minima and of local ones.
  public struct Fact: Sendable {
    public var aspect: String
    public var global: String
    public var local: String

    public init(_ aspect: String, global: String, local: String) {
      self.aspect = aspect
      self.global = global
      self.local = local
    }
  }

  public var title: RichText
  public var subtitle: RichText
  /// Global, local, elsewhere: together all runs.
  public var parts: [Part]
  /// How far a local minimum lies above the global one; one or two lines, none where no run was caught.
  public var gap: [String]
  public var facts: [Fact]
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, parts: [Part], gap: [String], facts: [Fact],
    typography: Typography = Typography(base: 13)
  ) {
    self.title = title
    self.subtitle = subtitle
    self.parts = parts
    self.gap = gap
    self.facts = facts
    self.typography = typography
  }

  private static let margin = 14.0
  static let width = 420.0
  private static let barHeight = 24.0
  private static let sketchHeight = 158.0
  private var line: Double { 1.3 * typography.base }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let body = Self.width - 2 * Self.margin
    let facts = self.facts.reduce(0) { $0 + height(of: $1, width: body, typesetter) }
    let header = FigureHeader(title: title, subtitle: subtitle, type: typography).height(
      width: body, typesetter)
    return Size(
      Self.width, (2 * Self.margin + header + 16 + Self.barHeight + 4.2 * line + Self.sketchHeight + facts).rounded(.up)
    )
  }

  public func draw(on canvas: Canvas) {
    let body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: Self.margin))
    let bar = Rect(x: body.minX, y: body.minY + 4, width: body.width, height: Self.barHeight)
    drawBar(on: canvas, bar)
    drawKey(on: canvas, in: Rect(x: bar.minX, y: bar.maxY + 12, width: bar.width, height: 3 * line))
    let sketch = Rect(x: body.minX, y: bar.maxY + 12 + 3.9 * line, width: body.width, height: Self.sketchHeight)
    MinimaSketch(gap: gap, type: typography).draw(on: canvas, in: sketch)
    var top = sketch.maxY + 0.3 * line
    for fact in facts {
      let height = height(of: fact, width: body.width, canvas.typesetter)
      draw(fact, on: canvas, Rect(x: body.minX, y: top, width: body.width, height: height))
      top += height
    }
  }

  private func drawBar(on canvas: Canvas, _ bar: Rect) {
    var left = bar.minX
    for part in parts {
      let width = part.rate * bar.width
      canvas.fill(Path(Rect(x: left, y: bar.minY, width: width, height: bar.height)), part.ink)
      left += width
    }
    canvas.stroke(Path(bar), Stroke(.axis, width: 0.8, join: .miter))
    // The first part's interval around its right end, the last one's around its left end.
    if let first = parts.first { whisker(bar, from: first.low, to: first.high, on: canvas) }
    if let last = parts.last, parts.count > 2 { whisker(bar, from: 1 - last.high, to: 1 - last.low, on: canvas) }
  }

  private func whisker(_ bar: Rect, from low: Double, to high: Double, on canvas: Canvas) {
    let (left, right, y) = (bar.minX + low * bar.width, bar.minX + high * bar.width, bar.maxY + 4)
    var path = Path([Point(left, y), Point(right, y)])
    for x in [left, right] { path.add([Point(x, y - 3), Point(x, y + 3)]) }
    canvas.stroke(path, Stroke(.text, width: 1.2))
  }

  /// Each part's name, share and interval, in columns of equal width.
  private func drawKey(on canvas: Canvas, in rect: Rect) {
    let width = rect.width / Double(max(1, parts.count))
    for (index, part) in parts.enumerated() {
      let left = rect.minX + Double(index) * width
      canvas.fill(Path(Rect(x: left, y: rect.minY + 0.2 * line, width: 10, height: 10)), part.ink)
      let rows: [(RichText, Font, Ink)] = [
        (part.label, typography.small, .text), (part.percent, typography.title, .text),
        (part.interval, typography.small, .secondaryText),
      ]
      for (row, text) in rows.enumerated() {
        canvas.text(
          text.0, at: Point(left + 16, rect.minY + (0.5 + 1.1 * Double(row)) * line), font: text.1, ink: text.2,
          anchor: TextAnchor(.start, .middle))
      }
    }
  }

  private func columns(_ fact: Fact, width: Double, _ typesetter: Typesetter) -> [[String]] {
    [fact.global, fact.local].map { typesetter.wrapped($0, font: typography.label, width: width / 2 - 12) }
  }

  private func height(of fact: Fact, width: Double, _ typesetter: Typesetter) -> Double {
    let lines = columns(fact, width: width, typesetter).map(\.count).max() ?? 1
    return (1.7 + Double(lines)) * line
  }

  private func draw(_ fact: Fact, on canvas: Canvas, _ rect: Rect) {
    canvas.stroke(Path([Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY)]), Stroke(.grid, width: 1))
    canvas.text(
      RichText(fact.aspect), at: Point(rect.center.x, rect.minY + 0.8 * line), font: typography.small,
      ink: .secondaryText, anchor: TextAnchor(.middle, .middle))
    for (column, lines) in columns(fact, width: rect.width, canvas.typesetter).enumerated() {
      let x = rect.minX + rect.width * (column == 0 ? MinimaSketch.global : MinimaSketch.local)
      for (index, text) in lines.enumerated() {
        canvas.text(
          RichText(text), at: Point(x, rect.minY + (1.8 + Double(index)) * line), font: typography.label,
          anchor: TextAnchor(.middle, .middle))
      }
    }
  }
}
