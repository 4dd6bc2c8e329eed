import Canvas

/// A complete figure as a value: it knows the size that suits it, and how to draw itself.
public protocol Plot: Sendable {
  /// The size that the content asks for, in CSS pixels.
  func preferredSize(_ typesetter: Typesetter) -> Size
  /// Draws over the whole canvas, whatever its size.
  func draw(on canvas: Canvas) throws
}

extension Plot {
  public var preferredSize: Size { preferredSize(Typesetter()) }

  /// The figure as a file.
  ///
  /// - Parameters:
  ///   - size: in CSS pixels; what the figure prefers unless given.
  ///   - density: a PNG's pixels to one CSS pixel.
  /// - Throws: `CanvasError`, and what drawing throws.
  public func rendered(
    as format: FigureFormat, theme: Theme = .auto, metadata: FigureMetadata = FigureMetadata(), size: Size? = nil,
    density: Double = 2, background: Ink? = .background
  ) throws -> RenderedFigure {
    let drawing = Drawing(
      size: size ?? preferredSize, theme: theme, metadata: metadata, background: background)
    return try drawing.render(format, density: density) { try draw(on: $0) }
  }
}
