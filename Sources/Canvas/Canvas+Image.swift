import CCairo

extension Canvas {
  /// Draws a raster stretched over a rectangle; an SVG embeds it as a PNG.
  ///
  /// - Parameter isSmooth: whether enlarged pixels blend into each other; otherwise they stay little rectangles.
  public func image(_ image: PixelImage, in rect: Rect, isSmooth: Bool = true) {
    guard rect.isFinite, rect.width > 1e-3, rect.height > 1e-3,
      bounds.inset(by: -size.width - size.height).intersects(rect)
    else { return }
    do throws(CanvasError) {
      try draw(image, in: rect, isSmooth: isSmooth)
    } catch {
      failure = failure ?? error
    }
  }

  private func draw(_ image: PixelImage, in rect: Rect, isSmooth: Bool) throws(CanvasError) {
    let surface = try surface(of: image)
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, rect.minX, rect.minY)
    cairo_scale(context, rect.width / Double(image.width), rect.height / Double(image.height))
    cairo_set_source_surface(context, surface, 0, 0)
    let pattern = cairo_get_source(context)
    cairo_pattern_set_filter(pattern, isSmooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
    if format == .svg {
      // Becomes one `<use>` of the image, where a filled rectangle would become a pattern.
      cairo_paint(context)
    } else {
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
      cairo_rectangle(context, 0, 0, Double(image.width), Double(image.height))
      cairo_fill(context)
    }
  }

  /// Cairo's copy of an image; an image drawn again, as panels share one, is the same surface and embedded once.
  private func surface(of image: PixelImage) throws(CanvasError) -> OpaquePointer? {
    if let known = images.first(where: { $0.image == image }) { return known.surface }
    // Cairo owns the copy: SVG and PDF read it when the drawing is finished, long after this call.
    let surface = cairo_image_surface_create(
      image.isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(image.width), Int32(image.height))
    images.append((image, surface))
    try CanvasError.check(cairo_surface_status(surface))
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return surface }
    let stride = Int(cairo_image_surface_get_stride(surface))
    image.pixels.withUnsafeBytes { source in
      guard let base = source.baseAddress else { return }
      for row in 0..<image.height {
        (data + row * stride).update(
          from: (base + row * image.width * 4).assumingMemoryBound(to: UInt8.self), count: image.width * 4)
      }
    }
    cairo_surface_mark_dirty(surface)
    if format == .svg { try attachPNG(image, to: surface) }
    return surface
  }

  /// Hands Cairo the file to embed, since our PNG is smaller than its own and made faster.
  private func attachPNG(_ image: PixelImage, to surface: OpaquePointer?) throws(CanvasError) {
    let isOpaque = image.isOpaque
    let encoder = PNGEncoder(
      width: image.width, height: image.height, samples: image.samples, isOpaque: isOpaque, density: 1,
      metadata: FigureMetadata())
    let png = try encoder.encoded()
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: png.count)
    png.copyBytes(to: copy, count: png.count)
    try CanvasError.check(
      cairo_surface_set_mime_data(
        surface, CAIRO_MIME_TYPE_PNG, copy, UInt(png.count), { $0?.deallocate() }, copy))
  }
}
