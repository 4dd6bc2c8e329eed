import Canvas

/// Takes the plane of a landscape to a panel on the page, y upwards.
struct PlaneMap: Sendable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let rect: Rect

  func callAsFunction(_ p: SIMD2<Double>) -> Point {
    let s = (p.x - x.lowerBound) / (x.upperBound - x.lowerBound)
    let t = (p.y - y.lowerBound) / (y.upperBound - y.lowerBound)
    return Point(rect.minX + s * rect.width, rect.maxY - t * rect.height)
  }
}
