import Canvas

/// Two wells, one deeper than the other, with the marks that minima have in all figures: a sketch, and said to be one.
struct MinimaSketch {
  /// How far the shallow one's bottom lies above the deep one's; one or two lines.
  let gap: [String]
  let type: Typography

  /// Where the wells stand, as shares of the width.
  static let global = 0.25
  static let local = 0.75

  /// The heights of the wells' bottoms and of the ridge between them, from 0 to 1.
  private static let knots: [(x: Double, height: Double)] = [
    (0, 0.95), (global, 0), (0.5, 0.85), (local, 0.42), (1, 1),
  ]

  func draw(on canvas: Canvas, in rect: Rect) {
    let heading = 1.5 * type.base
    for (text, place) in [("global minimum", Self.global), ("local minimum", Self.local)] {
      canvas.text(
        RichText(text), at: Point(rect.minX + place * rect.width, rect.minY), font: type.strongLabel,
        anchor: TextAnchor(.middle, .top))
    }
    let frame = rect.inset(top: heading + 4, bottom: 1.6 * type.base)
    let places = Self.knots.map { Point(frame.minX + $0.x * frame.width, frame.maxY - $0.height * frame.height) }
    drawGap(on: canvas, from: places[1], to: places[3], right: frame.maxX)
    canvas.stroke(Self.curve(places), Stroke(.text, width: 2, cap: .round))
    LandscapeMarks.star(canvas, at: Point(places[1].x, places[1].y - 4), radius: 10)
    LandscapeMarks.dot(canvas, at: Point(places[3].x, places[3].y - 4), radius: 4)
    canvas.text(
      "the curve is a sketch, not to scale", at: Point(rect.minX, rect.maxY - 2), font: type.small,
      ink: .secondaryText, anchor: TextAnchor(.start, .bottom))
  }

  /// The heights of both bottoms, and the distance between them with its number.
  private func drawGap(on canvas: Canvas, from low: Point, to high: Point, right: Double) {
    guard !gap.isEmpty else { return }
    let x = high.x
    canvas.stroke(Path([Point(low.x, low.y), Point(right, low.y)]), Stroke(.axis, width: 1, dash: [3, 3]))
    canvas.stroke(Path([Point(x, low.y), Point(x, high.y + 4)]), Stroke(.text, width: 1.1))
    for (tip, way) in [(low.y, -1.0), (high.y + 3, 1.0)] {
      let base = tip + way * 7
      canvas.fill(Path([Point(x, tip), Point(x - 3, base), Point(x + 3, base)], closed: true), .text)
    }
    let middle = (low.y + high.y) / 2
    for (index, text) in gap.enumerated() {
      let offset = (Double(index) - Double(gap.count - 1) / 2) * 1.25 * type.base
      canvas.text(
        RichText(text), at: Point(x - 9, middle + offset + 3), font: index == 0 ? type.label : type.small,
        ink: index == 0 ? .text : .secondaryText, anchor: TextAnchor(.end, .middle), halo: .background)
    }
  }

  /// A smooth curve with a level tangent at every inner knot.
  private static func curve(_ places: [Point]) -> Path {
    var points = [places[0]]
    for (a, b) in zip(places, places.dropFirst()) {
      for step in 1...24 {
        let t = Double(step) / 24
        points.append(Point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t * t * (3 - 2 * t)))
      }
    }
    return Path(points)
  }
}
