import Canvas
import Testing

@testable import Plotting

@Suite("Contour and surface plots")
struct LandscapePlotTests {
  private static let landscape = Landscape(
    field: ScalarField(columns: 40, rows: 40, x: -2...2, y: -1...3) { x, y in
      x > 1.7 && y > 2.7 ? .nan : (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    }, minimum: 0, globalMinimizers: [[1, 1]], localMinimizers: [[0, 0]])

  private static func trajectories(_ count: Int) -> [Trajectory] {
    (0..<count).map { index in
      Trajectory(
        label: "method \(index)", style: SeriesStyle(index: index),
        points: [[-1.2, 1], [0, 0.2 * Double(index)], [.nan, 0], [0.5, 0.5], [5, 5], [1, 1]],
        end: index % 2 == 0 ? .reached : .notReached)
    }
  }

  @Test("Every format and theme renders, twice to the same bytes", arguments: FigureFormat.allCases)
  func deterministic(format: FigureFormat) throws {
    for theme in [Theme.light, .dark, .auto] {
      let contour = ContourPlot(landscape: Self.landscape, trajectories: Self.trajectories(3), title: "Rosenbrock")
      let surface = SurfacePlot(landscape: Self.landscape, trajectories: Self.trajectories(3), title: "Rosenbrock")
      let size = Size(300, 225)
      let a = try contour.rendered(as: format, theme: theme, size: size, density: 1).data
      #expect(try contour.rendered(as: format, theme: theme, size: size, density: 1).data == a)
      let b = try surface.rendered(as: format, theme: theme, size: size, density: 1).data
      #expect(try surface.rendered(as: format, theme: theme, size: size, density: 1).data == b)
    }
  }

  @Test("Fields without levels, numbers or minimizers still make a figure", arguments: [0.0, .nan, .infinity])
  func degenerate(value: Double) throws {
    let field = ScalarField(columns: 5, rows: 5, x: 0...1, y: 0...1) { _, _ in value }
    let landscape = Landscape(field: field)
    let size = Size(200, 150)
    #expect(try !ContourPlot(landscape: landscape).rendered(as: .png, size: size, density: 1).data.isEmpty)
    #expect(try !SurfacePlot(landscape: landscape).rendered(as: .png, size: size, density: 1).data.isEmpty)
  }

  @Test("More than eight methods become one panel each, of equal size, that do not touch", arguments: [9, 12, 24])
  func smallMultiples(count: Int) throws {
    let axes = Axes(x: Axis("x", from: -2, through: 2), y: Axis("y", from: -1, through: 3), isEqualAspect: true)
    _ = try Drawing(size: Size(1200, 900)).render(.png, density: 1) { canvas in
      let grid = LandscapeGrid(canvas, body: canvas.bounds, count: count, axes: axes, side: 150, headingLines: 1)
      #expect(grid.panels.count == count)
      for (index, panel) in grid.panels.enumerated() {
        #expect(abs(panel.width - panel.height) < 1e-9)
        #expect(canvas.bounds.contains(Point(panel.maxX + 150, panel.maxY)))
        #expect(!grid.panels[(index + 1)...].contains { $0.intersects(panel.inset(by: -5)) })
      }
    }
    let plot = ContourPlot(landscape: Self.landscape, trajectories: Self.trajectories(count))
    #expect(try !plot.rendered(as: .png, size: Size(300, 225), density: 1).data.isEmpty)
  }

  @Test(
    "Numbers at the ends of neighbouring axes do not touch, and the panels fill their figure", arguments: [10, 14, 30])
  func panelsKeepApart(count: Int) throws {
    let axes = Axes(
      x: Axis("x", from: -512, through: 512), y: Axis("y", from: -512, through: 512), isEqualAspect: true,
      typography: Typography(base: 15))
    let plot = ContourPlot(landscape: Self.landscape, trajectories: Self.trajectories(count))
    _ = try Drawing(size: plot.preferredSize(Typesetter())).render(.png, density: 1) { canvas in
      let grid = LandscapeGrid(
        canvas, body: canvas.bounds.inset(left: 20, top: 100, right: 20, bottom: 20), count: count, axes: axes,
        side: 90,
        headingLines: 2)
      let label = canvas.measure("−500", font: axes.typography.small).width
      let gap = grid.panels[1].minX - grid.panels[0].maxX
      #expect(gap > label)
      #expect(grid.hull.width > 0.75 * canvas.size.width && grid.panels[0].width > 120)
    }
  }

  @Test("Runs of one method share its label, its panel and its line in the key")
  func grouped() {
    let runs = Self.trajectories(3) + Self.trajectories(3)
    let methods = Trajectory.grouped(runs)
    #expect(methods.map { $0.map(\.label) } == (0..<3).map { ["method \($0)", "method \($0)"] })
  }

  @Test("A thinned field keeps its edges and its rectangle")
  func thinned() {
    let field = ScalarField(columns: 400, rows: 301, x: 0...3, y: -1...1) { x, y in x + 10 * y }
    let thin = field.thinned(to: 100)
    #expect(thin.columns <= 100 && thin.rows <= 100 && thin.columns > 50)
    #expect(thin.x == field.x && thin.y == field.y)
    #expect(thin[0, 0] == -10 && thin[thin.columns - 1, thin.rows - 1] == 13)
    let infinite = field.map { $0 > 0 ? .infinity : $0 }.thinned(to: 100)
    #expect(infinite.values.contains(.infinity) && !infinite.values.contains { $0.isNaN })
    for column in 0..<thin.columns { #expect(abs(thin[column, 0] + 10 - thin.x(ofColumn: column)) < 1e-12) }
  }
}
