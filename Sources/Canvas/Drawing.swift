import CCairo
import Foundation

/// Runs one drawing for a file of any format; the same drawing gives the same bytes, whatever was drawn before.
public struct Drawing: Sendable {
  public var size: Size
  public var theme: Theme
  public var metadata: FigureMetadata
  /// What the page is painted with first; `nil` leaves it transparent.
  public var background: Ink?

  /// - Parameter size: in CSS pixels, each side above 0 and at most 20000.
  public init(
    size: Size, theme: Theme = .light, metadata: FigureMetadata = FigureMetadata(), background: Ink? = .background
  ) {
    self.size = size
    self.theme = theme
    self.metadata = metadata
    self.background = background
  }

  /// Draws into a file of the given format.
  ///
  /// - Parameters:
  ///   - density: a PNG's pixels to one CSS pixel, above 0 and at most 16; without effect on SVG and PDF.
  ///   - draw: called once; what it throws is thrown on.
  /// - Throws: `CanvasError`.
  public func render(
    _ format: FigureFormat, density: Double = 2, _ draw: (Canvas) throws -> Void
  ) throws -> RenderedFigure {
    guard (size.width > 0 && size.width <= 20_000) && (size.height > 0 && size.height <= 20_000) else {
      throw CanvasError.invalidSize(width: size.width, height: size.height)
    }
    return switch format {
    case .png: try png(density: density, draw)
    case .svg: try svg(draw)
    case .pdf: try pdf(draw)
    }
  }

  private func png(density: Double, _ draw: (Canvas) throws -> Void) throws -> RenderedFigure {
    guard density > 0, density <= 16, size.width * density * size.height * density <= 250e6,
      max(size.width, size.height) * density <= 32_000
    else { throw CanvasError.invalidDensity(density, width: size.width, height: size.height) }
    let width = max(1, Int((size.width * density).rounded()))
    let height = max(1, Int((size.height * density).rounded()))
    let isOpaque = background?.opacity == 1
    let surface = cairo_image_surface_create(
      isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    let warnings = try paint(
      surface, .png, density: density,
      scale: (Double(width) / size.width, Double(height) / size.height), draw)
    cairo_surface_flush(surface)
    let samples = try Self.samples(of: surface, width: width, height: height, isOpaque: isOpaque)
    let encoder = PNGEncoder(
      width: width, height: height, samples: samples, isOpaque: isOpaque, density: density, metadata: metadata)
    return RenderedFigure(
      data: try encoder.encoded(), format: .png, size: size, pixelWidth: width, pixelHeight: height,
      pixelDigest: Self.digest(samples, isOpaque: isOpaque), warnings: warnings)
  }

  private func svg(_ draw: (Canvas) throws -> Void) throws -> RenderedFigure {
    let sink = ByteSink()
    let surface = cairo_svg_surface_create_for_stream(ByteSink.write, sink.closure, size.width, size.height)
    defer { cairo_surface_destroy(surface) }
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
    cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1)
    var inks: [Ink] = []
    let warnings = try paint(surface, .svg, density: 2, scale: (1, 1)) { canvas in
      try draw(canvas)
      inks = canvas.palette.inks
    }
    cairo_surface_finish(surface)
    try CanvasError.check(cairo_surface_status(surface))
    let document = SVGDocument(size: size, metadata: metadata, inks: inks)
    return vectorFigure(document.finished(sink.data), .svg, warnings)
  }

  private func pdf(_ draw: (Canvas) throws -> Void) throws -> RenderedFigure {
    let sink = ByteSink()
    // PDF counts in points, of which 72 make an inch.
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.closure, size.width * 0.75, size.height * 0.75)
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, metadata.description)
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_KEYWORDS,
      metadata.provenance.map { $0.name + ": " + $0.value }.joined(separator: "; "))
    // Otherwise the time of day, which would make every file different.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    let warnings = try paint(surface, .pdf, density: 2, scale: (0.75, 0.75), draw)
    cairo_surface_finish(surface)
    try CanvasError.check(cairo_surface_status(surface))
    withExtendedLifetime(sink) {}
    return vectorFigure(sink.data, .pdf, warnings)
  }

  private func vectorFigure(_ data: Data, _ format: FigureFormat, _ warnings: [CanvasWarning]) -> RenderedFigure {
    RenderedFigure(
      data: data, format: format, size: size, pixelWidth: Int(size.width.rounded()),
      pixelHeight: Int(size.height.rounded()), pixelDigest: nil, warnings: warnings)
  }

  /// Paints the background and the drawing on a surface, and reports what Cairo has to say about it.
  private func paint(
    _ surface: OpaquePointer?, _ format: FigureFormat, density: Double, scale: (x: Double, y: Double),
    _ draw: (Canvas) throws -> Void
  ) throws -> [CanvasWarning] {
    try CanvasError.check(cairo_surface_status(surface))
    guard let context = cairo_create(surface) else { throw CanvasError.cairo(code: 1, message: "out of memory") }
    defer { cairo_destroy(context) }
    try CanvasError.check(cairo_status(context))
    cairo_scale(context, scale.x, scale.y)
    let typesetter = Typesetter()
    let canvas = Canvas(
      context: context, size: size, format: format, theme: theme, density: density, typesetter: typesetter)
    if let background { canvas.fill(Path(canvas.bounds), background) }
    try draw(canvas)
    try canvas.check()
    return typesetter.warnings
  }

  /// The surface's pixels as PNG has them; Cairo pads no row of 32-bit pixels.
  private static func samples(
    of surface: OpaquePointer?, width: Int, height: Int, isOpaque: Bool
  ) throws(CanvasError) -> [UInt8] {
    try CanvasError.check(cairo_surface_status(surface))
    guard let data = cairo_image_surface_get_data(surface), cairo_image_surface_get_stride(surface) == 4 * width else {
      throw .cairo(code: 1, message: "the picture has no pixels")
    }
    let pixels = UnsafeRawPointer(data).assumingMemoryBound(to: UInt32.self)
    return PixelImage.samples(of: UnsafeBufferPointer(start: pixels, count: width * height), isOpaque: isOpaque)
  }

  private static func digest(_ samples: [UInt8], isOpaque: Bool) -> String {
    guard isOpaque else { return SHA256.hexDigest(of: samples) }
    var pixels = [UInt8](repeating: 255, count: samples.count / 3 * 4)
    for index in 0..<(samples.count / 3) {
      for channel in 0..<3 { pixels[4 * index + channel] = samples[3 * index + channel] }
    }
    return SHA256.hexDigest(of: pixels)
  }
}
