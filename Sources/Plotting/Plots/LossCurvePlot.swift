import Canvas
import Foundation

/// How fast methods approach the global minimum: gap f − f* over evaluations, median and quartiles, logarithmic.
///
/// Up to `panelLimit` methods share a panel and are labelled at their right ends. More become small multiples: a panel
/// each, in which the others stay as faint lines for comparison. Methods without data are named in words.
public struct LossCurvePlot: Plot {
  public var title: RichText
  public var subtitle: RichText
  public var curves: [LossCurve]
  /// The gap at which a run counts as having reached the global minimum; drawn as a line.
  public var target: Double?
  /// Gaps below are drawn here, since zero has no logarithm.
  public var floor: Double
  public var xTitle: RichText
  public var xKind: Scale.Kind
  public var yTitle: RichText
  public var panelLimit: Int
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText = "", curves: [LossCurve], target: Double? = nil, floor: Double = 1e-12,
    xTitle: RichText = "evaluations", xKind: Scale.Kind = .linear,
    yTitle: RichText = "gap " + .italic("f") + " − " + .italic("f") + "*", panelLimit: Int = 8,
    typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.curves = curves
    self.target = target
    self.floor = floor > 0 ? floor : 1e-300
    self.xTitle = xTitle
    self.xKind = xKind
    self.yTitle = yTitle
    self.panelLimit = panelLimit
    self.typography = typography
  }

  private static let margin = 20.0

  /// Whether each method has a panel of its own.
  var isMultiple: Bool { curves.count > panelLimit }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    let head = headHeight(typesetter)
    let foot = notes(typesetter, width: 640).count
    let notesHeight = Double(foot) * typography.base * 1.4
    guard isMultiple else { return Size(720, (head + 400 + notesHeight).rounded(.up)) }
    let grid = grid(typesetter)
    return Size(
      (grid.preferredWidth + 2 * Self.margin).rounded(.up),
      (head + grid.preferredHeight + notesHeight + Self.margin).rounded(.up))
  }

  public func draw(on canvas: Canvas) {
    let area = canvas.bounds.inset(by: Self.margin)
    drawHead(on: canvas, area)
    let notes = notes(canvas.typesetter, width: area.width)
    let lineHeight = typography.base * 1.4
    for (index, note) in notes.reversed().enumerated() {
      canvas.text(
        RichText(note), at: Point(area.minX, area.maxY - Double(index) * lineHeight), font: typography.small,
        ink: .secondaryText, anchor: TextAnchor(.start, .bottom))
    }
    let body = area.inset(
      top: headHeight(canvas.typesetter) - Self.margin, bottom: notes.isEmpty ? 0 : Double(notes.count) * lineHeight + 6
    )
    let raised = curves.map { $0.raised(to: floor) }
    if isMultiple {
      grid(canvas.typesetter).draw(on: canvas, in: body, axes: axes) { index, axes in
        LossCurvePanel(
          curves: raised, highlighted: [index], target: target, typography: typography, isLabelled: index == 0
        )
        .draw(on: canvas, axes: axes)
      } heading: { index, corner in
        drawHeading(of: raised[index], on: canvas, at: corner)
      }
    } else {
      drawSingle(raised, on: canvas, in: body)
    }
  }

  private func headHeight(_ typesetter: Typesetter) -> Double {
    var height = Self.margin
    if !title.isEmpty { height += typesetter.measure(title, font: typography.title).height + 5 }
    if !subtitle.isEmpty { height += typesetter.measure(subtitle, font: typography.small).height }
    return height + 10
  }

  private func drawHead(on canvas: Canvas, _ area: Rect) {
    canvas.text(
      title, at: Point(area.minX, area.minY), font: typography.title, anchor: TextAnchor(.start, .top))
    let below = title.isEmpty ? 0 : canvas.measure(title, font: typography.title).height + 5
    canvas.text(
      subtitle, at: Point(area.minX, area.minY + below), font: typography.small, ink: .secondaryText,
      anchor: TextAnchor(.start, .top))
  }

  private func grid(_ typesetter: Typesetter) -> PanelGrid {
    PanelGrid(
      count: curves.count, typography: typography,
      headingLines: curves.map { headingLines($0, typesetter).count }.max() ?? 1)
  }

  private static let sampleWidth = 29.0

  /// A panel's heading, broken where it would run into its neighbour's.
  func headingLines(_ curve: LossCurve, _ typesetter: Typesetter) -> [String] {
    typesetter.wrapped(curve.label, font: typography.label, width: PanelGrid.panelWidth - Self.sampleWidth)
  }

  private func drawHeading(of curve: LossCurve, on canvas: Canvas, at corner: Point) {
    let lines = headingLines(curve, canvas.typesetter)
    for (index, line) in lines.enumerated() {
      let middle = corner.y - 9 - Double(lines.count - 1 - index) * 1.2 * typography.base
      canvas.text(
        RichText(line), at: Point(corner.x + Self.sampleWidth, middle), font: typography.label,
        anchor: TextAnchor(.start, .middle))
      guard index == 0 else { continue }
      canvas.stroke(Path([Point(corner.x, middle), Point(corner.x + 22, middle)]), curve.style.stroke())
      curve.style.marker.draw(on: canvas, at: Point(corner.x + 11, middle), radius: 3.2, ink: curve.style.ink)
    }
  }

  private func drawSingle(_ curves: [LossCurve], on canvas: Canvas, in rect: Rect) {
    let labels = curves.filter { !$0.isEmpty }.map { canvas.measure(RichText($0.label), font: typography.label).width }
    let room = (labels.max() ?? 0) + EndLabels.distance
    let placed = axes.fitted(in: rect.inset(right: room), typesetter: canvas.typesetter)
    placed.drawGrid(on: canvas)
    LossCurvePanel(
      curves: curves, highlighted: Array(curves.indices), target: target, typography: typography, isLabelled: true
    ).draw(on: canvas, axes: placed)
    placed.drawFrame(on: canvas)
    EndLabels(curves: curves, typography: typography).draw(on: canvas, axes: placed)
  }

  // MARK: Ranges and words

  /// Axes over all curves, so that panels can be compared.
  var axes: Axes {
    let ends = curves.flatMap(\.evaluations).filter(\.isFinite)
    let last = ends.max() ?? 1
    let first = xKind == .linear ? min(0, ends.min() ?? 0) : ends.filter { $0 > 0 }.min() ?? 1
    let (low, high) = gapRange
    return Axes(
      x: Axis(xTitle, kind: xKind, from: first, through: last),
      y: Axis(yTitle, kind: .logarithmic, from: low, through: high, hasGrid: true),
      verticalTitle: .above, typography: typography)
  }

  /// Whole decades around the gaps. A curve that diverges is cut where it is 100 times as high as any starts.
  var gapRange: (low: Double, high: Double) {
    let drawn = curves.map { $0.raised(to: floor) }
    let gaps = drawn.flatMap { $0.median + $0.low }.filter(\.isFinite)
    let starts = drawn.compactMap { curve in (curve.high + curve.median).filter(\.isFinite).first }
    let tallest = drawn.flatMap { $0.median + $0.high }.filter(\.isFinite).max() ?? 1
    let top = min(tallest, (starts.max() ?? tallest) * 100)
    var bottom = min(gaps.min() ?? 1e-3, top)
    // A decade of room, or the target's line would lie on the axis.
    if let target, target > 0 { bottom = min(bottom, max(target / 10, floor)) }
    let low = Foundation.pow(10, log10(bottom).rounded(.down))
    let high = Foundation.pow(10, log10(max(top, target ?? 0)).rounded(.up))
    return (low, high > low ? high : low * 10)
  }

  /// What the picture does not say by itself, broken into lines.
  func notes(_ typesetter: Typesetter, width: Double) -> [String] {
    var sentences: [String] = []
    let empty = curves.filter(\.isEmpty).map { "\($0.label) (\($0.emptyReason))" }
    if curves.isEmpty { sentences.append("No data: no methods.") }
    if !empty.isEmpty { sentences.append("No data: " + empty.joined(separator: ", ") + ".") }
    if curves.contains(where: { $0.median.contains { $0 < floor } }) {
      sentences.append("Gaps below \(NumberLabel.plainText(floor)) are drawn at \(NumberLabel.plainText(floor)).")
    }
    let high = gapRange.high
    if curves.contains(where: { $0.median.contains { $0 > high } }) {
      sentences.append("Gaps above \(NumberLabel.plainText(high)) are cut off.")
    }
    return typesetter.wrapped(sentences.joined(separator: " "), font: typography.small, width: width)
  }
}
