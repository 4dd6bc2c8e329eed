import Canvas

/// Markers at pairs of numbers; a pair with NaN, or outside the panel, has none.
public struct DotMark: Hashable, Sendable {
  public var x: [Double]
  public var y: [Double]
  public var marker: Marker
  public var ink: Ink
  public var radius: Double

  public init(x: [Double], y: [Double], marker: Marker, ink: Ink, radius: Double = 3) {
    self.x = x
    self.y = y
    self.marker = marker
    self.ink = ink
    self.radius = radius
  }

  public func draw(on canvas: Canvas, axes: PlacedAxes) {
    for (x, y) in zip(x, y) where axes.x.contains(x) && axes.y.contains(y) {
      marker.draw(on: canvas, at: axes.point(x, y), radius: radius, ink: ink)
    }
  }
}
