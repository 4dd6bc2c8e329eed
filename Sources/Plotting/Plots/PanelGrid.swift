import Canvas

/// Where the panels of one objective go: one, or a grid with shared axes, with room for labels and the side column.
struct PanelGrid {
  let panels: [Rect]
  let columns: Int

  private static let gap = 14.0

  init(
    _ canvas: Canvas, body: Rect, count: Int, field: ScalarField, side: Double, type: Typography, hasHeadings: Bool
  ) {
    let heading = hasHeadings ? canvas.measure("x", font: type.small).height + 6 : 0
    let margins = PlaneAxes.margins(canvas, x: field.x, y: field.y, size: body.size, type: type)
    let room = body.inset(left: margins.left, right: side, bottom: margins.bottom)
    let ratio = (field.x.upperBound - field.x.lowerBound) / (field.y.upperBound - field.y.lowerBound)
    let isEqual = ratio > 0.55 && ratio < 1.8
    func panelSize(_ columns: Int) -> Size {
      let rows = (count + columns - 1) / columns
      let width = (room.width - Double(columns - 1) * Self.gap) / Double(columns)
      let height = (room.height - Double(rows - 1) * Self.gap) / Double(rows) - heading
      guard isEqual else { return Size(width, height) }
      return Size(min(width, height * ratio), min(height, width / ratio))
    }
    func area(_ columns: Int) -> Double {
      let size = panelSize(columns)
      // Without equal units, squarish panels are wanted.
      return isEqual ? size.width * size.height : -abs(size.width / size.height - 1.3)
    }
    let columns = (1...max(1, count)).max { area($0) < area($1) } ?? 1
    let size = panelSize(columns)
    self.columns = columns
    let rows = (count + columns - 1) / columns
    let used = Size(
      Double(columns) * size.width + Double(columns - 1) * Self.gap,
      Double(rows) * (size.height + heading) + Double(rows - 1) * Self.gap)
    let origin = Point(
      room.minX + (room.width - used.width) / 2, room.minY + (room.height - used.height) / 2)
    panels = (0..<count).map { index in
      Rect(
        x: origin.x + Double(index % columns) * (size.width + Self.gap),
        y: origin.y + Double(index / columns) * (size.height + heading + Self.gap) + heading,
        width: size.width, height: size.height)
    }
  }

  func isLeft(_ index: Int) -> Bool { index % columns == 0 }

  func isBottom(_ index: Int) -> Bool { index + columns >= panels.count }

  /// The rectangle around all panels.
  var hull: Rect {
    Rect(
      Point(panels.map(\.minX).min() ?? 0, panels.map(\.minY).min() ?? 0),
      Point(panels.map(\.maxX).max() ?? 0, panels.map(\.maxY).max() ?? 0))
  }
}
