import Canvas

/// A figure's title and subtitle, at the upper left, in as many lines as its width asks for.
struct FigureHeader {
  let title: RichText
  let subtitle: RichText
  let type: Typography

  /// What it takes from the height of a figure so wide.
  func height(width: Double, _ typesetter: Typesetter) -> Double {
    let lines = lines(width: width, typesetter)
    return lines.isEmpty
      ? 0 : lines.reduce(0) { $0 + typesetter.measure($1.text, font: $1.font).height + 3 } + type.base * 0.7
  }

  /// Draws both; returns what is left below.
  func draw(_ canvas: Canvas, in rect: Rect) -> Rect {
    var y = rect.minY
    for line in lines(width: rect.width, canvas.typesetter) {
      canvas.text(line.text, at: Point(rect.minX, y), font: line.font, ink: line.ink, anchor: TextAnchor(.start, .top))
      y += canvas.measure(line.text, font: line.font).height + 3
    }
    return rect.inset(top: y == rect.minY ? 0 : y - rect.minY + type.base * 0.7)
  }

  private func lines(width: Double, _ typesetter: Typesetter) -> [(text: RichText, font: Font, ink: Ink)] {
    [(title, type.title, Ink.text), (subtitle, type.label, Ink.secondaryText)].flatMap { text, font, ink in
      broken(text, font, width, typesetter).map { ($0, font, ink) }
    }
  }

  /// A text that is set alike throughout may be broken; one with exponents or slanted letters keeps its line.
  private func broken(_ text: RichText, _ font: Font, _ width: Double, _ typesetter: Typesetter) -> [RichText] {
    if text.isEmpty { return [] }
    guard text == RichText(text.plain), typesetter.measure(text, font: font).width > width else { return [text] }
    return typesetter.wrapped(text.plain, font: font, width: width).map { RichText($0) }
  }
}
