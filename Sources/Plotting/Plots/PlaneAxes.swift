import Canvas

/// The frame, ticks and titles of a panel that shows a plane; grid lines would only fight the contours.
struct PlaneAxes {
  let map: PlaneMap
  let xTitle: RichText
  let yTitle: RichText
  let type: Typography
  var showsXLabels = true
  var showsYLabels = true

  static let tick = 4.0
  private static let gap = 4.0

  /// The room that labels and titles take to the left and below.
  static func margins(
    _ canvas: Canvas, x: ClosedRange<Double>, y: ClosedRange<Double>, size: Size, type: Typography
  ) -> (left: Double, bottom: Double) {
    let labels = ticks(canvas, y, length: size.height, type, isVertical: true).compactMap(\.label)
    let widest = labels.map { canvas.measure($0, font: type.small).width }.max() ?? 0
    let small = canvas.measure("0", font: type.small).height
    let title = canvas.measure("x", font: type.label).height
    return (tick + gap + widest + gap + title, tick + gap + small + gap + title)
  }

  func draw(_ canvas: Canvas) {
    let rect = map.rect
    canvas.stroke(Path(rect), Stroke(.axis, width: 1, join: .miter))
    let small = canvas.measure("0", font: type.small).height
    var widest = 0.0
    for tick in Self.ticks(canvas, map.x, length: rect.width, type, isVertical: false) {
      let x = map([tick.value, map.y.lowerBound]).x
      canvas.stroke(Path([Point(x, rect.maxY), Point(x, rect.maxY + Self.tick)]), Stroke(.axis, width: 1))
      guard showsXLabels, let label = tick.label else { continue }
      canvas.text(
        label, at: Point(x, rect.maxY + Self.tick + Self.gap), font: type.small, ink: .secondaryText,
        anchor: TextAnchor(.middle, .top))
    }
    for tick in Self.ticks(canvas, map.y, length: rect.height, type, isVertical: true) {
      let y = map([map.x.lowerBound, tick.value]).y
      canvas.stroke(Path([Point(rect.minX - Self.tick, y), Point(rect.minX, y)]), Stroke(.axis, width: 1))
      guard showsYLabels, let label = tick.label else { continue }
      widest = max(widest, canvas.measure(label, font: type.small).width)
      canvas.text(
        label, at: Point(rect.minX - Self.tick - Self.gap, y), font: type.small, ink: .secondaryText,
        anchor: TextAnchor(.end, .middle))
    }
    if showsXLabels {
      canvas.text(
        xTitle, at: Point(rect.center.x, rect.maxY + Self.tick + 2 * Self.gap + small), font: type.label,
        anchor: TextAnchor(.middle, .top))
    }
    if showsYLabels {
      canvas.text(
        yTitle, at: Point(rect.minX - Self.tick - 2 * Self.gap - widest, rect.center.y), font: type.label,
        anchor: TextAnchor(.middle, .bottom), rotation: 90)
    }
  }

  private static func ticks(
    _ canvas: Canvas, _ range: ClosedRange<Double>, length: Double, _ type: Typography, isVertical: Bool
  ) -> [Tick] {
    let target = max(3, Int((length / (isVertical ? 75 : 95)).rounded()))
    let numbers = LinearTicks.numbers(
      from: range.lowerBound, through: range.upperBound, target: target, placement: .inside
    ) { numbers in
      guard numbers.count > 1 else { return true }
      let extents = NumberLabel.labels(for: numbers).map { canvas.measure($0, font: type.small) }
      let step = (numbers[1].value - numbers[0].value) / (range.upperBound - range.lowerBound) * length
      let needed = isVertical ? extents[0].height : (extents.map(\.width).max() ?? 0) + type.small.size
      return step > needed
    }
    return zip(numbers, NumberLabel.labels(for: numbers)).map { Tick($0.value, label: $1) }
  }
}
