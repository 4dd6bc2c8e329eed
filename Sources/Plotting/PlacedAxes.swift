import Canvas

/// Axes with their place on the page: the panel to draw in, the scales to draw with, and the ticks.
public struct PlacedAxes: Hashable, Sendable {
  public let axes: Axes
  /// The area that belongs to the data.
  public let panel: Rect
  public let x: Scale
  /// Starts at the panel's lower edge.
  public let y: Scale
  public let xTicks: [Tick]
  public let yTicks: [Tick]

  static let tickLength = 4.0
  static let minorTickLength = 2.5
  /// From the panel's edge to the labels.
  static let labelDistance = 7.0
  static let titleGap = 8.0

  /// The place of a pair of numbers; not finite if one of them is not, or has no logarithm.
  public func point(_ xValue: Double, _ yValue: Double) -> Point { Point(x.position(xValue), y.position(yValue)) }

  /// Draws the grid: before the data.
  public func drawGrid(on canvas: Canvas) {
    var path = Path()
    if axes.x.hasGrid {
      for tick in xTicks where tick.isMajor {
        let place = x.position(tick.value)
        path.add([Point(place, panel.minY), Point(place, panel.maxY)])
      }
    }
    if axes.y.hasGrid {
      for tick in yTicks where tick.isMajor {
        let place = y.position(tick.value)
        path.add([Point(panel.minX, place), Point(panel.maxX, place)])
      }
    }
    canvas.stroke(path, Stroke(.grid, width: 0.8))
  }

  /// Draws frame, ticks, labels and titles: after the data.
  public func drawFrame(on canvas: Canvas) {
    let line = Stroke(.axis, width: 1, cap: .square, join: .miter)
    switch axes.frame {
    case .box: canvas.stroke(Path(panel), line)
    case .open:
      canvas.stroke(
        Path([
          Point(panel.minX, panel.minY), Point(panel.minX, panel.maxY), Point(panel.maxX, panel.maxY),
        ]), line)
    }
    drawTicks(on: canvas)
    if axes.hasXLabels { drawXLabels(on: canvas) }
    if axes.hasYLabels { drawYLabels(on: canvas) }
  }

  private func drawTicks(on canvas: Canvas) {
    for isMajor in [false, true] {
      let length = isMajor ? Self.tickLength : Self.minorTickLength
      var path = Path()
      for tick in xTicks where tick.isMajor == isMajor {
        let place = x.position(tick.value)
        path.add([Point(place, panel.maxY), Point(place, panel.maxY + length)])
      }
      for tick in yTicks where tick.isMajor == isMajor {
        let place = y.position(tick.value)
        path.add([Point(panel.minX, place), Point(panel.minX - length, place)])
      }
      canvas.stroke(path, Stroke(.axis, width: isMajor ? 1 : 0.7))
    }
  }

  private func drawXLabels(on canvas: Canvas) {
    let font = axes.typography.small
    for tick in xTicks {
      guard let label = tick.label else { continue }
      canvas.text(
        label, at: Point(x.position(tick.value), panel.maxY + Self.labelDistance), font: font, ink: .secondaryText,
        anchor: TextAnchor(.middle, .top))
    }
    let top = panel.maxY + Self.labelDistance + canvas.measure("0", font: font).height + Self.titleGap / 2
    canvas.text(
      axes.x.title, at: Point(panel.center.x, top), font: axes.typography.label, anchor: TextAnchor(.middle, .top))
  }

  private func drawYLabels(on canvas: Canvas) {
    let font = axes.typography.small
    for tick in yTicks {
      guard let label = tick.label else { continue }
      canvas.text(
        label, at: Point(panel.minX - Self.labelDistance, y.position(tick.value)), font: font, ink: .secondaryText,
        anchor: TextAnchor(.end, .middle))
    }
    let labels = Axes.widest(yTicks, font, canvas.typesetter)
    switch axes.verticalTitle {
    case .along:
      canvas.text(
        axes.y.title, at: Point(panel.minX - Self.labelDistance - labels - Self.titleGap, panel.center.y),
        font: axes.typography.label, anchor: TextAnchor(.middle, .bottom), rotation: 90)
    case .above:
      let above = panel.minY - canvas.measure("0", font: font).height / 2 - Self.titleGap / 2
      canvas.text(
        axes.y.title, at: Point(panel.minX - Self.labelDistance - labels, above), font: axes.typography.label,
        anchor: TextAnchor(.start, .bottom))
    }
  }
}
