import Canvas

/// Filled contours of an objective with the paths that methods took over them.
///
/// One panel for up to eight methods, with a key beside it; more become small multiples, one a method, that share levels,
/// axes and colour bar. Trajectories with the same label are runs of the same method. The key stands outside the panel,
/// so it covers nothing. A nearly square domain keeps equal units on both axes. Small multiples, and landscapes with
/// very many isolines, are drawn over an image of the bands, so that no file grows to tens of megabytes.
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

  /// The most methods that one panel shows.
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

  /// 1200×900; a grid of small multiples is as high as its rows of five.
  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let count = Trajectory.grouped(trajectories).count
    guard count > Self.panelLimit else { return Size(1200, 900) }
    let rows = (count + 4) / 5
    let axes = axes(Typography(base: 15))
    let ratio = axes.isEqualAspect ? (axes.x.upper - axes.x.lower) / (axes.y.upper - axes.y.lower) : 1.3
    return Size(1200, (130 + Double(rows) * (186 / ratio + 46)).rounded())
  }

  /// Draws into the whole canvas with a margin around it.
  public func draw(on canvas: Canvas) throws {
    try draw(on: canvas, in: canvas.bounds.inset(by: canvas.size.width / 60))
  }

  /// Draws into a rectangle; 1200×900 and 600×450 are what it is made for.
  public func draw(on canvas: Canvas, in rect: Rect) throws {
    let type = typography ?? Typography(base: rect.width > 840 ? 15 : 12)
    let body = FigureHeader(title: title, subtitle: subtitle, type: type).draw(canvas, in: rect)
    let colors = LandscapeColors(landscape.scale, map: colorMap)
    let methods = Trajectory.grouped(trajectories)
    let isGrid = methods.count > Self.panelLimit
    let key = TrajectoryKey(
      methods: isGrid ? [] : methods, marks: LandscapeKeyMarks.marks(landscape, trajectories),
      type: type)
    let bar =
      showsColorBar && !landscape.scale.levels.isEmpty
      ? LevelBar(colors: colors, type: type, isOpenAbove: landscape.exceedsLevels) : nil
    var axes = axes(type)
    let panels = isGrid ? methods : [trajectories]
    func grid(beside side: LandscapeSide) -> LandscapeGrid {
      LandscapeGrid(canvas, body: body, count: panels.count, axes: axes, side: side.width(canvas), hasHeadings: isGrid)
    }
    var side = LandscapeSide(bar: bar, key: TrajectoryKey(methods: [], marks: [], type: type))
    var layout = grid(beside: side)
    // The key goes where a last row leaves a panel free; otherwise it stands beside the colour bar.
    if let free = layout.freeCell, key.height <= free.height, key.width(canvas) <= layout.hull.maxX - free.minX {
      key.draw(canvas, at: Point(free.minX, free.minY), height: free.height)
    } else {
      side = LandscapeSide(bar: bar, key: key)
      layout = grid(beside: side)
    }
    let headingFont = headingFont(canvas, methods, width: layout.panels[0].width + 0.9 * type.base, type)
    // Small panels cannot show more samples than they have pixels.
    let landscape = landscape.thinned(to: max(80, Int(layout.panels[0].width * canvas.density * 0.8)))
    let ground = try ground(of: landscape, isGrid: isGrid, size: layout.panels[0].size, canvas, colors)
    for (index, shown) in panels.enumerated() {
      let map = PlaneMap(x: landscape.field.x, y: landscape.field.y, rect: layout.panels[index])
      let panel = ContourPanel(
        landscape: landscape, ground: ground, trajectories: shown, map: map, colors: colors, type: type)
      panel.draw(canvas)
      axes.hasYLabels = layout.isLeft(index)
      axes.hasXLabels = layout.isBottom(index)
      axes.placed(around: map.rect, typesetter: canvas.typesetter).drawFrame(on: canvas)
      if isGrid { drawHeading(canvas, shown[0], above: map.rect, headingFont) }
    }
    side.draw(canvas, beside: layout.hull)
  }

  private func ground(
    of landscape: Landscape, isGrid: Bool, size: Size, _ canvas: Canvas, _ colors: LandscapeColors
  ) throws -> ContourGround {
    if !isGrid {
      let contours = landscape.contours
      let vertices = contours.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.points.count } }
      if vertices <= ContourRaster.vertexLimit { return .vector(contours) }
    }
    return .raster(
      try ContourRaster(landscape, colors: colors, size: size, density: canvas.density, theme: canvas.theme))
  }

  private func axes(_ type: Typography) -> Axes {
    let (x, y) = (landscape.field.x, landscape.field.y)
    let ratio = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    return Axes(
      x: Axis(xTitle, from: x.lowerBound, through: x.upperBound),
      y: Axis(yTitle, from: y.lowerBound, through: y.upperBound), frame: .box,
      isEqualAspect: ratio > 0.55 && ratio < 1.8, typography: type)
  }

  /// One size for all headings, in which the longest fits above its panel if that is still legible.
  private func headingFont(
    _ canvas: Canvas, _ methods: [[Trajectory]], width: Double, _ type: Typography
  ) -> Font {
    var font = type.small
    let widest = methods.map { canvas.measure(RichText($0[0].label), font: font).width }.max() ?? 0
    font.size *= min(1, max(0.62, width / max(widest, 1)))
    return font
  }

  private func drawHeading(_ canvas: Canvas, _ trajectory: Trajectory, above rect: Rect, _ font: Font) {
    canvas.text(
      RichText(trajectory.label), at: Point(rect.minX, rect.minY - 4), font: font, ink: trajectory.style.ink,
      anchor: TextAnchor(.start, .bottom))
  }
}
