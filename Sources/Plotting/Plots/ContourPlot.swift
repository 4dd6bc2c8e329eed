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
    return Size(1200, (150 + Double(rows) * (186 / ratio + 64)).rounded())
  }

  /// Draws into the whole canvas with a margin around it.
  public func draw(on canvas: Canvas) throws {
    try draw(on: canvas, in: canvas.bounds.inset(by: canvas.size.width / 60))
  }

  /// Draws into a rectangle; 1200×900 and 600×450 are what it is made for.
  public func draw(on canvas: Canvas, in rect: Rect) throws {
    let type = typography ?? Typography(base: rect.width > 840 ? 15 : 12)
    var body = FigureHeader(title: title, subtitle: subtitle, type: type).draw(canvas, in: rect)
    let methods = Trajectory.grouped(trajectories)
    let isGrid = methods.count > Self.panelLimit
    let contours = isGrid ? nil : sparseContours
    let adaptive = LandscapeColors(landscape.scale, map: colorMap)
    let colors = contours == nil && canvas.theme == .auto ? adaptive.fixed : adaptive
    let key = TrajectoryKey(
      methods: isGrid ? [] : methods, marks: LandscapeKeyMarks.marks(landscape, trajectories),
      type: type)
    // Of a grid, the key is one row of marks, and stands above it.
    if isGrid {
      key.drawRow(canvas, at: Point(body.minX, body.minY + key.rowHeight / 2 - 0.3 * type.base))
      body = body.inset(top: key.rowHeight + 0.2 * type.base)
    }
    let bar =
      showsColorBar && !landscape.scale.levels.isEmpty
      ? LevelBar(colors: colors, title: landscape.quantityTitle, type: type, isOpenAbove: landscape.exceedsLevels) : nil
    var axes = axes(type)
    let panels = isGrid ? methods : [trajectories]
    let side = LandscapeSide(bar: bar, key: isGrid ? TrajectoryKey(methods: [], marks: [], type: type) : key)
    let layout = LandscapeGrid(
      canvas, body: body, count: panels.count, axes: axes, side: side.width(canvas),
      headingLines: isGrid ? methods.map { Self.lines(of: $0[0].label).count }.max() ?? 1 : 0)
    let headingFont = headingFont(canvas, methods, width: layout.panels[0].width, type)
    let ground: ContourGround =
      if let contours {
        .vector(contours)
      } else {
        .raster(
          try ContourRaster(
            landscape, colors: colors, size: layout.panels[0].size, density: canvas.density, theme: canvas.theme))
      }
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

  /// The isolines, if a vector file should carry that many.
  private var sparseContours: [ContourSet]? {
    let contours = landscape.contours
    let vertices = contours.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.points.count } }
    return vertices <= ContourRaster.vertexLimit ? contours : nil
  }

  private func axes(_ type: Typography) -> Axes { landscape.axes(type, xTitle: xTitle, yTitle: yTitle) }

  /// One size for all headings, in which the longest line fits above its panel if that is still legible.
  private func headingFont(
    _ canvas: Canvas, _ methods: [[Trajectory]], width: Double, _ type: Typography
  ) -> Font {
    var font = type.small
    let lines = methods.flatMap { Self.lines(of: $0[0].label) }
    let widest = lines.map { canvas.measure(RichText($0), font: font).width }.max() ?? 0
    font.size *= min(1, max(0.62, width / max(widest, 1)))
    return font
  }

  /// A label's lines: the method, then what else is said of it.
  private static func lines(of label: String) -> [String] {
    label.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func drawHeading(_ canvas: Canvas, _ trajectory: Trajectory, above rect: Rect, _ font: Font) {
    for (index, line) in Self.lines(of: trajectory.label).reversed().enumerated() {
      let isName = index == Self.lines(of: trajectory.label).count - 1
      canvas.text(
        RichText(line), at: Point(rect.minX, rect.minY - 4 - Double(index) * 1.25 * font.size), font: font,
        ink: isName ? trajectory.style.ink : .secondaryText, anchor: TextAnchor(.start, .bottom))
    }
  }
}
