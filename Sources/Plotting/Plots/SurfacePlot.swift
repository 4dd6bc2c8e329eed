import Canvas

/// Where a viewer stands, in degrees; see `Camera`.
public struct ViewAngles: Hashable, Sendable {
  public var azimuth: Double
  public var elevation: Double

  public init(azimuth: Double, elevation: Double) {
    self.azimuth = azimuth
    self.elevation = elevation
  }
}

/// An objective as a shaded surface over its contours, with the paths that methods took.
///
/// The height is the landscape scale's u, so a logarithmic landscape has a logarithmic z axis; its numbers are true values
/// of f or of f − f*. The surface is an image; box, paths, marks and text are vectors above it.
public struct SurfacePlot: Plot {
  public var landscape: Landscape
  public var trajectories: [Trajectory]
  public var title: RichText
  public var subtitle: RichText
  public var xTitle: RichText
  public var yTitle: RichText
  public var colorMap: ColorMap
  /// Off unless asked for: the z axis tells the same.
  public var showsColorBar: Bool
  /// Whether isolines are drawn on the floor, with the surface floating above them.
  public var showsFloor: Bool
  /// Where to look from, in degrees; by default from where the minimizers are seen.
  public var view: ViewAngles?
  /// The sizes of text; by default they follow the width of the figure.
  public var typography: Typography?

  /// Finer fields are thinned: quads would be smaller than a pixel.
  static let finest = 220

  public init(
    landscape: Landscape, trajectories: [Trajectory] = [], title: RichText = "", subtitle: RichText = "",
    xTitle: RichText = .italic("x") + .lowered("1"), yTitle: RichText = .italic("x") + .lowered("2"),
    colorMap: ColorMap = .viridis, showsColorBar: Bool = false, showsFloor: Bool = true,
    view: ViewAngles? = nil, typography: Typography? = nil
  ) {
    self.landscape = landscape
    self.trajectories = trajectories
    self.title = title
    self.subtitle = subtitle
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.colorMap = colorMap
    self.showsColorBar = showsColorBar
    self.showsFloor = showsFloor
    self.view = view
    self.typography = typography
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size { Size(1200, 900) }

  /// Draws into the whole canvas with a margin around it.
  public func draw(on canvas: Canvas) throws {
    try draw(on: canvas, in: canvas.bounds.inset(by: canvas.size.width / 60))
  }

  /// Draws into a rectangle; 1200×900 and 600×450 are what it is made for.
  ///
  /// - Throws: `CanvasError` if the surface's image is refused.
  public func draw(on canvas: Canvas, in rect: Rect) throws {
    let type = typography ?? Typography(base: rect.width > 840 ? 15 : 12)
    let body = FigureHeader(title: title, subtitle: subtitle, type: type).draw(canvas, in: rect)
    let colors = LandscapeColors(landscape.scale, map: colorMap, wash: 0.06)
    let side = LandscapeSide(
      bar: showsColorBar && !landscape.scale.levels.isEmpty
        ? LevelBar(colors: colors, title: landscape.quantityTitle, type: type, isOpenAbove: landscape.exceedsLevels)
        : nil,
      key: TrajectoryKey(
        methods: Trajectory.grouped(trajectories), marks: LandscapeKeyMarks.marks(landscape, trajectories), type: type))
    let width = side.width(canvas)
    let panel = body.inset(right: width)
    let scene = SurfaceScene(self, in: panel, canvas: canvas, colors: colors, type: type)
    try scene.draw(canvas)
    side.draw(canvas, beside: panel.inset(top: 4, bottom: 4))
  }
}
