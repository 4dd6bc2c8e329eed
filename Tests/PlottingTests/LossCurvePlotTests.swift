import Canvas
import Foundation
import Testing

@testable import Plotting

@Suite struct LossCurvePlotTests {
  private func curve(_ index: Int, gaps: [Double], label: String? = nil) -> LossCurve {
    LossCurve(
      label: label ?? "method-\(index)", style: SeriesStyle(index: index), evaluations: gaps.indices.map(Double.init),
      median: gaps, low: gaps.map { $0 / 2 }, high: gaps.map { $0 * 2 })
  }

  private func placed(_ plot: LossCurvePlot) -> PlacedAxes {
    plot.axes.fitted(in: Rect(x: 0, y: 0, width: 500, height: 300), typesetter: Typesetter())
  }

  @Test("The axis covers whole decades around the gaps, and one below the target")
  func range() {
    let plot = LossCurvePlot(title: "", curves: [curve(0, gaps: [50, 3, 0.02])], target: 1e-4)
    #expect(abs(plot.gapRange.low / 1e-5 - 1) < 1e-9 && abs(plot.gapRange.high / 100 - 1) < 1e-9)
  }

  @Test("A gap of zero is drawn at the floor, and the figure says so")
  func floor() {
    let plot = LossCurvePlot(title: "", curves: [curve(0, gaps: [1, 0, -1e-17])], floor: 1e-12)
    #expect(abs(plot.gapRange.low / 1e-12 - 1) < 1e-9)
    #expect(plot.curves[0].raised(to: 1e-12).median == [1, 1e-12, 1e-12])
    #expect(plot.notes(Typesetter(), width: 900) == ["Gaps below 10⁻¹² are drawn at 10⁻¹²."])
  }

  @Test("A method that diverges does not squash the others, and the figure says that it is cut")
  func divergence() {
    let plot = LossCurvePlot(
      title: "", curves: [curve(0, gaps: [10, 1, 0.1]), curve(1, gaps: [10, 1e20, 1e40])])
    #expect(plot.gapRange.high < 1e5)
    #expect(plot.notes(Typesetter(), width: 900)[0].contains("are cut off"))
    let end = plot.curves[1].end(below: 1e4)
    // log10 rises from 1 by 19 in one step: 4 is reached after 3/19 of it.
    #expect(abs((end?.evaluations ?? 0) - 3.0 / 19) < 1e-12 && end?.gap == 1e4)
  }

  @Test("Methods without data are named with the reason")
  func empty() throws {
    var silent = curve(1, gaps: [.nan, .nan], label: "newton")
    silent.emptyReason = "no Hessian"
    let plot = LossCurvePlot(title: "", curves: [curve(0, gaps: [1, 0.5]), silent])
    #expect(plot.notes(Typesetter(), width: 900) == ["No data: newton (no Hessian)."])
    #expect(LossCurvePlot(title: "", curves: []).notes(Typesetter(), width: 900) == ["No data: no methods."])
    for curves in [[], [silent], Array(repeating: silent, count: 13)] {
      #expect(try LossCurvePlot(title: "", curves: curves).rendered(as: .png, density: 1).data.count > 100)
    }
  }

  @Test("Nine methods become small multiples, eight share a panel")
  func panels() {
    let curves = (0..<9).map { curve($0, gaps: [1, 0.1]) }
    #expect(LossCurvePlot(title: "", curves: curves).isMultiple)
    #expect(!LossCurvePlot(title: "", curves: Array(curves.prefix(8))).isMultiple)
    for count in 1...40 {
      let grid = PanelGrid(count: count)
      #expect(grid.rows * grid.columns >= count && (grid.rows - 1) * grid.columns < count && grid.columns <= 6)
    }
  }

  @Test("A long name above a panel is broken, and does not run into its neighbour's")
  func longHeadings() {
    let long = "Gradient descent (learningRate 0.01, schedule cosine)"
    let curves = (0..<14).map { curve($0, gaps: [1, 0.1], label: $0 == 3 ? long : "Adam") }
    let plot = LossCurvePlot(title: "", curves: curves)
    let typesetter = Typesetter()
    let lines = plot.headingLines(plot.curves[3], typesetter)
    #expect(lines.count > 1 && lines.joined(separator: " ") == long)
    for line in lines {
      #expect(typesetter.measure(RichText(line), font: plot.typography.label).width + 29 <= PanelGrid.panelWidth)
    }
    #expect(plot.headingLines(plot.curves[0], typesetter) == ["Adam"])
    let short = LossCurvePlot(title: "", curves: (0..<14).map { curve($0, gaps: [1, 0.1], label: "Adam") })
    #expect(plot.preferredSize(typesetter).height > short.preferredSize(typesetter).height)
  }

  @Test("Labels at the ends do not touch each other, however close the curves end", arguments: [2, 5, 8])
  func labels(count: Int) {
    let curves = (0..<count).map { curve($0, gaps: [10, 1e-3 * (1 + Double($0) / 1000)]) }
    let plot = LossCurvePlot(title: "", curves: curves + [curve(9, gaps: [10, 1e-9])])
    let typesetter = Typesetter()
    let axes = placed(plot)
    let boxes = EndLabels(curves: plot.curves, typography: plot.typography).placed(axes).map { label in
      typesetter.measure(RichText(label.curve.label), font: plot.typography.label)
        .box(at: Point(axes.panel.maxX + EndLabels.distance, label.y), anchor: TextAnchor(.start, .middle))
    }
    #expect(boxes.count == count + 1)
    for (index, box) in boxes.enumerated() {
      for other in boxes.dropFirst(index + 1) { #expect(!box.intersects(other)) }
    }
  }

  @Test("A median is drawn in its method's colour through the places that its numbers have")
  func place() throws {
    var only = curve(0, gaps: [100, 1, 0.01])
    only.low = []
    let plot = LossCurvePlot(title: "", curves: [only], xTitle: "")
    let figure = try plot.rendered(as: .svg, theme: .light)
    let svg = String(decoding: figure.data, as: UTF8.self)
    let hex = SeriesStyle(index: 0).ink.light.hex
    let line = try #require(
      svg.split(separator: "\n").first { $0.contains("stroke:\(hex)") && $0.contains("stroke-width:1.8") })
    let numbers = line.drop { $0 != "M" }.split { !$0.isNumber && $0 != "." }.compactMap { Double($0) }
    // Three points, equally far apart both ways: x to the right, y down by four decades in all.
    #expect(numbers.count == 6 || numbers.count == 4)
    let (first, last) = (Point(numbers[0], numbers[1]), Point(numbers[numbers.count - 2], numbers[numbers.count - 1]))
    #expect(last.x - first.x > 300 && last.y - first.y > 200)
    if numbers.count == 6 {
      #expect(abs(numbers[2] - (first.x + last.x) / 2) < 0.02 && abs(numbers[3] - (first.y + last.y) / 2) < 0.02)
    }
  }

  @Test("A band has a gap where a quartile is missing")
  func band() throws {
    let axes = placed(LossCurvePlot(title: "", curves: [curve(0, gaps: [1, 0.1])]))
    let band = BandMark(
      x: [0, 0.2, 0.4, 0.6, 0.8, 1], low: [0.2, 0.2, .nan, 0.2, 0.2, 0], high: [1, 1, 1, 1, 1, 1],
      ink: Ink(Color(0xff0000)))
    let svg = String(
      decoding: try Drawing(size: Size(500, 300)).render(.svg) { band.draw(on: $0, axes: axes) }.data, as: UTF8.self)
    let path = try #require(svg.split(separator: "\n").first { $0.contains("#ff0000") })
    #expect(path.filter { $0 == "M" }.count == 2 && path.filter { $0 == "Z" }.count == 2)
  }

  @Test("The same curves give the same bytes in every format", arguments: FigureFormat.allCases, [3, 12])
  func deterministic(format: FigureFormat, count: Int) throws {
    let curves = (0..<count).map { curve($0, gaps: [100, 1, 0.3, 0.02 * Double($0 + 1)]) }
    let plot = LossCurvePlot(title: "Title", curves: curves, target: 1e-2)
    let first = try plot.rendered(as: format)
    #expect(first.warnings.isEmpty)
    _ = try LossCurvePlot(title: "Other", curves: Array(curves.prefix(1))).rendered(as: format)
    #expect(try plot.rendered(as: format).data == first.data)
  }

  @Test("Equal aspect makes a unit as long on both axes")
  func aspect() {
    let axes = Axes(
      x: Axis("x", from: -2, through: 2), y: Axis("y", from: 0, through: 1), frame: .box, isEqualAspect: true
    ).fitted(in: Rect(x: 0, y: 0, width: 400, height: 400), typesetter: Typesetter())
    #expect(abs((axes.x.position(1) - axes.x.position(0)) - (axes.y.position(0) - axes.y.position(1))) < 1e-9)
    #expect(axes.panel.minX >= 0 && axes.panel.maxX <= 400 && axes.panel.maxY <= 400)
  }
}
