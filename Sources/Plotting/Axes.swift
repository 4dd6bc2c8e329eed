import Canvas

/// A pair of axes around a panel: what they measure, and which parts of them are shown.
public struct Axes: Hashable, Sendable {
  /// `box` closes the panel on all sides, as around a landscape; `open` draws only the two axes, as around curves.
  public enum Frame: Hashable, Sendable { case box, open }
  /// Where the title of the y axis stands: along the axis, or level above it where it is read without turning the head.
  public enum VerticalTitle: Hashable, Sendable { case along, above }

  public var x: Axis
  public var y: Axis
  public var frame: Frame
  public var verticalTitle: VerticalTitle
  /// Whether one unit is as long on both axes; the panel then shrinks to fit. For linear axes only.
  public var isEqualAspect: Bool
  /// Off for the inner panels of a grid, whose axes are labelled at the edge of the grid.
  public var hasXLabels: Bool
  public var hasYLabels: Bool
  public var typography: Typography

  public init(
    x: Axis, y: Axis, frame: Frame = .open, verticalTitle: VerticalTitle = .along, isEqualAspect: Bool = false,
    hasXLabels: Bool = true, hasYLabels: Bool = true, typography: Typography = Typography()
  ) {
    self.x = x
    self.y = y
    self.frame = frame
    self.verticalTitle = verticalTitle
    self.isEqualAspect = isEqualAspect
    self.hasXLabels = hasXLabels
    self.hasYLabels = hasYLabels
    self.typography = typography
  }

  /// The axes with a panel as large as fits into `rect` with all labels and titles.
  public func fitted(in rect: Rect, typesetter: Typesetter) -> PlacedAxes {
    var panel = rect.inset(top: topMargin(typesetter), bottom: bottomMargin(typesetter))
    let left = leftMargin(panelHeight: panel.height, typesetter)
    panel = panel.inset(left: left)
    panel = panel.inset(right: rightOverhang(panel, typesetter))
    return placed(around: panel, typesetter: typesetter)
  }

  /// The axes around a panel that is given; labels lie outside of it.
  public func placed(around panel: Rect, typesetter: Typesetter) -> PlacedAxes {
    let panel = isEqualAspect ? shrunk(panel) : panel
    let xScale = x.scale(from: panel.minX, to: panel.maxX)
    let yScale = y.scale(from: panel.maxY, to: panel.minY)
    return PlacedAxes(
      axes: self, panel: panel, x: xScale, y: yScale,
      xTicks: xScale.ticks(.horizontal, font: typography.small, typesetter: typesetter),
      yTicks: yScale.ticks(.vertical, font: typography.small, typesetter: typesetter))
  }

  /// The room left of a panel of the given height for labels and title.
  func leftMargin(panelHeight: Double, _ typesetter: Typesetter) -> Double {
    guard hasYLabels else { return 0 }
    let scale = y.scale(from: panelHeight, to: 0)
    let ticks = scale.ticks(.vertical, font: typography.small, typesetter: typesetter)
    let hasTitle = verticalTitle == .along && !y.title.isEmpty
    return PlacedAxes.labelDistance + Self.widest(ticks, typography.small, typesetter)
      + (hasTitle ? typesetter.measure(y.title, font: typography.label).height + PlacedAxes.titleGap : 0)
  }

  func bottomMargin(_ typesetter: Typesetter) -> Double {
    guard hasXLabels else { return 0 }
    let labels = PlacedAxes.labelDistance + typesetter.measure("0", font: typography.small).height
    let title =
      x.title.isEmpty ? 0 : typesetter.measure(x.title, font: typography.label).height + PlacedAxes.titleGap / 2
    return labels + title
  }

  private func topMargin(_ typesetter: Typesetter) -> Double {
    let overhang = typesetter.measure("0", font: typography.small).height / 2
    guard hasYLabels, verticalTitle == .above, !y.title.isEmpty else { return overhang }
    return overhang + typesetter.measure(y.title, font: typography.label).height + PlacedAxes.titleGap / 2
  }

  /// How far the last label of the x axis sticks out of the panel.
  private func rightOverhang(_ panel: Rect, _ typesetter: Typesetter) -> Double {
    guard hasXLabels else { return 0 }
    let scale = x.scale(from: panel.minX, to: panel.maxX)
    let ends = scale.ticks(.horizontal, font: typography.small, typesetter: typesetter).compactMap { tick in
      tick.label.map { scale.position(tick.value) + typesetter.measure($0, font: typography.small).width / 2 }
    }
    return max(0, (ends.max() ?? 0) - panel.maxX)
  }

  private func shrunk(_ panel: Rect) -> Rect {
    let xScale = x.scale(from: 0, to: 1)
    let yScale = y.scale(from: 0, to: 1)
    let (width, height) = (xScale.upper - xScale.lower, yScale.upper - yScale.lower)
    let unit = min(panel.width / width, panel.height / height)
    let size = Size(width * unit, height * unit)
    return Rect(
      x: panel.minX + (panel.width - size.width) / 2, y: panel.minY + (panel.height - size.height) / 2,
      width: size.width, height: size.height)
  }

  /// The width of the widest number that the x axis of a panel of a grid may have.
  func widestXLabel(_ typesetter: Typesetter) -> Double {
    guard hasXLabels else { return 0 }
    let ticks = x.scale(from: 0, to: 12 * typography.base)
      .ticks(.horizontal, font: typography.small, typesetter: typesetter)
    return Self.widest(ticks, typography.small, typesetter)
  }

  static func widest(_ ticks: [Tick], _ font: Font, _ typesetter: Typesetter) -> Double {
    ticks.compactMap(\.label).map { typesetter.measure($0, font: font).width }.max() ?? 0
  }
}
