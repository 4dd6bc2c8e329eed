import Canvas

/// Where the panels of one objective go: one, or a grid with shared axes, with room for labels and the side column.
struct LandscapeGrid {
  let panels: [Rect]
  let columns: Int

  init(
    _ canvas: Canvas, body: Rect, count: Int, axes: Axes, side: Double, headingLines: Int
  ) {
    // Numbers at the ends of neighbouring axes keep apart.
    let gap = max(1.7 * axes.typography.base, axes.widestXLabel(canvas.typesetter) + 6)
    let heading = Double(headingLines) * (canvas.measure("x", font: axes.typography.small).height + 3)
    let room = body.inset(
      left: axes.leftMargin(panelHeight: body.height / (headingLines > 0 ? 3 : 1), canvas.typesetter), right: side,
      bottom: axes.bottomMargin(canvas.typesetter))
    let ratio = (axes.x.upper - axes.x.lower) / (axes.y.upper - axes.y.lower)
    let isEqual = axes.isEqualAspect
    func panelSize(_ columns: Int) -> Size {
      let rows = (count + columns - 1) / columns
      let width = (room.width - Double(columns - 1) * gap) / Double(columns)
      let height = (room.height - Double(rows - 1) * gap) / Double(rows) - heading
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
      Double(columns) * size.width + Double(columns - 1) * gap,
      Double(rows) * (size.height + heading) + Double(rows - 1) * gap)
    let origin = Point(
      room.minX + (room.width - used.width) / 2, room.minY + (room.height - used.height) / 3)
    panels = (0..<count).map { index in
      Rect(
        x: origin.x + Double(index % columns) * (size.width + gap),
        y: origin.y + Double(index / columns) * (size.height + heading + gap) + heading,
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
