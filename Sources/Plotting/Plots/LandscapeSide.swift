import Canvas

/// What stands at the right of a landscape: the colour bar, then the key.
struct LandscapeSide {
  let bar: LevelBar?
  let key: TrajectoryKey

  private static let gap = 22.0
  /// Beside many rows of panels a colour bar need not go all the way down.
  private static let tallest = 760.0

  /// The room to the right of the panel, its gap included; 0 if there is nothing.
  func width(_ canvas: Canvas) -> Double {
    let bar = bar.map { Self.gap + $0.width(canvas) } ?? 0
    return bar + (key.isEmpty ? 0 : Self.gap * 1.2 + key.width(canvas))
  }

  func draw(_ canvas: Canvas, beside panel: Rect) {
    var x = panel.maxX + Self.gap
    if let bar {
      bar.draw(canvas, at: Point(x, panel.minY), height: min(panel.height, Self.tallest))
      x += bar.width(canvas) + Self.gap * 1.2
    }
    if !key.isEmpty { key.draw(canvas, at: Point(x, panel.minY), height: panel.height) }
  }
}

/// Which marks of a landscape need a word in the key.
enum LandscapeKeyMarks {
  static func marks(_ landscape: Landscape, _ trajectories: [Trajectory]) -> [TrajectoryKey.Mark] {
    var marks: [TrajectoryKey.Mark] = []
    if !trajectories.isEmpty { marks.append(.start) }
    if trajectories.contains(where: { $0.end == .reached }) { marks.append(.reached) }
    if trajectories.contains(where: { $0.end == .notReached }) { marks.append(.notReached) }
    if !landscape.globalMinimizers.isEmpty { marks.append(.globalMinimizer) }
    if !landscape.localMinimizers.isEmpty { marks.append(.localMinimizer) }
    if landscape.field.values.contains(where: \.isNaN) { marks.append(.hole) }
    return marks
  }
}

extension Landscape {
  /// Whether some value lies a whole step or more above the highest level, or is infinite.
  var exceedsLevels: Bool {
    guard let last = scale.levels.last, scale.levels.count > 1 else { return false }
    let step = last.u - scale.levels[scale.levels.count - 2].u
    return field.values.contains { scale.transform == .linear ? $0 > last.u + 1.01 * step : $0 == .infinity }
  }
}
