import Canvas

/// A landscape's filled contours, isolines and their labels in one panel.
struct ContourLayer {
  private struct Line {
    let arc: PolylineArc
    let level: Int
  }

  private let landscape: Landscape
  private let map: PlaneMap
  private let colors: LandscapeColors
  private let fills: [Path]
  private let lines: [Line]

  init(_ landscape: Landscape, _ sets: [ContourSet], map: PlaneMap, colors: LandscapeColors) {
    self.landscape = landscape
    self.map = map
    self.colors = colors
    fills = sets.map { set in
      var path = Path()
      for loop in set.loops { path.add(loop.points.map { map($0) }, closed: true) }
      return path
    }
    lines = sets.enumerated().flatMap { level, set in
      set.lines.map { Line(arc: PolylineArc($0.points.map { map($0) }, isClosed: $0.isClosed), level: level) }
    }
  }

  /// Paints the panel; labels keep off the curves and marks.
  func draw(_ canvas: Canvas, font: Font, curves: [[Point]], marks: [Rect], labelLimit: Int) {
    canvas.clipped(to: map.rect) {
      canvas.fill(Path(map.rect), colors.ink(ofBand: 0))
      for (level, path) in fills.enumerated() {
        canvas.fill(path, colors.ink(ofBand: level + 1), rule: .evenOdd)
      }
    }
    drawHoles(canvas)
    let labels = placeLabels(canvas, font, curves, marks, labelLimit)
    canvas.clipped(to: map.rect) { drawLines(canvas, labels) }
    for label in labels {
      canvas.text(
        label.text, at: label.center, font: font, ink: colors.labelInk(ofLevel: lines[label.line].level),
        anchor: TextAnchor(.middle, .middle), rotation: -label.angle * 180 / .pi)
    }
  }

  private func placeLabels(
    _ canvas: Canvas, _ font: Font, _ curves: [[Point]], _ marks: [Rect], _ limit: Int
  ) -> [IsolineLabel] {
    let sizes = landscape.scale.levels.map { level -> Size in
      let extent = canvas.measure(level.label, font: font)
      return Size(extent.width, extent.capHeight + 3)
    }
    let placer = IsolineLabelPlacer(frame: map.rect, curves: curves, marks: marks, limit: limit)
    return placer.place(
      on: lines.map { line in
        LabelledLine(
          points: line.arc.isClosed ? line.arc.points.dropLast() : line.arc.points, isClosed: line.arc.isClosed,
          level: line.level, text: landscape.scale.levels[line.level].label, size: sizes[line.level])
      })
  }

  private func drawLines(_ canvas: Canvas, _ labels: [IsolineLabel]) {
    for level in landscape.scale.levels.indices {
      var path = Path()
      for (index, line) in lines.enumerated() where line.level == level {
        let gaps = labels.filter { $0.line == index }.map(\.gap)
        if gaps.isEmpty, line.arc.isClosed {
          path.add(Array(line.arc.points.dropLast()), closed: true)
        } else {
          for piece in line.arc.cut(gaps) { path.add(piece) }
        }
      }
      canvas.stroke(path, Stroke(colors.lineInk(ofLevel: level), width: 0.8))
    }
  }

  /// Quads beside an undefined sample: the panel's own ground, hatched.
  private func drawHoles(_ canvas: Canvas) {
    let field = landscape.field
    var path = Path()
    for row in 0..<field.rows - 1 {
      var start: Int?
      for column in 0..<field.columns {
        let isHole =
          column < field.columns - 1
          && (field[column, row].isNaN || field[column + 1, row].isNaN || field[column, row + 1].isNaN
            || field[column + 1, row + 1].isNaN)
        if isHole, start == nil { start = column }
        if !isHole, let first = start {
          path.add(
            Rect(
              map([field.x(ofColumn: first), field.y(ofRow: row)]),
              map([field.x(ofColumn: column), field.y(ofRow: row + 1)])))
          start = nil
        }
      }
    }
    if !path.isEmpty { canvas.fill(path, .panel) }
  }
}
