import Canvas

/// The key of a curvature map: its regions with their shares, then its marks with their numbers.
struct CurvatureKey {
  enum Sample {
    case region(CurvatureMap.Region)
    case mark(StationaryMark.Kind)
    case dot(side: Double)
    case globalMinimizer
    case contour
    case none
  }

  struct Row {
    let sample: Sample
    let text: RichText
  }

  /// Groups of rows, a small gap between them.
  let groups: [[Row]]
  let type: Typography
  let inks: CurvatureInks

  /// The key stands on the page, whatever the map is made of.
  private var pageInks: CurvatureInks { CurvatureInks(isFixed: false) }
  private var sampleWidth: Double { 2 * type.base }
  private var gap: Double { 0.6 * type.base }
  private var rowHeight: Double { type.small.size * 1.75 }

  func width(_ canvas: Canvas) -> Double {
    sampleWidth + gap + (groups.joined().map { canvas.measure($0.text, font: type.small).width }.max() ?? 0)
  }

  func draw(_ canvas: Canvas, at corner: Point) {
    var y = corner.y + rowHeight / 2
    for group in groups where !group.isEmpty {
      for row in group {
        draw(row.sample, canvas, Point(corner.x + sampleWidth / 2, y))
        canvas.text(
          row.text, at: Point(corner.x + sampleWidth + gap, y), font: type.small, anchor: TextAnchor(.start, .middle))
        y += rowHeight
      }
      y += 0.6 * rowHeight
    }
  }

  private func draw(_ sample: Sample, _ canvas: Canvas, _ center: Point) {
    func box(_ ink: Ink) {
      let height = 0.85 * type.base
      let rect = Rect(
        x: center.x - sampleWidth / 2, y: center.y - height / 2, width: sampleWidth, height: height)
      canvas.fill(Path(rect), ink)
      canvas.stroke(Path(rect), Stroke(.axis, width: 0.6, join: .miter))
    }
    switch sample {
    case .region(let region): box(inks.ground(region))
    case .mark(let kind): StationaryMark.draw(kind, on: canvas, at: [center], radius: 4.2, inks: pageInks)
    case .dot(let side):
      let rect = Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side)
      canvas.fill(Path(rect), .text)
    case .globalMinimizer: LandscapeMarks.star(canvas, at: center, radius: 7)
    case .contour:
      canvas.stroke(
        Path([Point(center.x - sampleWidth / 2, center.y), Point(center.x + sampleWidth / 2, center.y)]),
        Stroke(pageInks.line, width: 0.8))
    case .none: break
    }
  }
}
