import Canvas

/// Methods by objectives: how often each method reached the global minimum, and how sure that is.
///
/// A cell's colour is the share of runs; it shows the count and the interval as text. A missing cell is hatched, with
/// its reason. Rows and columns keep the order they are given in.
public struct SuccessMatrixPlot: Plot {
  public var title: RichText
  /// One line below the title that says what a cell shows.
  public var subtitle: RichText
  public var rows: [String]
  public var columns: [String]
  /// One array per row; what is missing counts as a hole.
  public var cells: [[SuccessCell]]
  /// Whether a last column shows the mean over each row's cells that have a rate.
  public var hasRowMeans: Bool
  public var colors: ColorMap
  public var darkColors: ColorMap
  public var typography: Typography

  public init(
    title: RichText, subtitle: RichText = "", rows: [String], columns: [String], cells: [[SuccessCell]],
    hasRowMeans: Bool = true, colors: ColorMap = .paleToBlue, darkColors: ColorMap = .nightToBlue,
    typography: Typography = Typography()
  ) {
    self.title = title
    self.subtitle = subtitle
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.hasRowMeans = hasRowMeans
    self.colors = colors
    self.darkColors = darkColors
    self.typography = typography
  }

  /// The cell of a row and column; a hole where none was given.
  func cell(_ row: Int, _ column: Int) -> SuccessCell {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else {
      return .hole(reason: "not planned")
    }
    let cell = cells[row][column]
    if case .rate(_, let runs, _, _) = cell, runs <= 0 { return .hole(reason: "no runs") }
    return cell
  }

  /// The mean rate over the cells of a row that have one, and how many those are.
  func mean(row: Int) -> (rate: Double, cells: Int)? {
    let rates = columns.indices.compactMap { cell(row, $0).rate }
    return rates.isEmpty ? nil : (rates.reduce(0, +) / Double(rates.count), rates.count)
  }

  public func preferredSize(_ typesetter: Typesetter) -> Size {
    SuccessMatrixLayout(self, typesetter).size
  }

  public func draw(on canvas: Canvas) {
    let layout = SuccessMatrixLayout(self, canvas.typesetter)
    canvas.scaled(layout.size, into: canvas.bounds) {
      drawTitle(on: canvas, layout)
      drawHeaders(on: canvas, layout)
      for row in rows.indices {
        for column in columns.indices { draw(cell(row, column), on: canvas, in: layout.cell(row, column), layout) }
        if hasRowMeans { drawMean(row, on: canvas, in: layout.mean(row)) }
      }
      drawKey(on: canvas, layout)
      drawNotes(on: canvas, layout)
    }
  }

  private func drawTitle(on canvas: Canvas, _ layout: SuccessMatrixLayout) {
    canvas.text(
      title, at: Point(layout.margin, layout.margin), font: typography.title, anchor: TextAnchor(.start, .top))
    canvas.text(
      subtitle, at: Point(layout.margin, layout.subtitleTop), font: typography.small, ink: .secondaryText,
      anchor: TextAnchor(.start, .top))
  }

  private func drawHeaders(on canvas: Canvas, _ layout: SuccessMatrixLayout) {
    let lineHeight = layout.lineHeight
    for (row, lines) in layout.rowHeaders.enumerated() {
      let rect = layout.cell(row, 0)
      let first = rect.center.y - Double(lines.count - 1) * lineHeight / 2
      for (index, line) in lines.enumerated() {
        canvas.text(
          RichText(line), at: Point(rect.minX - 10, first + Double(index) * lineHeight), font: typography.label,
          anchor: TextAnchor(.end, .middle))
      }
    }
    for (column, lines) in layout.columnHeaders.enumerated() {
      let rect = layout.cell(0, column)
      if layout.isSlanted {
        canvas.text(
          RichText(columns[column]), at: Point(rect.center.x - 2, rect.minY - 8), font: typography.label,
          rotation: SuccessMatrixLayout.slant)
      } else {
        drawColumnHeader(lines, on: canvas, above: Point(rect.center.x, rect.minY), layout)
      }
    }
    if hasRowMeans {
      let rect = layout.mean(0)
      canvas.text(
        "mean", at: Point(rect.maxX, rect.minY - 9), font: typography.label, anchor: TextAnchor(.end, .baseline))
    }
  }

  private func drawColumnHeader(
    _ lines: [String], on canvas: Canvas, above point: Point, _ layout: SuccessMatrixLayout
  ) {
    for (index, line) in lines.enumerated() {
      let below = Double(lines.count - 1 - index) * layout.lineHeight
      canvas.text(
        RichText(line), at: Point(point.x, point.y - 9 - below), font: typography.label,
        anchor: TextAnchor(.middle, .baseline))
    }
  }

  private func draw(_ cell: SuccessCell, on canvas: Canvas, in rect: Rect, _ layout: SuccessMatrixLayout) {
    switch cell {
    case .rate:
      CellMark(
        rect, fraction: cell.rate ?? 0, text: RichText(cell.countText), detail: RichText(cell.intervalText),
        colors: colors, darkColors: darkColors
      ).draw(on: canvas, typography: typography)
    case .hole(let reason):
      HatchMark(rect).draw(on: canvas)
      canvas.text(
        RichText(layout.noteMark(for: reason)), at: rect.center, font: typography.label,
        anchor: TextAnchor(.middle, .middle), halo: .panel)
    }
  }

  private func drawMean(_ row: Int, on canvas: Canvas, in rect: Rect) {
    guard let mean = mean(row: row) else {
      canvas.text(
        "–", at: rect.center, font: typography.label, ink: .secondaryText, anchor: TextAnchor(.middle, .middle))
      return
    }
    let track = Rect(x: rect.minX, y: rect.center.y - 4, width: rect.width - 42, height: 8)
    canvas.fill(Path(track), .panel)
    let bar = Rect(x: track.minX, y: track.minY, width: track.width * mean.rate, height: track.height)
    canvas.fill(Path(bar), Ink(light: colors.color(at: 0.8), dark: darkColors.color(at: 0.8)))
    canvas.text(
      RichText((mean.rate > 0 && mean.rate < 0.005 ? "<1" : SuccessCell.percent(mean.rate)) + "\u{2009}%"),
      at: Point(rect.maxX, rect.center.y),
      font: typography.label, anchor: TextAnchor(.end, .middle))
  }

  private func drawKey(on canvas: Canvas, _ layout: SuccessMatrixLayout) {
    let ticks = [0, 0.25, 0.5, 0.75, 1].map { share in
      Tick(share, label: share == 0.25 || share == 0.75 ? nil : RichText(SuccessCell.percent(share) + "\u{2009}%"))
    }
    ColorBar("", colors: colors, darkColors: darkColors, ticks: ticks, typography: typography)
      .draw(on: canvas, bar: layout.key)
    canvas.text(
      "runs that reached the target", at: Point(layout.key.maxX + 22, layout.key.center.y), font: typography.small,
      ink: .secondaryText, anchor: TextAnchor(.start, .middle))
  }

  private func drawNotes(on canvas: Canvas, _ layout: SuccessMatrixLayout) {
    for (index, line) in layout.notes.enumerated() {
      canvas.text(
        RichText(line), at: Point(layout.margin, layout.notesTop + Double(index) * layout.lineHeight),
        font: typography.small, ink: .secondaryText, anchor: TextAnchor(.start, .top))
    }
  }
}
