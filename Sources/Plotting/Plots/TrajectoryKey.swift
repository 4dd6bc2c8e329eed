import Canvas

/// The key of a landscape: each method's line with its end mark, then what the other marks mean.
struct TrajectoryKey {
  enum Mark: Hashable { case start, reached, notReached, end, globalMinimizer, localMinimizer, hole }

  /// The runs of each method.
  let methods: [[Trajectory]]
  let marks: [Mark]
  let type: Typography

  private var font: Font { type.small }
  private var sample: Double { 2 * type.base }
  private var gap: Double { 0.6 * type.base }
  private var row: Double { font.size * 1.7 }

  var isEmpty: Bool { methods.isEmpty && marks.isEmpty }

  func width(_ canvas: Canvas) -> Double {
    let labels = methods.map { RichText($0[0].label) } + marks.map { RichText(Self.text($0)) }
    return sample + gap + (labels.map { canvas.measure($0, font: font).width }.max() ?? 0)
  }

  /// The height of the rows where nothing confines them.
  var height: Double { row * (Double(methods.count + marks.count) + (methods.isEmpty ? 0 : 0.6)) }

  /// Draws the rows from the upper left corner, closer together if they would not fit into a height.
  func draw(_ canvas: Canvas, at corner: Point, height: Double) {
    let row = min(row, height / (Double(methods.count + marks.count) + 0.6))
    var y = corner.y + row / 2
    for runs in methods {
      drawSample(canvas, runs, Point(corner.x, y))
      drawText(canvas, RichText(runs[0].label), .text, Point(corner.x, y))
      y += row
    }
    if !methods.isEmpty { y += 0.6 * row }
    for mark in marks {
      draw(canvas, mark, at: Point(corner.x + sample / 2, y))
      drawText(canvas, RichText(Self.text(mark)), .secondaryText, Point(corner.x, y))
      y += row
    }
  }

  /// The height of the marks where they stand in one row.
  var rowHeight: Double { row }

  /// Draws the marks in one row, from the left, about a height.
  func drawRow(_ canvas: Canvas, at left: Point) {
    var x = left.x
    for mark in marks {
      let text = RichText(Self.text(mark))
      draw(canvas, mark, at: Point(x + type.base * 0.6, left.y))
      canvas.text(
        text, at: Point(x + type.base * 1.5, left.y), font: font, ink: .secondaryText,
        anchor: TextAnchor(.start, .middle))
      x += type.base * 3 + canvas.measure(text, font: font).width
    }
  }

  private func drawText(_ canvas: Canvas, _ text: RichText, _ ink: Ink, _ left: Point) {
    canvas.text(
      text, at: Point(left.x + sample + gap, left.y), font: font, ink: ink,
      anchor: TextAnchor(.start, .middle))
  }

  private func drawSample(_ canvas: Canvas, _ runs: [Trajectory], _ left: Point) {
    let right = Point(left.x + sample, left.y)
    switch runs[0].shape {
    case .line: canvas.stroke(Path([left, right]), runs[0].style.stroke(width: 2))
    case .dots:
      for x in [0.1, 0.4] { canvas.fill(.circle(Point(left.x + x * sample, left.y), radius: 1.8), runs[0].style.ink) }
    }
    LandscapeMarks.end(
      canvas, at: Point(right.x - 5, right.y), radius: 4, style: runs[0].style,
      isReached: runs.contains { $0.end != .notReached }, casing: .casing)
  }

  private func draw(_ canvas: Canvas, _ mark: Mark, at center: Point) {
    switch mark {
    case .start: LandscapeMarks.start(canvas, at: center, radius: 5)
    case .reached, .end:
      LandscapeMarks.end(canvas, at: center, radius: 4, style: Self.neutral, isReached: true, casing: .casing)
    case .notReached:
      LandscapeMarks.end(canvas, at: center, radius: 4, style: Self.neutral, isReached: false, casing: .casing)
    case .globalMinimizer: LandscapeMarks.star(canvas, at: center, radius: 8)
    case .localMinimizer: LandscapeMarks.dot(canvas, at: center, radius: 2.4)
    case .hole:
      let box = Path(Rect(x: center.x - 8, y: center.y - 5, width: 16, height: 10))
      canvas.fill(box, .panel)
      canvas.stroke(box, Stroke(.axis, width: 0.6))
    }
  }

  private static let neutral = SeriesStyle(ink: .secondaryText, marker: Marker(.circle))

  private static func text(_ mark: Mark) -> String {
    switch mark {
    case .start: "start"
    case .reached: "minimum reached"
    case .notReached: "not reached"
    case .end: "end"
    case .globalMinimizer: "global minimizer"
    case .localMinimizer: "local minimum with runs"
    case .hole: "undefined"
    }
  }
}
