import Canvas

/// Fills a rectangle with slanted lines: something that was planned is missing here.
public struct HatchMark: Hashable, Sendable {
  public var rect: Rect
  public var spacing: Double

  public init(_ rect: Rect, spacing: Double = 6) {
    self.rect = rect
    self.spacing = spacing
  }

  public func draw(on canvas: Canvas) {
    guard rect.isFinite, spacing > 0.5 else { return }
    canvas.fill(Path(rect), .panel)
    var path = Path()
    // Cut by hand rather than by clipping, which would cost every cell of an SVG a clip path. The lines are those where
    // x + y is a multiple of the spacing, so that neighbouring cells are hatched without a break.
    var sum = ((rect.minX + rect.minY) / spacing).rounded(.up) * spacing
    while sum < rect.maxX + rect.maxY {
      let left = max(rect.minX, sum - rect.maxY)
      let right = min(rect.maxX, sum - rect.minY)
      if right > left { path.add([Point(left, sum - left), Point(right, sum - right)]) }
      sum += spacing
    }
    canvas.stroke(path, Stroke(.context, width: 0.8))
  }
}
