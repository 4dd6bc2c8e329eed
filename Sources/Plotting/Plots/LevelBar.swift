import Canvas

/// The colour bar of a level scale: one field a band, of equal heights, with the levels' numbers between them.
struct LevelBar {
  let colors: LandscapeColors
  let title: RichText
  let type: Typography
  /// Whether some value is +∞ or beyond what the levels were chosen for; the top then ends in an arrow.
  let isOpenAbove: Bool

  static let width = 16.0
  private static let gap = 7.0
  private static let arrow = 10.0

  /// The room the bar takes with its numbers, but without its title.
  func width(_ canvas: Canvas) -> Double {
    let widest = colors.scale.levels.map { canvas.measure($0.label, font: type.small).width }.max() ?? 0
    return Self.width + Self.gap + widest
  }

  func titleSize(_ canvas: Canvas) -> Size {
    let extent = canvas.measure(title, font: type.label)
    return Size(extent.width, extent.height)
  }

  /// Draws the bar with its left upper corner and its height given; the title is its first line.
  func draw(_ canvas: Canvas, at corner: Point, height: Double) {
    let top = canvas.measure(title, font: type.label).height + 8 + (isOpenAbove ? Self.arrow : 0)
    let bar = Rect(x: corner.x, y: corner.y + top, width: Self.width, height: height - top)
    let strip = ColorBar(
      "", colors: colors.light, darkColors: colors.dark, ticks: ticks(canvas, bar.height), typography: type)
    strip.draw(on: canvas, bar: bar, steps: colors.scale.bandCount)
    canvas.text(title, at: corner, font: type.label, anchor: TextAnchor(.start, .top))
    guard isOpenAbove else { return }
    let tip = Path(
      [Point(bar.minX, bar.minY), Point(bar.center.x, bar.minY - Self.arrow), Point(bar.maxX, bar.minY)])
    canvas.fill(tip, colors.ink(ofBand: colors.scale.bandCount - 1))
    canvas.stroke(tip, Stroke(.axis, width: 0.7, join: .miter))
  }

  /// Every number where they fit, otherwise every second, third, …, counted so that powers of ten stay.
  private func ticks(_ canvas: Canvas, _ height: Double) -> [Tick] {
    let levels = colors.scale.levels
    let step = height / Double(colors.scale.bandCount)
    let needed = 1.9 * canvas.measure("0", font: type.small).capHeight
    let stride = max(1, Int((needed / step).rounded(.up)))
    let anchor = levels.firstIndex(where: \.isRound) ?? 0
    return levels.enumerated().map { index, level in
      Tick(
        Double(index + 1) / Double(colors.scale.bandCount), label: (index - anchor) % stride == 0 ? level.label : nil)
    }
  }
}

extension LevelScale.Level {
  /// Whether the number is a power of ten or zero.
  fileprivate var isRound: Bool {
    let digits = label.plain.filter { $0.isNumber && $0 != "0" }
    return digits == "1" || digits.isEmpty || label.plain.hasPrefix("10^")
  }
}
