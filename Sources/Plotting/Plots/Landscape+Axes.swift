import Canvas

extension Landscape {
  /// Axes around the plane, with equal units where the domain is nearly square.
  func axes(_ type: Typography, xTitle: RichText, yTitle: RichText) -> Axes {
    let (x, y) = (field.x, field.y)
    let ratio = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    return Axes(
      x: Axis(xTitle, from: x.lowerBound, through: x.upperBound),
      y: Axis(yTitle, from: y.lowerBound, through: y.upperBound), frame: .box,
      isEqualAspect: ratio > 0.55 && ratio < 1.8, typography: type)
  }
}
