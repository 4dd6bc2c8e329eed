/// An upright rectangle in CSS pixels; `minY` is its upper edge, since y points down.
public struct Rect: Hashable, Sendable {
  public var minX: Double
  public var minY: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    minX = x
    minY = y
    self.width = width
    self.height = height
  }

  /// The rectangle between two corners, given in any order.
  public init(_ a: Point, _ b: Point) {
    self.init(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
  }

  public var maxX: Double { minX + width }
  public var maxY: Double { minY + height }
  public var center: Point { Point(minX + width / 2, minY + height / 2) }
  public var size: Size { Size(width, height) }
  public var isFinite: Bool { minX.isFinite && minY.isFinite && width.isFinite && height.isFinite }

  /// The four corners, clockwise on the page from the upper left one.
  public var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(maxX, maxY), Point(minX, maxY)]
  }

  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether the interiors overlap; rectangles that only touch do not intersect.
  public func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The rectangle with each edge moved inwards (outwards when negative), never smaller than empty.
  public func inset(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0) -> Rect {
    Rect(
      x: minX + left, y: minY + top, width: max(0, width - left - right), height: max(0, height - top - bottom))
  }

  /// The rectangle with all four edges moved inwards (outwards when negative).
  public func inset(by amount: Double) -> Rect {
    inset(left: amount, top: amount, right: amount, bottom: amount)
  }
}
