import Canvas

/// A named point of a landscape: the end of a training, seen on a plane through its weights.
public struct LandscapePin: Sendable {
  public var label: RichText
  public var point: SIMD2<Double>

  public init(_ label: RichText, at point: SIMD2<Double>) {
    self.label = label
    self.point = point
  }
}

/// Named points on the page, each with its label where it covers neither another point nor another label.
struct PlacedPins {
  struct Pin: Sendable {
    let center: Point
    let label: RichText
    /// Of the label.
    let box: Rect
  }

  let pins: [Pin]
  let font: Font
  let radius: Double

  /// Those of the pins that lie in the panel.
  ///
  /// - Parameter lines: straight, which labels keep off too.
  init(
    _ pins: [(label: RichText, center: Point)], in panel: Rect, avoiding lines: [[Point]] = [], font: Font,
    radius: Double, typesetter: Typesetter
  ) {
    self.font = font
    self.radius = radius
    let shown = pins.filter { $0.center.isFinite && panel.contains($0.center) }
    let crossed = lines.flatMap { line in
      let arc = PolylineArc(line, isClosed: false)
      return stride(from: 0, through: arc.length, by: 3).map { arc.point(at: $0) }
    }
    var taken = shown.map { Self.box(around: $0.center, radius + 2) }
    self.pins = shown.map { pin in
      let extent = typesetter.measure(pin.label, font: font)
      let size = Size(extent.width + 4, extent.capHeight + 6)
      let candidates = Self.places(around: pin.center, size, gap: radius + 3).map { $0.moved(into: panel) }
      func cost(_ box: Rect) -> Int { taken.count { $0.intersects(box) } + crossed.count { box.contains($0) } }
      let costs = candidates.map(cost)
      let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
      taken.append(candidates[best])
      return Pin(center: pin.center, label: pin.label, box: candidates[best])
    }
  }

  /// What isolines' labels keep off.
  var boxes: [Rect] { pins.map { Self.box(around: $0.center, radius + 3) } + pins.map(\.box) }

  /// Marks and labels have the colours that they have on every landscape, whatever the page.
  func draw(_ canvas: Canvas) {
    for pin in pins {
      canvas.fill(.circle(pin.center, radius: radius + 1.6), LandscapeMarks.casing)
      canvas.fill(.circle(pin.center, radius: radius), LandscapeMarks.outline)
    }
    for pin in pins {
      canvas.text(
        pin.label, at: pin.box.center, font: font, ink: LandscapeMarks.outline, anchor: TextAnchor(.middle, .middle),
        halo: LandscapeMarks.casing.opacity(0.85))
    }
  }

  private static func box(around center: Point, _ reach: Double) -> Rect {
    Rect(x: center.x - reach, y: center.y - reach, width: 2 * reach, height: 2 * reach)
  }

  /// To the right, to the left, above, below.
  private static func places(around center: Point, _ size: Size, gap: Double) -> [Rect] {
    let (w, h) = (size.width, size.height)
    return [
      Rect(x: center.x + gap, y: center.y - h / 2, width: w, height: h),
      Rect(x: center.x - gap - w, y: center.y - h / 2, width: w, height: h),
      Rect(x: center.x - w / 2, y: center.y - gap - h, width: w, height: h),
      Rect(x: center.x - w / 2, y: center.y + gap, width: w, height: h),
    ]
  }
}

extension Rect {
  /// Moved as little as brings it into another one, if it fits.
  fileprivate func moved(into other: Rect) -> Rect {
    Rect(
      x: max(other.minX, min(minX, other.maxX - width)), y: max(other.minY, min(minY, other.maxY - height)),
      width: width, height: height)
  }
}
