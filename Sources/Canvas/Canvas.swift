import CCairo

/// What a drawing is drawn on, the same for PNG, SVG and PDF.
///
/// One unit is one CSS pixel (1/96 inch); the origin is the upper left corner and y points down. Coordinates that are
/// not finite are never drawn: they interrupt a line, and an outline that has one is not filled. Coordinates of any
/// size are safe. A canvas lives only inside the closure that `Drawing.render` calls.
public final class Canvas {
  public let size: Size
  public let format: FigureFormat
  public let theme: Theme
  /// How many pixels of the file there are to one CSS pixel; 2 for SVG and PDF, as a hint for embedded images.
  public let density: Double
  /// Measures text exactly as it will be drawn.
  public let typesetter: Typesetter

  let context: OpaquePointer
  let palette: InkPalette
  private let region: DrawableRegion
  /// Images drawn so far with Cairo's copies of them, which live as long as the canvas.
  var images: [(image: PixelImage, surface: OpaquePointer?)] = []
  /// The first error of an operation that Cairo's context does not remember itself.
  var failure: CanvasError?

  init(
    context: OpaquePointer, size: Size, format: FigureFormat, theme: Theme, density: Double, typesetter: Typesetter
  ) {
    self.context = context
    self.size = size
    self.format = format
    self.theme = theme
    self.density = density
    self.typesetter = typesetter
    palette = InkPalette(theme: theme, isAdaptive: format == .svg && theme == .auto)
    region = DrawableRegion(around: size)
    Typesetter.setOptions(context)
  }

  deinit { for (_, surface) in images { cairo_surface_destroy(surface) } }

  /// The whole drawing.
  public var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// Fills the inside of an outline.
  public func fill(_ path: Path, _ ink: Ink, rule: Path.FillRule = .winding) {
    cairo_new_path(context)
    if !appendSimply(path) {
      for subpath in Subpath.all(of: path) where !subpath.isBroken {
        let polygon = region.clippedPolygon(subpath.runs[0])
        if polygon.count > 2 { append(simplified(polygon), closed: true) }
      }
    }
    setInk(ink)
    cairo_set_fill_rule(context, rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    cairo_fill(context)
  }

  /// Draws along an outline.
  ///
  /// - Parameter casing: an ink for a wider line drawn first, so that the line shows on any colour.
  public func stroke(_ path: Path, _ stroke: Stroke, casing: Ink? = nil, casingWidth: Double = 1.5) {
    if let casing {
      self.stroke(
        path, Stroke(casing, width: stroke.width + 2 * casingWidth, cap: .round, join: .round), casing: nil)
    }
    guard stroke.width > 0, stroke.width < 10_000 else { return }
    select(stroke)
    cairo_new_path(context)
    if !appendSimply(path) {
      for subpath in Subpath.all(of: path) {
        let isWhole = subpath.isClosed && region.contains(subpath.runs[0])
        for run in subpath.runs {
          let line = subpath.isClosed && !isWhole ? run + run.prefix(1) : run
          for piece in region.clippedLine(line) { draw(simplified(piece), closed: isWhole, stroke) }
        }
      }
    }
    cairo_stroke(context)
  }

  /// Limits what the closure draws to a rectangle, given in finite numbers; otherwise nothing is drawn.
  public func clipped<Result>(to rect: Rect, _ draw: () throws -> Result) rethrows -> Result {
    cairo_save(context)
    defer { cairo_restore(context) }
    let corners = region.clippedPolygon(rect.isFinite ? rect.corners : [])
    cairo_new_path(context)
    append(corners, closed: true)
    cairo_clip(context)
    return try draw()
  }

  /// Enlarges or shrinks what the closure draws, from a size of its own, so that it fills a rectangle as far as it can.
  ///
  /// Proportions are kept, and what remains free is shared by both sides. Nothing is drawn if either size is empty.
  public func scaled(_ content: Size, into rect: Rect, _ draw: () throws -> Void) rethrows {
    let factor = min(rect.width / content.width, rect.height / content.height)
    guard rect.isFinite, factor > 1e-3, factor < 1e3 else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(
      context, rect.minX + (rect.width - content.width * factor) / 2,
      rect.minY + (rect.height - content.height * factor) / 2)
    cairo_scale(context, factor, factor)
    try draw()
  }

  /// A path with few, harmless points goes to Cairo as it is, curves as curves.
  private func appendSimply(_ path: Path) -> Bool {
    guard path.elements.count <= 64 else { return false }
    for element in path.elements {
      switch element {
      case .move(let point), .line(let point):
        guard region.bounds.contains(point) else { return false }
      case .curve(let control1, let control2, let end):
        guard region.contains([control1, control2, end]) else { return false }
      case .close: break
      }
    }
    for element in path.elements {
      switch element {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let a, let b, let p): cairo_curve_to(context, a.x, a.y, b.x, b.y, p.x, p.y)
      case .close: cairo_close_path(context)
      }
    }
    return true
  }

  private func append(_ points: some Collection<Point>, closed: Bool) {
    guard let first = points.first else { return }
    cairo_move_to(context, first.x, first.y)
    for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    if closed { cairo_close_path(context) }
  }

  /// Adds a line to the current path; a long one for a raster is stroked in chunks, which is ten times faster.
  private func draw(_ points: [Point], closed: Bool, _ stroke: Stroke) {
    let chunk = 200
    guard format == .png, points.count > chunk, stroke.ink.opacity == 1, stroke.dash.isEmpty else {
      append(points, closed: closed)
      return
    }
    let line = closed ? points + points.prefix(2) : points
    var first = 0
    while first < line.count - 1 {
      // One segment is drawn twice, so that the corner between two chunks is joined.
      let last = min(first + chunk, line.count - 1)
      append(line[max(0, first - 1)...last], closed: false)
      cairo_stroke(context)
      first = last
    }
  }

  private func simplified(_ points: [Point]) -> [Point] {
    Simplification.simplified(points, tolerance: 0.1 / max(1, density))
  }

  private func select(_ stroke: Stroke) {
    setInk(stroke.ink)
    cairo_set_line_width(context, stroke.width)
    let isDashed = !stroke.dash.isEmpty && stroke.dash.allSatisfy { $0 > 0 && $0 < 1e6 }
    cairo_set_dash(context, stroke.dash, isDashed ? Int32(stroke.dash.count) : 0, 0)
    switch stroke.cap {
    case .butt: cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    }
    switch stroke.join {
    case .miter: cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    case .round: cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    case .bevel: cairo_set_line_join(context, CAIRO_LINE_JOIN_BEVEL)
    }
  }

  func setInk(_ ink: Ink) {
    let (red, green, blue) = palette.components(of: ink)
    cairo_set_source_rgba(context, red, green, blue, ink.opacity)
  }

  func check() throws(CanvasError) {
    if let failure { throw failure }
    try CanvasError.check(cairo_status(context))
    try typesetter.check()
  }
}
