import Canvas

/// Draws the iterates of a method that jumps, as dots; of those that would cover each other, one.
struct TrajectoryDots {
  let points: [Point]
  let ink: Ink
  let radius: Double

  /// More dots would hide the landscape; of a longer run, iterates at equal intervals are shown.
  private static let limit = 300

  func draw(_ canvas: Canvas, in rect: Rect) {
    var taken: Set<SIMD2<Int>> = []
    var dots = Path()
    var casing = Path()
    let interval = max(1, points.count / Self.limit)
    for index in stride(from: 0, to: points.count, by: interval) {
      let point = points[index]
      guard rect.contains(point) else { continue }
      let cell = SIMD2(Int((point.x / radius).rounded(.down)), Int((point.y / radius).rounded(.down)))
      guard taken.insert(cell).inserted else { continue }
      casing.add(.circle(point, radius: radius + 0.7))
      dots.add(.circle(point, radius: radius))
    }
    canvas.fill(casing, LandscapeMarks.casing.opacity(0.7))
    canvas.fill(dots, ink)
  }
}
