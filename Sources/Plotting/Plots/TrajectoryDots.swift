import Canvas

/// Draws the iterates of a method that jumps, as dots; of those that would cover each other, one.
struct TrajectoryDots {
  let points: [Point]
  let ink: Ink
  let radius: Double

  func draw(_ canvas: Canvas, in rect: Rect) {
    var taken: Set<SIMD2<Int>> = []
    var dots = Path()
    var casing = Path()
    for point in points where rect.contains(point) {
      let cell = SIMD2(Int((point.x / radius).rounded(.down)), Int((point.y / radius).rounded(.down)))
      guard taken.insert(cell).inserted else { continue }
      casing.add(.circle(point, radius: radius + 0.7))
      dots.add(.circle(point, radius: radius))
    }
    canvas.fill(casing, LandscapeMarks.casing.opacity(0.7))
    canvas.fill(dots, ink)
  }
}
