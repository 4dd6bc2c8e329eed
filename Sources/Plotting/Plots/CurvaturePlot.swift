import Canvas

/// A map of where a function is convex, saddle-like, flat and concave, with its contours and its stationary points.
public struct CurvaturePlot: Plot {
  /// A region with what the key says of it: "convex, 41 %".
  public typealias RegionLabel = (region: CurvatureMap.Region, text: RichText)

  public var landscape: Landscape
  public var curvature: CurvatureMap
  public var marks: [StationaryMark]
  public var regionLabels: [RegionLabel]
  /// What the key says of each class: "121 minima".
  public var markLabels: [(kind: StationaryMark.Kind, text: RichText)]
  /// What is to be known of the marks, at the end of the key, line by line.
  public var notes: [RichText]
  public var title: RichText
  public var subtitle: RichText

  public init(
    landscape: Landscape, curvature: CurvatureMap, marks: [StationaryMark], regionLabels: [RegionLabel],
    markLabels: [(kind: StationaryMark.Kind, text: RichText)], notes: [RichText] = [], title: RichText = "",
    subtitle: RichText = ""
  ) {
    self.landscape = landscape
    self.curvature = curvature
    self.marks = marks
    self.regionLabels = regionLabels
    self.markLabels = markLabels
    self.notes = notes
    self.title = title
    self.subtitle = subtitle
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size { Size(1200, 900) }

  public func draw(on canvas: Canvas) throws {
    let rect = canvas.bounds.inset(by: canvas.size.width / 60)
    let type = Typography(base: rect.width > 840 ? 15 : 12)
    let body = FigureHeader(title: title, subtitle: subtitle, type: type).draw(canvas, in: rect)
    let areas = curvature.areas
    let isVector = Self.vertices(of: areas.dropFirst().map(\.outline)) <= Self.regionVertexLimit
    let lines = landscape.contours
    let showsLines = isVector && Self.vertices(of: lines) <= ContourRaster.vertexLimit
    let detail = StationaryMark.Detail(marks: marks)
    let inks = CurvatureInks(isFixed: !isVector && canvas.theme == .auto)
    let key = CurvatureKey(groups: groups(detail, showsLines: showsLines), type: type, inks: inks)
    let axes = landscape.axes(type, xTitle: .italic("x") + .lowered("1"), yTitle: .italic("x") + .lowered("2"))
    let layout = LandscapeGrid(
      canvas, body: body, count: 1, axes: axes, side: key.width(canvas) + Self.gap, headingLines: 0)
    let map = PlaneMap(x: landscape.field.x, y: landscape.field.y, rect: layout.panels[0])
    if isVector {
      fill(canvas, areas, map, inks)
    } else {
      let raster = try CurvatureRaster(
        curvature, inks: inks, size: map.rect.size, density: canvas.density, theme: canvas.theme)
      canvas.image(raster.image, in: map.rect)
    }
    if showsLines { canvas.clipped(to: map.rect) { stroke(canvas, lines, map, inks) } }
    axes.placed(around: map.rect, typesetter: canvas.typesetter).drawFrame(on: canvas)
    // Over the frame, where boundary points lie.
    StationaryMark.draw(marks, detail: detail, on: canvas, map: map, inks: inks)
    for point in landscape.globalMinimizers.prefix(200) where map.x.contains(point.x) && map.y.contains(point.y) {
      LandscapeMarks.star(canvas, at: map(point), radius: landscape.globalMinimizers.count > 20 ? 5 : 8.5)
    }
    key.draw(canvas, at: Point(map.rect.maxX + Self.gap, map.rect.minY))
  }

  private static let gap = 26.0
  /// Above this many vertices, regions become pixels.
  private static let regionVertexLimit = 90_000

  private static func vertices(of sets: [ContourSet]) -> Int {
    sets.reduce(0) { $0 + $1.loops.reduce(0) { $0 + $1.points.count } }
  }

  private func fill(_ canvas: Canvas, _ areas: [CurvatureMap.Area], _ map: PlaneMap, _ inks: CurvatureInks) {
    canvas.fill(Path(map.rect), .panel)
    canvas.clipped(to: map.rect) {
      for area in areas {
        var path = Path()
        for loop in area.outline.loops { path.add(loop.points.map { map($0) }, closed: true) }
        canvas.fill(path, inks.ground(area.region), rule: .evenOdd)
      }
    }
  }

  private func stroke(_ canvas: Canvas, _ sets: [ContourSet], _ map: PlaneMap, _ inks: CurvatureInks) {
    var path = Path()
    for line in sets.flatMap(\.lines) { path.add(line.points.map { map($0) }, closed: line.isClosed) }
    canvas.stroke(path, Stroke(inks.line, width: 0.7))
  }

  private func groups(_ detail: StationaryMark.Detail, showsLines: Bool) -> [[CurvatureKey.Row]] {
    typealias Row = CurvatureKey.Row
    var marks: [Row] = markLabels.map { label in
      switch detail {
      case .all: Row(sample: .mark(label.kind), text: label.text)
      case .minima(let side): Row(sample: label.kind == .minimum ? .dot(side: side) : .none, text: label.text)
      case .none: Row(sample: .none, text: label.text)
      }
    }
    if !landscape.globalMinimizers.isEmpty {
      let text = landscape.globalMinimizers.count == 1 ? "global minimizer" : "global minimizers"
      marks.append(Row(sample: .globalMinimizer, text: RichText(text)))
    }
    return [
      regionLabels.map { Row(sample: .region($0.region), text: $0.text) }, marks,
      showsLines ? [Row(sample: .contour, text: "levels of the function")] : [],
      (notes + detailNotes(detail)).map { Row(sample: .none, text: $0) },
    ]
  }

  private func detailNotes(_ detail: StationaryMark.Detail) -> [RichText] {
    switch detail {
    case .all: []
    case .minima: ["only minima are marked"]
    case .none: ["too many points to mark"]
    }
  }
}
