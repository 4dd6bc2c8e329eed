import Canvas

/// Landscapes side by side that share levels, axes and colour bar, so that what differs between them is seen.
public struct LandscapeRow: Plot {
  public struct Panel: Sendable {
    public var heading: RichText
    /// The part of the row's landscape that is the panel's own.
    public var field: ScalarField
    public var pins: [LandscapePin]
    /// Whether straight lines join all pins.
    public var linksPins: Bool

    public init(heading: RichText, field: ScalarField, pins: [LandscapePin] = [], linksPins: Bool = false) {
      self.heading = heading
      self.field = field
      self.pins = pins
      self.linksPins = linksPins
    }
  }

  public var panels: [Panel]
  public var title: RichText
  public var subtitle: RichText
  public var xTitle: RichText
  public var yTitle: RichText
  /// What the levels are numbers of.
  public var valueTitle: RichText
  /// Of all panels.
  public let scale: LevelScale

  /// - Parameter panels: one or more, whose fields cover the same rectangle.
  public init(
    panels: [Panel], minimum: Double?, levels: LevelPolicy = .automatic, title: RichText, subtitle: RichText,
    xTitle: RichText, yTitle: RichText, valueTitle: RichText
  ) {
    precondition(!panels.isEmpty, "a row has a panel")
    precondition(
      panels.allSatisfy { $0.field.x == panels[0].field.x && $0.field.y == panels[0].field.y },
      "panels that are compared cover the same rectangle")
    self.panels = panels
    self.title = title
    self.subtitle = subtitle
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.valueTitle = valueTitle
    scale = LevelScale(for: panels.map(\.field), minimum: minimum, policy: levels)
  }

  private func landscape(_ panel: Panel) -> Landscape {
    var landscape = Landscape(field: panel.field, scale: scale)
    landscape.pins = panel.pins
    landscape.valueTitle = valueTitle
    if panel.linksPins {
      for (index, pin) in panel.pins.enumerated() {
        landscape.links += panel.pins[..<index].map { ($0.point, pin.point) }
      }
    }
    return landscape
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let field = panels[0].field
    let ratio = (field.x.upperBound - field.x.lowerBound) / (field.y.upperBound - field.y.lowerBound)
    return Size(1200, (1000 / Double(panels.count) / min(max(ratio, 0.55), 1.8) + 170).rounded())
  }

  public func draw(on canvas: Canvas) {
    let type = Typography(base: 15)
    let body = FigureHeader(title: title, subtitle: subtitle, type: type)
      .draw(canvas, in: canvas.bounds.inset(by: canvas.size.width / 60))
    let colors = LandscapeColors(scale, map: .viridis)
    let landscapes = panels.map(landscape)
    let side = LandscapeSide(
      bar: scale.levels.isEmpty
        ? nil
        : LevelBar(
          colors: colors, title: valueTitle, type: type, isOpenAbove: landscapes.contains(where: \.exceedsLevels)),
      key: TrajectoryKey(methods: [], marks: [], type: type))
    var axes = landscapes[0].axes(type, xTitle: xTitle, yTitle: yTitle)
    let grid = LandscapeGrid(
      canvas, body: body, count: panels.count, axes: axes, side: side.width(canvas), headingLines: 1)
    for (index, landscape) in landscapes.enumerated() {
      let map = PlaneMap(x: landscape.field.x, y: landscape.field.y, rect: grid.panels[index])
      ContourPanel(
        landscape: landscape, ground: .vector(landscape.contours), trajectories: [], map: map, colors: colors,
        type: type
      ).draw(canvas)
      axes.hasYLabels = grid.isLeft(index)
      axes.hasXLabels = grid.isBottom(index)
      axes.placed(around: map.rect, typesetter: canvas.typesetter).drawFrame(on: canvas)
      canvas.text(
        panels[index].heading, at: Point(map.rect.minX, map.rect.minY - 6), font: type.strongLabel,
        anchor: TextAnchor(.start, .bottom))
    }
    side.draw(canvas, beside: grid.hull)
  }
}
