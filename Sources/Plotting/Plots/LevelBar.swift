import Canvas

/// The colour bar of a level scale: one field a band, of equal heights, with the levels' numbers between them.
struct LevelBar {
  let colors: LandscapeColors
  let font: Font
  /// Whether some value is +∞ or beyond what the levels were chosen for; the top then ends in an arrow.
  let isOpenAbove: Bool

  static let width = 16.0
  private static let gap = 6.0

  /// The room the bar takes with its numbers, but without its title.
  func width(_ canvas: Canvas) -> Double {
    let widest = colors.scale.levels.map { canvas.measure($0.label, font: font).width }.max() ?? 0
    return Self.width + Self.gap + widest
  }

  /// Draws the bar with its left upper corner and its height given; the title stands above it.
  func draw(_ canvas: Canvas, at corner: Point, height: Double) {
    let titleHeight = canvas.measure(colors.scale.quantity.title, font: font).height + 6
    canvas.text(
      colors.scale.quantity.title, at: corner, font: font, ink: .text, anchor: TextAnchor(.start, .top))
    let bar = Rect(x: corner.x, y: corner.y + titleHeight, width: Self.width, height: height - titleHeight)
    let arrow = isOpenAbove ? 9.0 : 0
    let bands = colors.scale.bandCount
    let step = (bar.height - arrow) / Double(bands)
    for band in 0..<bands {
      // Down to the bar's end, so that no seam shows between neighbours.
      let top = bar.maxY - Double(band + 1) * step
      canvas.fill(
        Path(Rect(x: bar.minX, y: bar.minY + arrow, width: bar.width, height: top + step - bar.minY - arrow)),
        colors.ink(ofBand: band))
    }
    var outline = Path(
      [Point(bar.minX, bar.minY + arrow), Point(bar.minX, bar.maxY), Point(bar.maxX, bar.maxY),
        Point(bar.maxX, bar.minY + arrow)], closed: !isOpenAbove)
    if isOpenAbove {
      outline = Path(
        [Point(bar.minX, bar.minY + arrow), Point(bar.minX, bar.maxY), Point(bar.maxX, bar.maxY),
          Point(bar.maxX, bar.minY + arrow), Point(bar.center.x, bar.minY)], closed: true)
      canvas.fill(
        Path(
          [Point(bar.minX, bar.minY + arrow), Point(bar.maxX, bar.minY + arrow), Point(bar.center.x, bar.minY)],
          closed: true), colors.ink(ofBand: bands - 1))
    }
    canvas.stroke(outline, Stroke(.axis, width: 0.8, join: .miter))
    drawNumbers(canvas, bar, step)
  }

  /// Every number where they fit, otherwise every second, third, …, counted so that whole decades stay.
  private func drawNumbers(_ canvas: Canvas, _ bar: Rect, _ step: Double) {
    let height = canvas.measure("0", font: font).capHeight
    let stride = max(1, Int((1.7 * height / step).rounded(.up)))
    let levels = colors.scale.levels
    let anchor = levels.firstIndex { $0.isWhole } ?? 0
    for (index, level) in levels.enumerated() where (index - anchor) % stride == 0 {
      let y = bar.maxY - Double(index + 1) * step
      canvas.stroke(Path([Point(bar.maxX, y), Point(bar.maxX + 3, y)]), Stroke(.axis, width: 0.8))
      canvas.text(
        level.label, at: Point(bar.maxX + Self.gap, y), font: font, ink: .secondaryText,
        anchor: TextAnchor(.start, .middle))
    }
  }
}

extension LevelScale.Level {
  /// Whether the number is a power of ten or zero.
  fileprivate var isWhole: Bool {
    let digits = label.plain.filter { $0.isNumber && $0 != "0" }
    return digits == "1" || digits.isEmpty || label.plain.hasPrefix("10^")
  }
}
