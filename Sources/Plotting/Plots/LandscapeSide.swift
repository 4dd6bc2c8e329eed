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
    let content = (bar?.width(canvas) ?? 0) + (key.isEmpty ? 0 : keyOffset(canvas) + key.width(canvas))
    let all = max(content, bar?.titleSize(canvas).width ?? 0)
    return all > 0 ? Self.gap + all : 0
  }

  /// From the right edge of the bar's numbers to the key.
  private func keyOffset(_ canvas: Canvas) -> Double { bar == nil ? 0 : Self.gap * 1.2 }

  /// How far below the panel's upper edge the key begins: under the bar's title where that reaches into its column.
  func keyTop(_ canvas: Canvas) -> Double {
    guard let bar else { return 0 }
    let title = bar.titleSize(canvas)
    return title.width + 8 > bar.width(canvas) + keyOffset(canvas) ? title.height + 8 : 0
  }

  func draw(_ canvas: Canvas, beside panel: Rect) {
    var x = panel.maxX + Self.gap
    if let bar {
      bar.draw(canvas, at: Point(x, panel.minY), height: min(panel.height, Self.tallest))
      x += bar.width(canvas) + keyOffset(canvas)
    }
    guard !key.isEmpty else { return }
    let top = keyTop(canvas)
    key.draw(canvas, at: Point(x, panel.minY + top), height: panel.height - top)
  }
}

/// Which marks of a landscape need a word in the key.
enum LandscapeKeyMarks {
  static func marks(_ landscape: Landscape, _ trajectories: [Trajectory]) -> [TrajectoryKey.Mark] {
    var marks: [TrajectoryKey.Mark] = []
    if !trajectories.isEmpty { marks.append(.start) }
    if trajectories.contains(where: { $0.end == .reached }) { marks.append(.reached) }
    if trajectories.contains(where: { $0.end == .notReached }) { marks.append(.notReached) }
    if trajectories.contains(where: { $0.end == .spent }) { marks.append(.end) }
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
