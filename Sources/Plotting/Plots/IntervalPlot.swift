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

  /// Where a row's label stands: to the left of the panel, or above its marks, for narrow pages.
  public enum Labels: Sendable { case beside, above }

  public var title: RichText
  public var subtitle: RichText
  public var axis: RichText
  public var rows: [Row]
  /// Where estimates must lie; it may reach beyond the axis.
  public var region: ClosedRange<Double>
  public var labels: Labels
  /// From where to where the axis goes; nil for what the intervals and bounds need.
  public var span: ClosedRange<Double>?
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText, axis: RichText, rows: [Row], region: ClosedRange<Double>,
    labels: Labels = .beside, span: ClosedRange<Double>? = nil, typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.axis = axis
    self.rows = rows
    self.region = region
    self.labels = labels
    self.span = span
    self.typography = typography
  }

  private static let panelWidth = 380.0
  /// Of a figure with its labels above, at which nothing is too small for a telephone.
  static let narrowWidth = 400.0
  var margin: Double { labels == .above ? 14 : 20 }

  func width(_ typesetter: Typesetter, _ text: (Row) -> String) -> Double {
    rows.map {
      typesetter.measure(RichText(text($0)), font: $0.isTotal ? typography.strongLabel : typography.label).width
    }
    .max() ?? 0
  }

  /// The height of the rows and the axis below, without title and margins, in a figure so wide.
  func bodyHeight(width: Double, _ typesetter: Typesetter) -> Double {
    IntervalPanel(self, width: width, typesetter).height + typography.base * 4
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let content = self.width(typesetter, \.label) + self.width(typesetter, \.note) + 30 + Self.panelWidth
    let header = max(
      typesetter.measure(title, font: typography.title).width,
      typesetter.measure(subtitle, font: typography.label).width)
    let width =
      labels == .above ? Self.narrowWidth : max(640, max(content, header) + 2 * margin).rounded(.up)
    let body = width - 2 * margin
    let head =
      labels == .above
      ? FigureHeader(title: title, subtitle: subtitle, type: typography).height(width: body, typesetter)
      : typography.base * 5
    return Size(width, (bodyHeight(width: body, typesetter) + head + 2 * margin).rounded(.up))
  }

  public func draw(on canvas: Canvas) { draw(on: canvas, in: canvas.bounds.inset(by: margin)) }

  /// Draws into a rectangle, which nothing leaves.
  func draw(on canvas: Canvas, in rect: Rect) {
    let body = FigureHeader(title: title, subtitle: subtitle, type: typography).draw(canvas, in: rect)
    IntervalPanel(self, width: body.width, canvas.typesetter).draw(on: canvas, in: body)
  }

  /// All intervals and the bounds, with a little room, where the span is not given.
  var limits: ClosedRange<Double> {
    if let span { return span }
    let bounds = [region.lowerBound, region.upperBound].filter(\.isFinite)
    let ends = rows.flatMap {
      [$0.interval.lowerBound, $0.interval.upperBound, $0.wide.lowerBound, $0.wide.upperBound]
    }
    let all = (bounds + ends).filter(\.isFinite)
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    let padding = max(0.04 * (high - low), 1e-3)
    return low - padding...high + padding
  }
}
