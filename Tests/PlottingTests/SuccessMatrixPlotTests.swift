import Canvas
import Foundation
import Testing

@testable import Plotting

@Suite struct SuccessMatrixPlotTests {
  private func matrix(rows: [String], columns: [String], runs: Int = 100) -> SuccessMatrixPlot {
    let cells = rows.indices.map { row in
      columns.indices.map { column in
        SuccessCell.rate(count: (row * 7 + column * 13) % (runs + 1), runs: runs, low: 0.956, high: 1)
      }
    }
    return SuccessMatrixPlot(title: "Title", subtitle: "Subtitle", rows: rows, columns: columns, cells: cells)
  }

  @Test("A cell says its count and its interval")
  func words() {
    let cell = SuccessCell.rate(count: 37, runs: 100, low: 0.2818, high: 0.4678)
    #expect(cell.countText == "37/100" && cell.intervalText == "28–47\u{2009}%" && cell.rate == 0.37)
    let narrow = SuccessCell.rate(count: 3, runs: 1000, low: 0.00102, high: 0.00879)
    #expect(narrow.intervalText == "0.1–0.9\u{2009}%")
    #expect(SuccessCell.rate(count: 0, runs: 0, low: .nan, high: .nan).rate == nil)
  }

  @Test(
    "Nothing overlaps or leaves the page, from one cell to twenty by twenty",
    arguments: [
      (1, 1, ""), (1, 20, ""), (20, 1, ""), (20, 20, ""), (12, 14, "-with-long-name"),
      (3, 4, "[dimension=10,instance=2]"),
    ])
  func layout(rowCount: Int, columnCount: Int, suffix: String) {
    let names = ["adam", "six-hump-camel", "goldstein-price", "l-bfgs", "styblinski-tang"]
    let plot = matrix(
      rows: (0..<rowCount).map { names[$0 % 5] + suffix }, columns: (0..<columnCount).map { names[$0 % 5] + suffix },
      runs: 1000)
    let typesetter = Typesetter()
    let layout = SuccessMatrixLayout(plot, typesetter)
    let page = Rect(x: 0, y: 0, width: layout.size.width, height: layout.size.height)
    let label = plot.typography.label
    func width(_ text: String) -> Double { typesetter.measure(RichText(text), font: label).width }
    let last = layout.cell(rowCount - 1, columnCount - 1)
    #expect(page.contains(Point(last.maxX, last.maxY)) && page.maxX >= layout.mean(0).maxX + 10)
    #expect(layout.key.minY > last.maxY && layout.notesTop > layout.key.maxY)
    for lines in layout.rowHeaders {
      #expect(lines.count <= 2)
      for line in lines { #expect(layout.cell(0, 0).minX - 10 - width(line) >= 10) }
    }
    if !layout.isSlanted {
      for lines in layout.columnHeaders { for line in lines { #expect(width(line) < last.width + 2) } }
    }
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let cell = plot.cell(row, column)
        #expect(width(cell.countText) <= last.width - 4)
        #expect(
          typesetter.measure(RichText(cell.intervalText), font: plot.typography.small).width <= last.width - 4)
      }
    }
    #expect(!layout.cell(0, 0).intersects(layout.cell(0, 1)) && !layout.cell(0, 0).intersects(layout.cell(1, 0)))
  }

  @Test("Holes keep their place and their reason, and the mean leaves them out")
  func holes() {
    var plot = matrix(rows: ["a", "b"], columns: ["x", "y", "z"])
    plot.cells = [
      [
        .rate(count: 1, runs: 4, low: 0, high: 1), .hole(reason: "timed out"),
        .rate(count: 3, runs: 4, low: 0, high: 1),
      ],
      [.hole(reason: "no Hessian")],
    ]
    #expect(plot.mean(row: 0)?.rate == 0.5 && plot.mean(row: 0)?.cells == 2 && plot.mean(row: 1) == nil)
    #expect(plot.cell(1, 2) == .hole(reason: "not planned"))
    let layout = SuccessMatrixLayout(plot, Typesetter())
    #expect(
      layout.notes == ["a  no data: timed out", "b  no data: no Hessian", "c  no data: not planned"])
    #expect(layout.noteMark(for: "no Hessian") == "b")
  }

  @Test("A matrix without methods says so instead of failing")
  func empty() throws {
    let plot = matrix(rows: [], columns: [])
    #expect(SuccessMatrixLayout(plot, Typesetter()).notes.contains { $0.contains("no methods") })
    #expect(try plot.rendered(as: .png).data.count > 100)
  }

  @Test("A full success has the map's last colour and failure its first, in rows and columns as given")
  func colors() throws {
    var plot = matrix(rows: ["a", "b"], columns: ["x", "y"])
    plot.hasRowMeans = false
    let none = SuccessCell.rate(count: 0, runs: 9, low: 0, high: 0.3)
    let all = SuccessCell.rate(count: 9, runs: 9, low: 0.7, high: 1)
    plot.cells = [[none, all], [none, none]]
    let svg = String(decoding: try plot.rendered(as: .svg, theme: .light).data, as: UTF8.self)
    let rect = SuccessMatrixLayout(plot, Typesetter()).cell(0, 1)
    let wanted = ColorMap.paleToBlue.colors[255].hex
    // Besides the end of the colour key, one path has the colour, and it is the cell in the upper right.
    let paths = svg.split(separator: "\n").filter {
      $0.contains("fill:\(wanted)") && $0.contains("<path") || $0.contains("<rect") && $0.contains(wanted)
    }
    func places(_ line: Substring) -> [Double] {
      line.split { !$0.isNumber && $0 != "." && $0 != "-" }.compactMap { Double($0) }
    }
    #expect(
      paths.contains { line in
        let numbers = places(line)
        return numbers.contains { abs($0 - rect.minX) < 0.01 } && numbers.contains { abs($0 - rect.minY) < 0.01 }
      })
    #expect(ColorMap.paleToBlue.colors[255] != ColorMap.paleToBlue.colors[0])
  }

  @Test("The same matrix gives the same bytes in every format", arguments: FigureFormat.allCases)
  func deterministic(format: FigureFormat) throws {
    let plot = matrix(rows: ["a", "b"], columns: ["x", "y", "z"])
    let first = try plot.rendered(as: format)
    #expect(first.warnings.isEmpty)
    #expect(try plot.rendered(as: format).data == first.data)
  }
}
