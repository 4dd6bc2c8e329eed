import Canvas

/// What lies under the trajectories.
enum ContourGround {
  case vector([ContourSet])
  case raster(ContourRaster)
}

/// One panel: contours, then trajectories, then marks.
struct ContourPanel {
  let landscape: Landscape
  let ground: ContourGround
  let trajectories: [Trajectory]
  let map: PlaneMap
  let colors: LandscapeColors
  let type: Typography

  /// The radius of marks, which shrink with the panel; lines follow.
  private var radius: Double { min(5, max(2.2, 1.6 + map.rect.width / 125)) }
  private var labelLimit: Int { map.rect.width > 420 ? 12 : map.rect.width > 230 ? 7 : 3 }

  func draw(_ canvas: Canvas) {
    let clipped = trajectories.map { ClippedTrajectory($0.points, x: map.x, y: map.y) }
    let lines = zip(trajectories, clipped).filter { $0.0.shape == .line }.map { trajectory, clip in
      TrajectoryLine(
        runs: clip.runs.map { $0.map { map($0) } }, style: trajectory.style, width: radius * 0.41)
    }
    let links = landscape.links.map { [map($0), map($1)] }
    let pins = PlacedPins(
      landscape.pins.map { ($0.label, map($0.point)) }, in: map.rect, avoiding: links, font: type.label,
      radius: radius * 0.8, typesetter: canvas.typesetter)
    switch ground {
    case .vector(let contours):
      ContourLayer(landscape, contours, map: map, colors: colors).draw(
        canvas, font: type.small, curves: lines.flatMap(\.runs) + links, marks: markBoxes(clipped) + pins.boxes,
        labelLimit: labelLimit)
    case .raster(let raster):
      canvas.fill(Path(map.rect), .panel)
      canvas.image(raster.image, in: map.rect)
    }
    canvas.clipped(to: map.rect) {
      for link in links {
        let line = Path(link)
        canvas.stroke(line, Stroke(LandscapeMarks.casing.opacity(0.7), width: 2.6))
        canvas.stroke(line, Stroke(LandscapeMarks.outline, width: 1, dash: [4, 3]))
      }
      for point in landscape.localMinimizers { LandscapeMarks.dot(canvas, at: map(point), radius: radius * 0.45) }
      for trajectory in trajectories where trajectory.shape == .dots {
        TrajectoryDots(points: trajectory.points.map { map($0) }, ink: trajectory.style.ink, radius: radius * 0.36)
          .draw(canvas, in: map.rect)
      }
      for line in lines { line.drawCasing(canvas) }
      for line in lines { line.draw(canvas) }
    }
    drawMarks(canvas, clipped)
    pins.draw(canvas)
  }

  private func drawMarks(_ canvas: Canvas, _ clipped: [ClippedTrajectory]) {
    for point in landscape.globalMinimizers where map.x.contains(point.x) && map.y.contains(point.y) {
      LandscapeMarks.star(canvas, at: map(point), radius: radius * 1.9)
    }
    var starts: [Point] = []
    for start in clipped.compactMap(\.start).map({ map($0) })
    where !starts.contains(where: { $0.distance(to: start) < 1 }) {
      starts.append(start)
      LandscapeMarks.start(canvas, at: start, radius: radius)
    }
    for (trajectory, clip) in zip(trajectories, clipped) {
      if let end = clip.end {
        LandscapeMarks.end(
          canvas, at: map(end), radius: radius * 0.8, style: trajectory.style, isReached: trajectory.end != .notReached)
      } else if let exit = clip.exit {
        let tip = map(exit.point)
        let away = map(exit.point + exit.direction * 1e-3) - tip
        LandscapeMarks.arrowhead(canvas, tip: tip, direction: away, length: radius * 2.4, ink: trajectory.style.ink)
      }
    }
  }

  private func markBoxes(_ clipped: [ClippedTrajectory]) -> [Rect] {
    let small = clipped.flatMap { [$0.start, $0.end, $0.exit?.point].compactMap { $0 } } + landscape.localMinimizers
    func box(_ point: SIMD2<Double>, _ reach: Double) -> Rect {
      let center = map(point)
      return Rect(x: center.x - reach, y: center.y - reach, width: 2 * reach, height: 2 * reach)
    }
    return small.map { box($0, radius + 3) } + landscape.globalMinimizers.map { box($0, radius * 1.9 + 3) }
  }
}
