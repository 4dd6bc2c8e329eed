import Canvas

/// A rectangle filled by a number's colour, with one or two lines of text on it that can be read on that colour.
public struct CellMark: Hashable, Sendable {
  public var rect: Rect
  /// From 0 to 1.
  public var fraction: Double
  public var text: RichText
  public var detail: RichText
  public var colors: ColorMap
  /// The colours on a dark page.
  public var darkColors: ColorMap

  public init(
    _ rect: Rect, fraction: Double, text: RichText, detail: RichText, colors: ColorMap, darkColors: ColorMap
  ) {
    self.rect = rect
    self.fraction = fraction
    self.text = text
    self.detail = detail
    self.colors = colors
    self.darkColors = darkColors
  }

  /// The fill, and the ink for text on it: at least 4.5:1 on either page.
  var inks: (fill: Ink, text: Ink) {
    let light = colors.color(at: fraction)
    let dark = darkColors.color(at: fraction)
    return (Ink(light: light, dark: dark), Ink(light: light.legibleText, dark: dark.legibleText))
  }

  public func draw(on canvas: Canvas, typography: Typography) {
    let inks = inks
    canvas.fill(Path(rect), inks.fill)
    let lines = detail.isEmpty ? 0 : typography.base * 0.62
    canvas.text(
      text, at: Point(rect.center.x, rect.center.y - lines), font: typography.label, ink: inks.text,
      anchor: TextAnchor(.middle, .middle))
    canvas.text(
      detail, at: Point(rect.center.x, rect.center.y + lines * 1.1), font: typography.small, ink: inks.text,
      anchor: TextAnchor(.middle, .middle))
  }
}
