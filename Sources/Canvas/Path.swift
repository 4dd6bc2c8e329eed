/// An outline of lines and curves, possibly in several pieces; a value without any Cairo in it.
public struct Path: Hashable, Sendable {
  /// One step of an outline.
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve by its two control points and its end.
    case curve(Point, Point, Point)
    case close
  }

  public enum FillRule: Hashable, Sendable { case winding, evenOdd }

  public private(set) var elements: [Element] = []

  public init() {}

  /// The outline through the points, one straight line after the other; NaN among them breaks the line.
  public init(_ points: [Point], closed: Bool = false) { add(points, closed: closed) }

  public init(_ rect: Rect) { add(rect) }

  public var isEmpty: Bool { elements.isEmpty }

  public mutating func move(to point: Point) { elements.append(.move(point)) }
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  public mutating func curve(_ control1: Point, _ control2: Point, to end: Point) {
    elements.append(.curve(control1, control2, end))
  }
  public mutating func close() { elements.append(.close) }

  /// Adds a polyline or polygon as a piece of its own.
  public mutating func add(_ points: [Point], closed: Bool = false) {
    guard let first = points.first else { return }
    move(to: first)
    for point in points.dropFirst() { line(to: point) }
    if closed { close() }
  }

  public mutating func add(_ rect: Rect) { add(rect.corners, closed: true) }

  public mutating func add(_ path: Path) { elements += path.elements }

  /// A full circle.
  public static func circle(_ center: Point, radius: Double) -> Path {
    ellipse(center, radiusX: radius, radiusY: radius)
  }

  /// A full ellipse with upright axes, of four cubic curves that stay within 0.03 % of it.
  public static func ellipse(_ center: Point, radiusX: Double, radiusY: Double) -> Path {
    let k = 0.5522847498307936  // 4/3 (√2 − 1)
    func at(_ x: Double, _ y: Double) -> Point { Point(center.x + x * radiusX, center.y + y * radiusY) }
    var path = Path()
    path.move(to: at(1, 0))
    path.curve(at(1, k), at(k, 1), to: at(0, 1))
    path.curve(at(-k, 1), at(-1, k), to: at(-1, 0))
    path.curve(at(-1, -k), at(-k, -1), to: at(0, -1))
    path.curve(at(k, -1), at(1, -k), to: at(1, 0))
    path.close()
    return path
  }
}
