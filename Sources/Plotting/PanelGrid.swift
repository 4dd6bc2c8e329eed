import Canvas

/// Small multiples: equal panels with the same axes, labelled only along the left and the lower edge of the grid.
public struct PanelGrid: Hashable, Sendable {
  public let count: Int
  public let columns: Int
  public let typography: Typography
  /// Lines of the highest heading.
  public let headingLines: Int

  private static let panelSize = Size(206, 128)
  private static let columnGap = 30.0

  public init(count: Int, typography: Typography = Typography(), headingLines: Int = 1) {
    self.count = max(1, count)
    self.headingLines = max(1, headingLines)
    // As square as a page is, and with few panels left over in the last row.
    let candidates =
      self.count <= 4 ? [self.count] : (self.count <= 9 ? [3, 4] : (self.count <= 16 ? [4, 5] : [5, 6]))
    let count = self.count
    columns = candidates.min { (($0 - count % $0) % $0, $0) < (($1 - count % $1) % $1, $1) } ?? 4
    self.typography = typography
  }

  public var rows: Int { (count + columns - 1) / columns }

  private var rowGap: Double { headingHeight + 8 }
  private var headingHeight: Double { typography.base * (0.6 + 1.2 * Double(headingLines)) }

  /// The width of a panel at the preferred size.
  static var panelWidth: Double { panelSize.width }

  /// Whether no panel lies below this one, so that it shows the numbers of the x axis.
  private func isLowest(_ index: Int) -> Bool { index + columns >= count }

  public var preferredWidth: Double {
    Double(columns) * Self.panelSize.width + Double(columns - 1) * Self.columnGap + 60
  }

  public var preferredHeight: Double {
    Double(rows) * Self.panelSize.height + Double(rows - 1) * rowGap + headingHeight + typography.base * 7
  }

  /// Draws every panel with the same axes.
  ///
  /// - Parameters:
  ///   - panel: draws the data of the panel with an index.
  ///   - heading: names a panel, above its upper left corner.
  public func draw(
    on canvas: Canvas, in rect: Rect, axes: Axes, panel: (Int, PlacedAxes) -> Void, heading: (Int, Point) -> Void
  ) {
    let typesetter = canvas.typesetter
    let titleHeight = typesetter.measure(axes.y.title, font: typography.label).height
    var inner = axes
    inner.x.title = ""
    inner.y.title = ""
    let top = rect.minY + titleHeight + 4 + headingHeight
    let bottom =
      rect.maxY - inner.bottomMargin(typesetter) - typesetter.measure(axes.x.title, font: typography.label).height - 6
    let height = max(1, (bottom - top - Double(rows - 1) * rowGap) / Double(rows))
    let left = rect.minX + inner.leftMargin(panelHeight: height, typesetter)
    let width = max(1, (rect.maxX - 8 - left - Double(columns - 1) * Self.columnGap) / Double(columns))
    for index in 0..<count {
      let (row, column) = (index / columns, index % columns)
      let place = Rect(
        x: left + Double(column) * (width + Self.columnGap), y: top + Double(row) * (height + rowGap), width: width,
        height: height)
      inner.hasYLabels = column == 0
      inner.hasXLabels = isLowest(index)
      let placed = inner.placed(around: place, typesetter: typesetter)
      placed.drawGrid(on: canvas)
      panel(index, placed)
      placed.drawFrame(on: canvas)
      heading(index, Point(place.minX, place.minY))
    }
    canvas.text(
      axes.y.title, at: Point(rect.minX, rect.minY), font: typography.label, anchor: TextAnchor(.start, .top))
    canvas.text(
      axes.x.title, at: Point((left + rect.maxX - 8) / 2, rect.maxY), font: typography.label,
      anchor: TextAnchor(.middle, .bottom))
  }
}
