import Canvas

/// Where the label of a double-headed arrow goes: beside it, else above or below everything near it.
struct SpanLabel {
  let low: Point
  let high: Point
  private let extent: TextExtent

  /// - Parameter low: the lower end on the page, at or below `high`.
  init(beside low: Point, _ high: Point, extent: TextExtent) {
    self.low = low
    self.high = high
    self.extent = extent
  }

  /// Clear of `curves`, polylines on the page.
  func place(clearOf curves: [[Point]]) -> (point: Point, anchor: TextAnchor) {
    beside.first { place in isClear(extent.box(at: place.point, anchor: place.anchor), of: curves) }
      ?? above(curves)
  }

  /// Along the arrow, right of it before left of it; none beside an arrow that is shorter than the label is high.
  private var beside: [(point: Point, anchor: TextAnchor)] {
    let length = low.y - high.y
    guard length > 1.5 * extent.height else { return [] }
    return [0.5, 0.35, 0.65, 0.22, 0.13, 0.8].flatMap { share in
      let y = low.y - share * length
      return [
        (Point(low.x + 9, y), TextAnchor(.start, .middle)), (Point(low.x - 9, y), TextAnchor(.end, .middle)),
      ]
    }
  }

  /// Over the highest point of what passes over or under the label.
  private func above(_ curves: [[Point]]) -> (point: Point, anchor: TextAnchor) {
    let reach = low.x - extent.width / 2...low.x + extent.width / 2
    let near = curves.joined().filter { reach.contains($0.x) }.map(\.y)
    return (Point(low.x, (near + [high.y]).reduce(high.y, min) - 7), TextAnchor(.middle, .bottom))
  }

  /// Whether no piece of a curve comes within some pixels of `box`.
  private func isClear(_ box: Rect, of curves: [[Point]]) -> Bool {
    let room = Rect(x: box.minX - 4, y: box.minY - 4, width: box.width + 8, height: box.height + 8)
    return curves.allSatisfy { curve in
      zip(curve, curve.dropFirst()).allSatisfy { a, b in
        guard max(a.x, b.x) >= room.minX, min(a.x, b.x) <= room.maxX else { return true }
        return max(a.y, b.y) < room.minY || min(a.y, b.y) > room.maxY
      }
    }
  }
}
