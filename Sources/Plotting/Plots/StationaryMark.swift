import Canvas

/// A stationary point on a map, with the mark of its class.
public struct StationaryMark: Sendable, Equatable {
  public enum Kind: Sendable, CaseIterable { case minimum, saddle, maximum, degenerate }

  public let kind: Kind
  public let position: SIMD2<Double>

  public init(_ kind: Kind, at position: SIMD2<Double>) {
    self.kind = kind
    self.position = position
  }

  /// How marks are drawn, by how many there are.
  enum Detail: Sendable {
    /// Every point with the mark of its class.
    case all(radius: Double)
    /// Minima only, as small squares.
    case minima(side: Double)
    /// No marks: they would cover the map.
    case none

    init(marks: [StationaryMark]) {
      let minima = marks.count { $0.kind == .minimum }
      self =
        switch marks.count {
        case ...80: .all(radius: 4.2)
        case ...500: .all(radius: 2.8)
        default: minima <= 6000 ? .minima(side: minima <= 1500 ? 3.4 : 2.2) : .none
        }
    }
  }

  /// The mark of a class at many points, as one path.
  static func draw(_ kind: Kind, on canvas: Canvas, at centers: [Point], radius: Double, inks: CurvatureInks) {
    let (shape, isFilled, size): (Marker.Shape, Bool, Double) =
      switch kind {
      case .minimum: (.circle, true, 0.85)
      case .saddle: (.cross, false, 1)
      case .maximum: (.triangle, false, 1)
      case .degenerate: (.square, false, 1)
      }
    Marker(shape, isFilled: isFilled).draw(
      on: canvas, at: centers, radius: radius * size, ink: inks.mark, casing: inks.casing,
      lineWidth: radius > 3 ? 1.4 : 1.1)
  }

  /// Draws `marks` where `map` puts them.
  static func draw(
    _ marks: [StationaryMark], detail: Detail, on canvas: Canvas, map: PlaneMap, inks: CurvatureInks
  ) {
    switch detail {
    case .none: break
    case .all(let radius):
      // Minima last: they are what matters most.
      for kind in [Kind.degenerate, .saddle, .maximum, .minimum] {
        let centers = marks.filter { $0.kind == kind }.map { map($0.position) }
        draw(kind, on: canvas, at: centers, radius: radius, inks: inks)
      }
    case .minima(let side):
      var path = Path()
      for mark in marks where mark.kind == .minimum {
        let center = map(mark.position)
        path.add(Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side))
      }
      canvas.fill(path, inks.mark)
    }
  }
}
