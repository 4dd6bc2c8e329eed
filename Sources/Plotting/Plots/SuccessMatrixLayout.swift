import Canvas

/// Where everything of a success matrix lies; the size follows from the content.
struct SuccessMatrixLayout {
  let margin = 20.0
  let lineHeight: Double
  let subtitleTop: Double
  /// Each header broken into lines.
  private(set) var rowHeaders: [[String]] = []
  private(set) var columnHeaders: [[String]] = []
  /// Whether column headers are too long to stand level.
  private(set) var isSlanted = false
  private(set) var notes: [String] = []

  private let cellSize: Size
  private let gap = 2.0
  private var origin = Point(0, 0)
  private let rowCount: Int
  private let columnCount: Int
  private let hasRowMeans: Bool
  private var reasons: [String] = []
  private var contentWidth = 0.0

  /// Degrees, counter-clockwise.
  static let slant = 45.0
  private static let meanWidth = 118.0
  private static let meanGap = 18.0
  private static let keyHeight = 10.0
  private static let widestRowHeader = 200.0

  init(_ plot: SuccessMatrixPlot, _ typesetter: Typesetter) {
    let typography = plot.typography
    lineHeight = (typography.base * 1.3).rounded()
    rowCount = max(1, plot.rows.count)
    columnCount = max(1, plot.columns.count)
    hasRowMeans = plot.hasRowMeans
    cellSize = Self.cellSize(plot, typesetter)
    subtitleTop = margin + (plot.title.isEmpty ? 0 : typesetter.measure(plot.title, font: typography.title).height + 5)
    let headTop =
      subtitleTop + (plot.subtitle.isEmpty ? 0 : typesetter.measure(plot.subtitle, font: typography.small).height)

    rowHeaders = plot.rows.map { Self.lines(of: $0, typography.label, typesetter) }
    columnHeaders = plot.columns.map {
      typesetter.wrapped($0, font: typography.label, width: cellSize.width + gap - 6)
    }
    func width(_ text: String) -> Double { typesetter.measure(RichText(text), font: typography.label).width }
    let widestPiece = columnHeaders.joined().map(width).max() ?? 0
    let mostLines = columnHeaders.map(\.count).max() ?? 1
    isSlanted = widestPiece > cellSize.width + gap - 6 || mostLines > 3

    // cos 45° = sin 45° = 0.7071
    let longest = plot.columns.map(width).max() ?? 0
    let headHeight = isSlanted ? (longest + typography.base) * 0.7071 + 8 : Double(mostLines) * lineHeight + 6
    let headerWidth = rowHeaders.joined().map(width).max() ?? 0
    origin = Point(margin + headerWidth + 10, headTop + 16 + headHeight)
    collectReasons(plot)
    let widestNote = notes.map { typesetter.measure(RichText($0), font: typography.small).width }.max() ?? 0
    let lastHeader = plot.columns.last.map(width) ?? 0
    let slantedEnd = isSlanted ? cell(0, columnCount - 1).center.x + lastHeader * 0.7071 + 8 : 0
    contentWidth = max(
      hasRowMeans ? mean(0).maxX : cell(0, columnCount - 1).maxX, slantedEnd,
      margin
        + max(
          typesetter.measure(plot.title, font: typography.title).width,
          typesetter.measure(plot.subtitle, font: typography.small).width, widestNote),
      key.maxX + 22 + typesetter.measure("runs that reached the target", font: typography.small).width)
  }

  var size: Size {
    Size(
      (contentWidth + margin).rounded(.up),
      (notesTop + Double(notes.count) * lineHeight + (notes.isEmpty ? 0 : 4) + margin - 8).rounded(.up))
  }

  func cell(_ row: Int, _ column: Int) -> Rect {
    Rect(
      x: origin.x + Double(column) * (cellSize.width + gap), y: origin.y + Double(row) * (cellSize.height + gap),
      width: cellSize.width, height: cellSize.height)
  }

  func mean(_ row: Int) -> Rect {
    let last = cell(row, columnCount - 1)
    return Rect(x: last.maxX + Self.meanGap, y: last.minY, width: Self.meanWidth, height: last.height)
  }

  /// The strip that explains the colours.
  var key: Rect {
    Rect(x: origin.x, y: cell(rowCount - 1, 0).maxY + 20, width: 140, height: Self.keyHeight)
  }

  var notesTop: Double { key.maxY + 28 }

  /// The letter that stands for a reason in the cells, explained below.
  func noteMark(for reason: String) -> String {
    Self.letter(reasons.firstIndex(of: reason) ?? 0)
  }

  private mutating func collectReasons(_ plot: SuccessMatrixPlot) {
    for row in plot.rows.indices {
      for column in plot.columns.indices {
        guard case .hole(let reason) = plot.cell(row, column), !reasons.contains(reason) else { continue }
        reasons.append(reason)
      }
    }
    notes = reasons.enumerated().map { "\(Self.letter($0))  no data: \($1)" }
    if plot.rows.isEmpty || plot.columns.isEmpty {
      notes.append(plot.rows.isEmpty ? "no data: no methods" : "no data: no objectives")
    }
  }

  /// a … z, then 27, 28, …
  private static func letter(_ index: Int) -> String {
    guard index < 26, let scalar = Unicode.Scalar(97 + index) else { return "\(index + 1)" }
    return String(Character(scalar))
  }

  /// As wide as the widest text in a cell, or somewhat wider where that lets headers stand level.
  private static func cellSize(_ plot: SuccessMatrixPlot, _ typesetter: Typesetter) -> Size {
    let typography = plot.typography
    func width(_ text: String, _ font: Font) -> Double { typesetter.measure(RichText(text), font: font).width }
    let widest =
      plot.rows.indices.flatMap { row in
        plot.columns.indices.map { column in
          let cell = plot.cell(row, column)
          return max(width(cell.countText, typography.label), width(cell.intervalText, typography.small))
        }
      }.max() ?? 0
    let content = max(widest + 12, 4.6 * typography.base)
    let pieces = plot.columns.flatMap { typesetter.wrapped($0, font: typography.label, width: content - 4) }
    let level = (pieces.map { width($0, typography.label) }.max() ?? 0) + 5
    return Size((level <= 7 * typography.base ? max(content, level) : content).rounded(.up), 3.1 * typography.base)
  }

  /// At most two lines, as narrow as they can be but for short names.
  private static func lines(of header: String, _ font: Font, _ typesetter: Typesetter) -> [String] {
    var width = widestRowHeader
    while width < 2000 {
      let lines = typesetter.wrapped(header, font: font, width: width)
      if lines.count <= 2 { return lines }
      width += 40
    }
    return [header]
  }
}
