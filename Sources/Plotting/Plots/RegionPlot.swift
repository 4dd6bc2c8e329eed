import Canvas

/// Two regions of a plane and the points that belong to either: what a classifier answers, and what it learned from.
public struct RegionPlot: Plot {
  public struct Group: Sendable {
    public var label: RichText
    public var style: SeriesStyle
    public var points: [SIMD2<Double>]

    public init(_ label: RichText, style: SeriesStyle, points: [SIMD2<Double>]) {
      self.label = label
      self.style = style
      self.points = points
    }
  }

  public var title: RichText
  public var subtitle: RichText
  public var xTitle: RichText
  public var yTitle: RichText
  /// Below 0 in the first group's region, above it in the second's.
  public var field: ScalarField
  public var first: Group
  public var second: Group
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, xTitle: RichText = .italic("x") + .lowered("1"),
    yTitle: RichText = .italic("x") + .lowered("2"), field: ScalarField, first: Group, second: Group,
    typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.field = field
    self.first = first
    self.second = second
    self.typography = typography
  }

  private static let margin = 20.0

  public func preferredSize(_ typesetter: Typesetter) -> Size { Size(480, 556) }

  public func draw(on canvas: Canvas) {
    var body = FigureHeader(title: title, subtitle: subtitle, type: typography)
      .draw(canvas, in: canvas.bounds.inset(by: Self.margin))
    body = drawKey(on: canvas, in: body)
    let axes = Axes(
      x: Axis(xTitle, from: field.x.lowerBound, through: field.x.upperBound),
      y: Axis(yTitle, from: field.y.lowerBound, through: field.y.upperBound), frame: .box, isEqualAspect: true,
      typography: typography
    ).fitted(in: body, typesetter: canvas.typesetter)
    let map = PlaneMap(x: field.x, y: field.y, rect: axes.panel)
    let sets = field.contours(at: [0])
    var border = Path()
    for line in sets.flatMap(\.lines) { border.add(line.points.map { map($0) }, closed: line.isClosed) }
    var inside = Path()
    for loop in sets.flatMap(\.loops) { inside.add(loop.points.map { map($0) }, closed: true) }
    canvas.clipped(to: axes.panel) {
      canvas.fill(Path(axes.panel), .background)
      canvas.fill(Path(axes.panel), first.style.ink.opacity(Self.tint))
      canvas.fill(inside, .background, rule: .evenOdd)
      canvas.fill(inside, second.style.ink.opacity(Self.tint), rule: .evenOdd)
      canvas.stroke(border, Stroke(.axis, width: 1))
    }
    for group in [first, second] {
      group.style.marker.draw(
        on: canvas, at: group.points.map { map($0) }, radius: 2.8, ink: group.style.ink, casing: .casing)
    }
    axes.drawFrame(on: canvas)
  }

  private static let tint = 0.22

  /// Each group's region and mark in one row; returns what is left below.
  private func drawKey(on canvas: Canvas, in rect: Rect) -> Rect {
    let side = 1.5 * typography.base
    var x = rect.minX
    for group in [first, second] {
      let box = Rect(x: x, y: rect.minY, width: 1.6 * side, height: side)
      canvas.fill(Path(box), group.style.ink.opacity(Self.tint))
      group.style.marker.draw(on: canvas, at: box.center, radius: 3.2, ink: group.style.ink)
      let left = Point(box.maxX + 7, box.center.y)
      canvas.text(group.label, at: left, font: typography.label, anchor: TextAnchor(.start, .middle))
      x = left.x + canvas.measure(group.label, font: typography.label).width + 24
    }
    return rect.inset(top: side + 0.8 * typography.base)
  }
}
