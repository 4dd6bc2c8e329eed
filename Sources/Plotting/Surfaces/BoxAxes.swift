import Canvas

/// Panes, grid, ticks and titles of the box around a surface.
struct BoxAxes {
  let camera: Camera
  let box: AxisBox
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// Ticks of the three axes by place, 0 … 1 along the box.
  let xTicks: [Tick]
  let yTicks: [Tick]
  let zTicks: [Tick]
  let xTitle: RichText
  let yTitle: RichText
  let zTitle: RichText
  let type: Typography

  private static let tick = 5.0
  private static let gap = 3.0

  /// Draws what lies behind the surface.
  func drawBack(_ canvas: Canvas) {
    for pane in box.panes { canvas.fill(outline(pane), .panel) }
    var grid = Path()
    for tick in xTicks { grid.add(points(box.gridX(tick.value))) }
    for tick in yTicks { grid.add(points(box.gridY(tick.value))) }
    for tick in zTicks { grid.add(points(box.gridZ(tick.value))) }
    canvas.stroke(grid, Stroke(.grid, width: 0.8))
    for pane in box.panes { canvas.stroke(outline(pane), Stroke(.context, width: 0.9)) }
  }

  /// Draws the three axes with their numbers, on the silhouette, where the surface never is.
  func drawFront(_ canvas: Canvas) {
    let middle = camera.project([0.5, 0.5, 0]).point
    var taken: [Rect] = []
    draw(canvas, xTicks, xTitle, from: box.onX(0), to: box.onX(1), awayFrom: middle, &taken) { box.onX($0) }
    draw(canvas, yTicks, yTitle, from: box.onY(0), to: box.onY(1), awayFrom: middle, &taken) { box.onY($0) }
    let center = camera.project([0.5, 0.5, 0.5]).point
    draw(canvas, zTicks, zTitle, from: box.onZ(0), to: box.onZ(1), awayFrom: center, isUpright: true, &taken) {
      box.onZ($0)
    }
  }

  private func draw(
    _ canvas: Canvas, _ ticks: [Tick], _ title: RichText, from: SIMD3<Double>, to: SIMD3<Double>,
    awayFrom center: Point, isUpright: Bool = false, _ taken: inout [Rect], at place: (Double) -> SIMD3<Double>
  ) {
    let (a, b) = (camera.project(from).point, camera.project(to).point)
    let outward = Self.outward(a, b, center)
    canvas.stroke(Path([a, b]), Stroke(.axis, width: 1, cap: .square))
    var reach = 0.0
    for tick in ticks {
      let p = camera.project(place(tick.value)).point
      canvas.stroke(Path([p, p + outward * Self.tick]), Stroke(.axis, width: 1))
      guard let label = tick.label else { continue }
      let extent = canvas.measure(label, font: type.small)
      let half = abs(outward.x) * extent.width / 2 + abs(outward.y) * extent.capHeight / 2
      reach = max(reach, 2 * half)
      let anchor = TextAnchor(.middle, .middle)
      let center = p + outward * (Self.tick + Self.gap + half)
      // At the front corner two axes meet; the second one gives way.
      let room = extent.box(at: center, anchor: anchor).inset(left: -4, right: -4)
      guard !taken.contains(where: room.intersects) else { continue }
      taken.append(room)
      canvas.text(label, at: center, font: type.small, ink: .secondaryText, anchor: anchor)
    }
    drawTitle(canvas, title, a, b, outward, Self.tick + 2 * Self.gap + reach, isUpright)
  }

  private func drawTitle(
    _ canvas: Canvas, _ title: RichText, _ a: Point, _ b: Point, _ outward: Point, _ distance: Double,
    _ isUpright: Bool
  ) {
    let extent = canvas.measure(title, font: type.label)
    if isUpright {
      // Above the axis, where it needs no turned text.
      let top = a.y < b.y ? a : b
      canvas.text(title, at: top + Point(2, -8), font: type.label, anchor: TextAnchor(.end, .bottom))
      return
    }
    let half = abs(outward.x) * extent.width / 2 + abs(outward.y) * extent.capHeight / 2
    let middle = (a + b) * 0.5
    canvas.text(
      title, at: middle + outward * (distance + half + 4), font: type.label, anchor: TextAnchor(.middle, .middle))
  }

  /// The unit normal of an edge that points away from a place.
  private static func outward(_ a: Point, _ b: Point, _ center: Point) -> Point {
    let length = max(a.distance(to: b), 1e-9)
    let normal = Point((b.y - a.y) / length, (a.x - b.x) / length)
    let middle = (a + b) * 0.5 - center
    return normal.x * middle.x + normal.y * middle.y >= 0 ? normal : normal * -1
  }

  private func points(_ places: [SIMD3<Double>]) -> [Point] { places.map { camera.project($0).point } }

  private func outline(_ places: [SIMD3<Double>]) -> Path { Path(points(places), closed: true) }
}
