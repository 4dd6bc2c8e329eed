/// How much room a line of text takes, in CSS pixels.
public struct TextExtent: Hashable, Sendable {
  /// The advance from the start to the end of the line.
  public let width: Double
  /// From the baseline up to the font's ascenders, and down to its descenders; the same for every text in a font.
  public let ascent: Double
  public let descent: Double
  /// The height of a capital.
  public let capHeight: Double

  public var height: Double { ascent + descent }

  /// Where the line's upper left corner lies relative to a point that it is anchored at.
  func offset(_ anchor: TextAnchor) -> Point {
    let x =
      switch anchor.horizontal {
      case .start: 0.0
      case .middle: -width / 2
      case .end: -width
      }
    let y =
      switch anchor.vertical {
      case .top: 0.0
      case .middle: capHeight / 2 - ascent
      case .baseline: -ascent
      case .bottom: -ascent - descent
      }
    return Point(x, y)
  }

  /// The box that the unrotated line covers when it is anchored at a point.
  public func box(at point: Point, anchor: TextAnchor) -> Rect {
    let corner = point + offset(anchor)
    return Rect(x: corner.x, y: corner.y, width: width, height: height)
  }
}
