import Canvas

/// A panel of a sheet of curves: the curves, and places and heights on them that have a name.
public struct CurvePanel: Sendable {
  public struct Curve: Sendable {
    public var label: String
    public var style: SeriesStyle
    public var x: [Double]
    public var y: [Double]

    public init(_ label: String, style: SeriesStyle, x: [Double], y: [Double]) {
      self.label = label
      self.style = style
      self.x = x
      self.y = y
    }

    /// The last point that can be drawn.
    var end: (x: Double, y: Double)? { zip(x, y).reversed().first { $0.isFinite && $1.isFinite } }
  }

  /// A place on the x axis.
  public struct Rule: Sendable {
    public var label: RichText
    public var x: Double

    public init(_ label: RichText, at x: Double) {
      self.label = label
      self.x = x
    }
  }

  /// A height: from one value to another at a place.
  public struct Span: Sendable {
    public var label: RichText
    public var x: Double
    public var from: Double
    public var through: Double

    public init(_ label: RichText, at x: Double, from: Double, through: Double) {
      self.label = label
      self.x = x
      self.from = from
      self.through = through
    }
  }

  public var curves: [Curve]
  /// Lines for comparison, below the curves.
  public var guides: [LineMark]
  public var rules: [Rule]
  public var spans: [Span]
  /// Points on the curves.
  public var dots: [DotMark]

  public init(
    curves: [Curve], guides: [LineMark] = [], rules: [Rule] = [], spans: [Span] = [], dots: [DotMark] = []
  ) {
    self.curves = curves
    self.guides = guides
    self.rules = rules
    self.spans = spans
    self.dots = dots
  }

  func draw(on canvas: Canvas, axes: PlacedAxes, typography: Typography) {
    for (index, rule) in rules.enumerated() {
      let x = axes.x.position(rule.x)
      // Below the labels of the rules before it, which a line would cross.
      let above = rules[..<index].count { !$0.label.isEmpty }
      let top = axes.panel.minY + Self.labelHeight * Double(above) * typography.base
      canvas.stroke(Path([Point(x, top), Point(x, axes.panel.maxY)]), Stroke(.axis, width: 1, dash: [4, 3]))
    }
    for guide in guides { guide.draw(on: canvas, axes: axes) }
    for curve in curves {
      LineMark(x: curve.x, y: curve.y, stroke: curve.style.stroke(), casing: .casing).draw(on: canvas, axes: axes)
    }
    for dot in dots { dot.draw(on: canvas, axes: axes) }
    for span in spans { draw(span, on: canvas, axes, typography) }
    for (index, rule) in rules.enumerated() { drawLabel(of: rule, line: index, on: canvas, axes, typography) }
  }

  /// A double-headed arrow with its label where curves leave room.
  private func draw(_ span: Span, on canvas: Canvas, _ axes: PlacedAxes, _ typography: Typography) {
    let (low, high) = (axes.point(span.x, span.from), axes.point(span.x, span.through))
    let length = low.y - high.y
    canvas.stroke(Path([low, high]), Stroke(.text, width: 1.1), casing: .casing, casingWidth: 1)
    let head = min(7, 0.45 * length)
    if head > 2 {
      for (tip, way) in [(low, 1.0), (high, -1.0)] {
        let base = tip.y - way * head
        canvas.fill(Path([tip, Point(tip.x - 0.4 * head, base), Point(tip.x + 0.4 * head, base)], closed: true), .text)
      }
    }
    let label = SpanLabel(beside: low, high, extent: canvas.measure(span.label, font: typography.small))
    let place = label.place(clearOf: curves.map { line in zip(line.x, line.y).map { axes.point($0, $1) } })
    canvas.text(span.label, at: place.point, font: typography.small, anchor: place.anchor, halo: .background)
  }

  /// Of a line of rules' labels, in sizes of text.
  private static let labelHeight = 1.6

  /// Labels stand in lines of their own, so that rules may be near each other.
  private func drawLabel(
    of rule: Rule, line: Int, on canvas: Canvas, _ axes: PlacedAxes, _ typography: Typography
  ) {
    let isLeft = axes.x.fraction(of: rule.x) > 0.6
    canvas.text(
      rule.label,
      at: Point(
        axes.x.position(rule.x) + (isLeft ? -6 : 6),
        axes.panel.minY + (0.8 + Self.labelHeight * Double(line)) * typography.base),
      font: typography.small, ink: .text, anchor: TextAnchor(isLeft ? .end : .start, .middle), halo: .background)
  }
}
