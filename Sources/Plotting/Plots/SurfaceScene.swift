import Canvas

/// What a surface plot draws in its panel: box, floor, surface, paths, marks.
struct SurfaceScene {
  private let plot: SurfacePlot
  private let panel: Rect
  private let colors: LandscapeColors
  private let type: Typography
  /// The thinned field in u.
  private let field: ScalarField
  private let mesh: HeightMesh
  private let camera: Camera
  private let clipped: [ClippedTrajectory]

  init(_ plot: SurfacePlot, in panel: Rect, canvas: Canvas, colors: LandscapeColors, type: Typography) {
    self.plot = plot
    self.panel = panel
    self.colors = colors
    self.type = type
    let landscape = plot.landscape
    field = landscape.scale.transformed(landscape.field.thinned(to: SurfacePlot.finest))
    mesh = HeightMesh(
      field, range: SurfaceRange(field, scale: landscape.scale, foot: plot.showsFloor ? 0.3 : 0))
    clipped = plot.trajectories.map { ClippedTrajectory($0.points, x: landscape.field.x, y: landscape.field.y) }
    let proportions = Self.proportions(landscape.field)
    let view =
      plot.view.map { Camera(azimuth: $0.azimuth, elevation: $0.elevation, proportions: proportions) }
      ?? ViewChooser(mesh: mesh, proportions: proportions)
      .camera(toSee: landscape.globalMinimizers + landscape.pins.map(\.point), and: clipped.flatMap(\.runs))
    let base = type.base
    camera = view.fitted(
      into: panel.inset(left: base * 4, top: base * 2, right: base * 1.5, bottom: base * 3))
  }

  func draw(_ canvas: Canvas) throws {
    let axes = makeAxes()
    axes.drawBack(canvas)
    if plot.showsFloor { drawFloor(canvas) }
    let raster = makeRaster(canvas)
    try canvas.image(
      PixelImage(width: raster.pixelWidth, height: raster.pixelHeight, pixels: raster.pixels), in: raster.rect)
    axes.drawFront(canvas)
    drawTrajectories(canvas, raster)
    drawMarks(canvas, raster)
  }

  /// Equal units on the ground where the domain is nearly square, otherwise at most 2 to 1.
  private static func proportions(_ field: ScalarField) -> SIMD3<Double> {
    let ratio = (field.x.upperBound - field.x.lowerBound) / (field.y.upperBound - field.y.lowerBound)
    let limited = min(max(ratio, 0.625), 1.6)
    return limited >= 1 ? [1, 1 / limited, 0.62] : [limited, 1, 0.62]
  }

  private func makeAxes() -> BoxAxes {
    let (x, y, u) = (field.x, field.y, mesh.range.u)
    func along(_ range: ClosedRange<Double>) -> [Tick] {
      let numbers = LinearTicks.numbers(
        from: range.lowerBound, through: range.upperBound, target: type.base > 13 ? 6 : 4, placement: .inside)
      return zip(numbers, NumberLabel.labels(for: numbers)).map { number, label in
        Tick((number.value - range.lowerBound) / (range.upperBound - range.lowerBound), label: label)
      }
    }
    let heights = plot.landscape.scale.axisTicks(over: u, count: type.base > 13 ? 6 : 4)
    return BoxAxes(
      camera: camera, box: AxisBox(camera), x: x, y: y, xTicks: along(x), yTicks: along(y),
      zTicks: heights.map { Tick(mesh.range.height(ofU: $0.value), label: $0.label) },
      xTitle: plot.xTitle, yTitle: plot.yTitle, zTitle: plot.landscape.quantityTitle, type: type)
  }

  private func makeRaster(_ canvas: Canvas) -> SurfaceRaster {
    let palette = SurfacePalette(plot.landscape.scale, over: mesh.range.u) { colors.color(ofBand: $0, canvas.theme) }
    let hull = camera.outline.inset(by: -2)
    let rect = Rect(
      x: hull.minX.rounded(.down), y: hull.minY.rounded(.down), width: hull.width.rounded(.up) + 1,
      height: hull.height.rounded(.up) + 1)
    return SurfaceRaster(
      mesh, camera: camera, rect: rect, density: max(1, Int(canvas.density.rounded())), palette: palette,
      style: SurfaceStyle())
  }

  private func drawFloor(_ canvas: Canvas) {
    let sets = field.contours(at: plot.landscape.scale.levels.map(\.u))
    for (level, set) in sets.enumerated() {
      var path = Path()
      for line in set.lines { path.add(line.points.map(onFloor), closed: line.isClosed) }
      canvas.stroke(path, Stroke(colors.ink(ofBand: level + 1), width: 1.1))
    }
  }

  private func onFloor(_ p: SIMD2<Double>) -> Point {
    let s = (p.x - field.x.lowerBound) / (field.x.upperBound - field.x.lowerBound)
    let t = (p.y - field.y.lowerBound) / (field.y.upperBound - field.y.lowerBound)
    return camera.project([s, t, 0]).point
  }

  private func drawTrajectories(_ canvas: Canvas, _ raster: SurfaceRaster) {
    var lines: [TrajectoryLine] = []
    for (trajectory, clip) in zip(plot.trajectories, clipped) {
      let stretches = clip.runs.flatMap { run in
        DrapedLine(run, over: mesh, camera: camera) { raster.isVisible($0) }.stretches
      }
      var hidden = Path()
      for stretch in stretches where !stretch.isVisible { hidden.add(stretch.points) }
      canvas.stroke(hidden, Stroke(trajectory.style.ink.opacity(0.35), width: 1.4, dash: [4, 3]))
      lines.append(
        TrajectoryLine(
          runs: stretches.filter(\.isVisible).map(\.points), style: trajectory.style, width: type.base > 13 ? 2 : 1.6))
    }
    for line in lines { line.drawCasing(canvas) }
    for line in lines { line.draw(canvas) }
  }

  private func drawMarks(_ canvas: Canvas, _ raster: SurfaceRaster) {
    let radius = type.base / 3
    func visit(_ point: SIMD2<Double>, _ body: (Point, Double) -> Void) {
      guard var place = mesh.place(x: point.x, y: point.y) else { return }
      place.z += DrapedLine.lift
      let projection = camera.project(place)
      body(projection.point, raster.isVisible(projection, slack: 0.03) ? 1 : 0.35)
    }
    for point in plot.landscape.localMinimizers {
      visit(point) { LandscapeMarks.dot(canvas, at: $0, radius: radius * 0.45, opacity: $1) }
    }
    for point in plot.landscape.globalMinimizers {
      visit(point) { LandscapeMarks.star(canvas, at: $0, radius: radius * 1.9, opacity: $1) }
    }
    var starts: [SIMD2<Double>] = []
    for start in clipped.compactMap(\.start) where !starts.contains(start) {
      starts.append(start)
      visit(start) { LandscapeMarks.start(canvas, at: $0, radius: radius, opacity: $1) }
    }
    for (trajectory, clip) in zip(plot.trajectories, clipped) {
      guard let end = clip.end else { continue }
      visit(end) {
        LandscapeMarks.end(
          canvas, at: $0, radius: radius * 0.8, style: trajectory.style, isReached: trajectory.end != .notReached,
          opacity: $1)
      }
    }
    var pins: [(label: RichText, center: Point)] = []
    for pin in plot.landscape.pins { visit(pin.point) { center, _ in pins.append((pin.label, center)) } }
    PlacedPins(pins, in: panel, font: type.small, radius: radius * 0.7, typesetter: canvas.typesetter).draw(canvas)
  }
}
