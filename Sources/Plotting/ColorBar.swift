import Canvas

/// Explains a colour map: a strip of its colours beside a scale.
public struct ColorBar: Hashable, Sendable {
  public var title: RichText
  public var colors: ColorMap
  /// The colours on a dark page, where they differ.
  public var darkColors: ColorMap
  public var ticks: [Tick]
  public var typography: Typography

  /// - Parameter ticks: at fractions from 0, the first colour, to 1.
  public init(
    _ title: RichText, colors: ColorMap, darkColors: ColorMap? = nil, ticks: [Tick],
    typography: Typography = Typography()
  ) {
    self.title = title
    self.colors = colors
    self.darkColors = darkColors ?? colors
    self.ticks = ticks
    self.typography = typography
  }

  /// Draws the strip into `bar`, horizontal with labels below and the title on the left if it is wider than high,
  /// otherwise upright with labels on the right and the title above.
  public func draw(on canvas: Canvas, bar: Rect, steps: Int = 64) {
    let isHorizontal = bar.width > bar.height
    let steps = max(1, min(steps, 256))
    for step in 0..<steps {
      let fraction = (Double(step) + 0.5) / Double(steps)
      let ink = Ink(light: colors.color(at: fraction), dark: darkColors.color(at: fraction))
      // Each piece runs on under the next one, so that no seam shows.
      let from = Double(step) / Double(steps)
      let piece =
        isHorizontal
        ? bar.inset(left: bar.width * from) : bar.inset(bottom: bar.height * from)
      canvas.fill(Path(piece), ink)
    }
    canvas.stroke(Path(bar), Stroke(.axis, width: 0.7, join: .miter))
    isHorizontal ? drawHorizontalLabels(canvas, bar) : drawVerticalLabels(canvas, bar)
  }

  private func drawHorizontalLabels(_ canvas: Canvas, _ bar: Rect) {
    for tick in ticks {
      let place = bar.minX + bar.width * tick.value
      canvas.stroke(Path([Point(place, bar.maxY), Point(place, bar.maxY + 3)]), Stroke(.axis, width: 0.8))
      guard let label = tick.label else { continue }
      canvas.text(
        label, at: Point(place, bar.maxY + 5), font: typography.small, ink: .secondaryText,
        anchor: TextAnchor(.middle, .top))
    }
    canvas.text(
      title, at: Point(bar.minX - 10, bar.center.y), font: typography.small, ink: .secondaryText,
      anchor: TextAnchor(.end, .middle))
  }

  private func drawVerticalLabels(_ canvas: Canvas, _ bar: Rect) {
    for tick in ticks {
      let place = bar.maxY - bar.height * tick.value
      canvas.stroke(Path([Point(bar.maxX, place), Point(bar.maxX + 3, place)]), Stroke(.axis, width: 0.8))
      guard let label = tick.label else { continue }
      canvas.text(
        label, at: Point(bar.maxX + 6, place), font: typography.small, ink: .secondaryText,
        anchor: TextAnchor(.start, .middle))
    }
    canvas.text(
      title, at: Point(bar.minX, bar.minY - 8), font: typography.label, anchor: TextAnchor(.start, .bottom))
  }
}
