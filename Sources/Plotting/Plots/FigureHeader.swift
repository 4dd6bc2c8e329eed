import Canvas

/// A figure's title and subtitle, at the upper left; returns what is left below.
struct FigureHeader {
  let title: RichText
  let subtitle: RichText
  let type: Typography

  /// What it takes from a figure's height.
  func height(_ typesetter: Typesetter) -> Double {
    let lines = [(title, type.title), (subtitle, type.label)].filter { !$0.0.isEmpty }
    let text = lines.reduce(0) { $0 + typesetter.measure($1.0, font: $1.1).height + 3 }
    return lines.isEmpty ? 0 : text + type.base * 0.7
  }

  func draw(_ canvas: Canvas, in rect: Rect) -> Rect {
    var y = rect.minY
    if !title.isEmpty {
      canvas.text(title, at: Point(rect.minX, y), font: type.title, anchor: TextAnchor(.start, .top))
      y += canvas.measure(title, font: type.title).height + 3
    }
    if !subtitle.isEmpty {
      canvas.text(
        subtitle, at: Point(rect.minX, y), font: type.label, ink: .secondaryText, anchor: TextAnchor(.start, .top))
      y += canvas.measure(subtitle, font: type.label).height + 3
    }
    return rect.inset(top: y == rect.minY ? 0 : y - rect.minY + type.base * 0.7)
  }
}
