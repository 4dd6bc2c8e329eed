import CCairo
import Foundation

extension Canvas {
  /// The room that a line of text takes, before rotation.
  public func measure(_ text: RichText, font: Font) -> TextExtent { typesetter.measure(text, font: font) }

  /// Draws a line of text.
  ///
  /// - Parameters:
  ///   - point: where the anchor goes; nothing is drawn if it is not finite or far outside.
  ///   - rotation: degrees counter-clockwise on the page around `point`; 90 reads upwards.
  ///   - halo: an ink for an edge around the letters, so that they can be read on any colour.
  public func text(
    _ text: RichText, at point: Point, font: Font, ink: Ink = .text,
    anchor: TextAnchor = TextAnchor(.start, .baseline), rotation: Double = 0, halo: Ink? = nil
  ) {
    guard font.isDrawable, rotation.isFinite, bounds.inset(by: -2 * font.size - size.width).contains(point) else {
      return
    }
    let extent = measure(text, font: font)
    let corner = extent.offset(anchor)
    cairo_save(context)
    defer { cairo_restore(context) }
    var matrix = Self.rotation(degrees: rotation, around: point)
    cairo_transform(context, &matrix)
    if let halo { drawHalo(text, Point(corner.x, corner.y + extent.ascent), font, halo) }
    setInk(ink)
    forEachRun(text, from: Point(corner.x, corner.y + extent.ascent), font) { run in
      cairo_show_text(context, run.string)
    }
  }

  private func drawHalo(_ text: RichText, _ start: Point, _ font: Font, _ halo: Ink) {
    setInk(halo)
    cairo_set_line_width(context, max(2, font.size * 0.25))
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_dash(context, nil, 0, 0)
    forEachRun(text, from: start, font) { run in
      cairo_text_path(context, run.string)
      cairo_stroke(context)
    }
  }

  private func forEachRun(
    _ text: RichText, from start: Point, _ font: Font, _ draw: (RichText.Run) -> Void
  ) {
    var x = start.x
    for run in text.runs {
      let runFont = Typesetter.font(for: run, in: font)
      typesetter.noteMissingGlyphs(run, font: runFont)
      Typesetter.select(runFont, in: context)
      cairo_new_path(context)
      cairo_move_to(context, x, start.y - Typesetter.rise(of: run, font: font))
      draw(run)
      x += typesetter.advance(run, font: font)
    }
    cairo_new_path(context)
  }

  /// Quarter turns are exact; only other angles need sine and cosine.
  private static func rotation(degrees: Double, around point: Point) -> cairo_matrix_t {
    let turn = degrees.remainder(dividingBy: 360)
    let (sine, cosine): (Double, Double) =
      switch turn {
      case 0: (0, 1)
      case 90: (1, 0)
      case -90: (-1, 0)
      case 180, -180: (0, -1)
      default: (sin(turn * .pi / 180), cos(turn * .pi / 180))
      }
    return cairo_matrix_t(xx: cosine, yx: -sine, xy: sine, yy: cosine, x0: point.x, y0: point.y)
  }
}
