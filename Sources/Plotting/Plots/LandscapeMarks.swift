import Canvas
import Foundation

/// The marks that landscapes share: minimizers, starts, ends, exits, arrowheads.
enum LandscapeMarks {
  /// Data marks are cased in white whatever the page, since they stand on the colours of the landscape.
  static let casing = Ink(Color(0xffffff))
  static let outline = Ink(Color(0x14171a))

  /// The global minimizer.
  static func star(_ canvas: Canvas, at center: Point, radius: Double, opacity: Double = 1) {
    let points = (0..<10).map { index -> Point in
      let angle = Double(index) * .pi / 5 - .pi / 2
      let r = index % 2 == 0 ? radius : radius * 0.42
      return Point(center.x + r * cos(angle), center.y + r * sin(angle))
    }
    let path = Path(points, closed: true)
    canvas.stroke(path, Stroke(outline.opacity(opacity), width: 2.6, join: .round))
    canvas.fill(path, casing.opacity(opacity))
  }

  /// Another local minimizer.
  static func dot(_ canvas: Canvas, at center: Point, radius: Double, opacity: Double = 1) {
    canvas.fill(.circle(center, radius: radius + 0.9), casing.opacity(0.9 * opacity))
    canvas.fill(.circle(center, radius: radius), outline.opacity(opacity))
  }

  /// Where runs start: a ring, so that lines are seen to leave it.
  static func start(_ canvas: Canvas, at center: Point, radius: Double, opacity: Double = 1) {
    canvas.fill(.circle(center, radius: radius + 1.2), casing.opacity(opacity))
    canvas.fill(.circle(center, radius: radius), outline.opacity(opacity))
    canvas.fill(.circle(center, radius: radius * 0.45), casing.opacity(opacity))
  }

  /// Where a run ended: filled where it reached the minimum, hollow where it did not.
  static func end(
    _ canvas: Canvas, at center: Point, radius: Double, style: SeriesStyle, isReached: Bool, opacity: Double = 1,
    casing: Ink = LandscapeMarks.casing
  ) {
    let (ink, casing) = (style.ink.opacity(opacity), casing.opacity(opacity))
    let shape = style.marker.shape
    // A cross has no inside; a disc behind it stands for hollow.
    if shape == .plus || shape == .cross, !isReached {
      Marker(.circle, isFilled: false).draw(
        on: canvas, at: center, radius: radius * 1.45, ink: ink, casing: casing, lineWidth: 1)
    }
    Marker(shape, isFilled: isReached).draw(
      on: canvas, at: center, radius: radius, ink: ink, casing: casing, lineWidth: 1.7)
  }

  /// A triangle whose tip is at a point; on a line, or where one leaves the window.
  static func arrowhead(_ canvas: Canvas, tip: Point, direction: Point, length: Double, ink: Ink) {
    let size = (direction.x * direction.x + direction.y * direction.y).squareRoot()
    guard size > 0, size.isFinite else { return }
    let along = direction * (1 / size)
    let across = Point(-along.y, along.x)
    let back = tip - along * length
    let notch = tip - along * (length * 0.8)
    let path = Path(
      [tip, back + across * (length * 0.46), notch, back - across * (length * 0.46)], closed: true)
    canvas.stroke(path, Stroke(casing, width: 1.6, join: .round))
    canvas.fill(path, ink)
  }
}
