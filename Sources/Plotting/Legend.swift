import Canvas

/// Names of series beside a sample of each, for figures where a label at the line itself has no room.
public struct Legend: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var label: RichText
    public var style: SeriesStyle

    public init(_ label: RichText, style: SeriesStyle) {
      self.label = label
      self.style = style
    }
  }

  public var entries: [Entry]
  public var typography: Typography

  private static let sample = 26.0
  private static let gap = 7.0
  private static let columnGap = 22.0

  public init(_ entries: [Entry], typography: Typography = Typography()) {
    self.entries = entries
    self.typography = typography
  }

  private var rowHeight: Double { typography.label.size * 1.6 }

  /// The size when the entries fill as many equal columns as fit into a width.
  public func size(width: Double, typesetter: Typesetter) -> Size {
    let (columns, columnWidth) = columns(width, typesetter)
    let rows = (entries.count + columns - 1) / columns
    return Size(Double(columns) * columnWidth - Self.columnGap, Double(rows) * rowHeight)
  }

  /// Draws the entries row by row from the upper left corner.
  public func draw(on canvas: Canvas, at corner: Point, width: Double) {
    let (columns, columnWidth) = columns(width, canvas.typesetter)
    for (index, entry) in entries.enumerated() {
      let x = corner.x + Double(index % columns) * columnWidth
      let y = corner.y + (Double(index / columns) + 0.5) * rowHeight
      canvas.stroke(Path([Point(x, y), Point(x + Self.sample, y)]), entry.style.stroke())
      entry.style.marker.draw(on: canvas, at: Point(x + Self.sample / 2, y), radius: 3, ink: entry.style.ink)
      canvas.text(
        entry.label, at: Point(x + Self.sample + Self.gap, y), font: typography.label,
        anchor: TextAnchor(.start, .middle))
    }
  }

  private func columns(_ width: Double, _ typesetter: Typesetter) -> (count: Int, width: Double) {
    let widest = entries.map { typesetter.measure($0.label, font: typography.label).width }.max() ?? 0
    let columnWidth = Self.sample + Self.gap + widest + Self.columnGap
    let fitting = Int((width + Self.columnGap) / columnWidth)
    return (max(1, min(fitting, entries.count)), columnWidth)
  }
}
