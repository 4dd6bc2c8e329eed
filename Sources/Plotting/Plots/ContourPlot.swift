import Canvas

/// Filled contours of an objective with the paths that methods took over them.
///
/// One panel for up to eight trajectories, with a key beside it; more become small multiples that share levels, axes and
/// colour bar. The key stands outside the panel, so it covers nothing. A nearly square domain keeps equal units on both
/// axes.
public struct ContourPlot: Plot {
  public var landscape: Landscape
  public var trajectories: [Trajectory]
  public var title: RichText
  public var subtitle: RichText
  public var xTitle: RichText
  public var yTitle: RichText
  public var colorMap: ColorMap
  public var showsColorBar: Bool
  /// The sizes of text; by default they follow the width of the figure.
  public var typography: Typography?

  /// The most trajectories that one panel shows.
  public static let panelLimit = 8

  public init(
    landscape: Landscape, trajectories: [Trajectory] = [], title: RichText = "", subtitle: RichText = "",
    xTitle: RichText = .italic("x") + .lowered("1"), yTitle: RichText = .italic("x") + .lowered("2"),
    colorMap: ColorMap = .viridis, showsColorBar: Bool = true, typography: Typography? = nil
  ) {
    self.landscape = landscape
    self.trajectories = trajectories
    self.title = title
    self.subtitle = subtitle
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.colorMap = colorMap
    self.showsColorBar = showsColorBar
    self.typography = typography
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size { Size(1200, 900) }

  /// Draws into the whole canvas with a margin around it.
  public func draw(on canvas: Canvas) { draw(on: canvas, in: canvas.bounds.inset(by: canvas.size.width / 60)) }

  /// Draws into a rectangle; 1200×900 and 600×450 are what it is made for.
  public func draw(on canvas: Canvas, in rect: Rect) {
    let type = typography ?? Typography(base: rect.width > 840 ? 15 : 12)
    let body = FigureHeader(title: title, subtitle: subtitle, type: type).draw(canvas, in: rect)
    let colors = LandscapeColors(landscape.scale, map: colorMap)
    let isGrid = trajectories.count > Self.panelLimit
    let key = TrajectoryKey(
      trajectories: isGrid ? [] : trajectories, marks: LandscapeKeyMarks.marks(landscape, trajectories),
      type: type)
    let side = LandscapeSide(
      bar: showsColorBar && !landscape.scale.levels.isEmpty
        ? LevelBar(colors: colors, type: type, isOpenAbove: landscape.exceedsLevels) : nil,
      key: key)
    var axes = axes(type)
    let panels = isGrid ? trajectories.map { [$0] } : [trajectories]
    let layout = LandscapeGrid(
      canvas, body: body, count: panels.count, axes: axes, side: side.width(canvas), hasHeadings: isGrid)
    for (index, shown) in panels.enumerated() {
      let map = PlaneMap(x: landscape.field.x, y: landscape.field.y, rect: layout.panels[index])
      let panel = ContourPanel(landscape: landscape, trajectories: shown, map: map, colors: colors, type: type)
      panel.draw(canvas)
      axes.hasYLabels = layout.isLeft(index)
      axes.hasXLabels = layout.isBottom(index)
      axes.placed(around: map.rect, typesetter: canvas.typesetter).drawFrame(on: canvas)
      if isGrid { drawHeading(canvas, shown[0], above: map.rect, type) }
    }
    side.draw(canvas, beside: layout.hull)
  }

  private func axes(_ type: Typography) -> Axes {
    let (x, y) = (landscape.field.x, landscape.field.y)
    let ratio = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    return Axes(
      x: Axis(xTitle, from: x.lowerBound, through: x.upperBound),
      y: Axis(yTitle, from: y.lowerBound, through: y.upperBound), frame: .box,
      isEqualAspect: ratio > 0.55 && ratio < 1.8, typography: type)
  }

  private func drawHeading(_ canvas: Canvas, _ trajectory: Trajectory, above rect: Rect, _ type: Typography) {
    canvas.text(
      RichText(trajectory.label), at: Point(rect.minX, rect.minY - 4), font: type.small, ink: trajectory.style.ink,
      anchor: TextAnchor(.start, .bottom))
  }
}
