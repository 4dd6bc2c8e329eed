import Canvas

/// A level's number printed on its isoline, which is cut beneath it.
struct IsolineLabel: Sendable, Equatable {
  let text: RichText
  /// The index of the line among those given to the placer.
  let line: Int
  let center: Point
  /// Clockwise on the page, in −π/2 … π/2, so that the text is never upside down.
  let angle: Double
  let size: Size
  /// The arc lengths between which the line is left out; the start may be negative on a closed line.
  let gap: ClosedRange<Double>

  /// The corners of the printed box.
  var corners: [Point] {
    let along = PolylineArc.direction(angle)
    let across = Point(-along.y, along.x)
    return [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { s, t in
      center + along * (s * size.width) + across * (t * size.height)
    }
  }
}

/// An isoline on the page with the text that it may carry.
struct LabelledLine: Sendable {
  let points: [Point]
  let isClosed: Bool
  let level: Int
  let text: RichText
  let size: Size
}
