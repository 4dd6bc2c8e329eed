import Canvas

/// A line through pairs of numbers; NaN among them interrupts it.
public struct LineMark: Hashable, Sendable {
  public var x: [Double]
  public var y: [Double]
  public var stroke: Stroke
  public var casing: Ink?

  /// - Parameters:
  ///   - x, y: of equal length; what one has more than the other is left out.
  ///   - casing: an ink for a wider line below, so that the line shows on any colour.
  public init(x: [Double], y: [Double], stroke: Stroke, casing: Ink? = nil) {
    self.x = x
    self.y = y
    self.stroke = stroke
    self.casing = casing
  }

  public func draw(on canvas: Canvas, axes: PlacedAxes) {
    canvas.clipped(to: axes.panel.inset(by: -stroke.width)) {
      canvas.stroke(Path(zip(x, y).map { axes.point($0, $1) }), stroke, casing: casing)
    }
  }
}
