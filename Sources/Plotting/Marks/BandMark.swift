import Canvas

/// The area between two curves; where either is NaN the band has a gap.
public struct BandMark: Hashable, Sendable {
  public var x: [Double]
  public var low: [Double]
  public var high: [Double]
  public var ink: Ink

  /// - Parameters:
  ///   - x, low, high: of equal length; what one has more than the shortest is left out.
  ///   - ink: usually with an opacity, so that what lies below shows through.
  public init(x: [Double], low: [Double], high: [Double], ink: Ink) {
    self.x = x
    self.low = low
    self.high = high
    self.ink = ink
  }

  public func draw(on canvas: Canvas, axes: PlacedAxes) {
    let count = min(x.count, low.count, high.count)
    var path = Path()
    var lower: [Point] = []
    var upper: [Point] = []
    func closeStretch() {
      if lower.count > 1 { path.add(upper + lower.reversed(), closed: true) }
      lower = []
      upper = []
    }
    for index in 0..<count {
      // Clamped, so that a band down to zero on a logarithmic axis reaches the panel's edge.
      let place = axes.x.position(x[index])
      let (bottom, top) = (axes.y.clampedPosition(low[index]), axes.y.clampedPosition(high[index]))
      if place.isFinite, bottom.isFinite, top.isFinite {
        lower.append(Point(place, bottom))
        upper.append(Point(place, top))
      } else {
        closeStretch()
      }
    }
    closeStretch()
    canvas.clipped(to: axes.panel) { canvas.fill(path, ink) }
  }
}
