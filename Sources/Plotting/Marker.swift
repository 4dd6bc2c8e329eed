import Canvas

/// A small shape that tells series apart without colour.
public struct Marker: Hashable, Sendable {
  public enum Shape: Hashable, Sendable, CaseIterable {
    case circle, square, triangle, diamond, plus, cross, downTriangle, pentagon
  }

  public let shape: Shape
  public let isFilled: Bool

  public init(_ shape: Shape, isFilled: Bool = true) {
    self.shape = shape
    self.isFilled = isFilled
  }

  /// Draws the marker around a point; `radius` is that of a circle of about the same weight.
  ///
  /// A hollow marker is filled with `casing`, so that lines do not run through it.
  public func draw(
    on canvas: Canvas, at center: Point, radius: Double, ink: Ink, casing: Ink = .casing, lineWidth: Double = 1.3
  ) {
    draw(on: canvas, at: [center], radius: radius, ink: ink, casing: casing, lineWidth: lineWidth)
  }

  /// Draws the same marker around many points as one path, which keeps files small.
  func draw(
    on canvas: Canvas, at centers: [Point], radius: Double, ink: Ink, casing: Ink, lineWidth: Double = 1.3
  ) {
    var path = Path()
    for center in centers where center.isFinite { path.add(outline(center, radius)) }
    guard !path.isEmpty else { return }
    let isLine = shape == .plus || shape == .cross
    if isLine {
      let width = isFilled ? lineWidth * 1.6 : lineWidth
      canvas.stroke(path, Stroke(ink, width: width, cap: .round), casing: casing, casingWidth: 1)
    } else if isFilled {
      canvas.stroke(path, Stroke(casing, width: 2, join: .miter))
      canvas.fill(path, ink)
    } else {
      canvas.stroke(path, Stroke(casing, width: lineWidth + 2, join: .miter))
      canvas.fill(path, casing)
      canvas.stroke(path, Stroke(ink, width: lineWidth, join: .miter))
    }
  }

  private func outline(_ c: Point, _ r: Double) -> Path {
    func polygon(_ corners: [(Double, Double)]) -> Path {
      Path(corners.map { Point(c.x + $0.0 * r, c.y + $0.1 * r) }, closed: true)
    }
    func lines(_ ends: [(Double, Double)]) -> Path {
      var path = Path()
      for (x, y) in ends {
        path.add([Point(c.x - x * r, c.y - y * r), Point(c.x + x * r, c.y + y * r)])
      }
      return path
    }
    // Corners of regular polygons of a circle's area; cos and sin of 30°, 18° and 54° written out.
    return switch shape {
    case .circle: .circle(c, radius: r)
    case .square: polygon([(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)])
    case .triangle: polygon([(0, -1.3), (1.126, 0.65), (-1.126, 0.65)])
    case .downTriangle: polygon([(0, 1.3), (1.126, -0.65), (-1.126, -0.65)])
    case .diamond: polygon([(0, -1.3), (1.05, 0), (0, 1.3), (-1.05, 0)])
    case .pentagon:
      polygon([(0, -1.15), (1.094, -0.355), (0.676, 0.93), (-0.676, 0.93), (-1.094, -0.355)])
    case .plus: lines([(1.15, 0), (0, 1.15)])
    case .cross: lines([(0.85, 0.85), (0.85, -0.85)])
    }
  }
}
