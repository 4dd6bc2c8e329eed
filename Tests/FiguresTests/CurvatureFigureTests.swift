import Canvas
import Foundation
import Objectives
import Plotting
import Statistics
import Testing

@testable import Figures

@Suite("Curvature figures")
struct CurvatureFigureTests {
  private func plotted(_ objective: String) throws -> PlottedFigure {
    CurvatureFigure.plot(try GalleryTests.summary(objectives: [objective], methods: []), subject: 0, size: nil)
  }

  @Test("caption and alternative text count the stationary points that there are")
  func counts() throws {
    let figure = try plotted("himmelblau")
    for text in [figure.caption, figure.altText] {
      #expect(text.contains("4 minima, 4 saddles and 1 maximum"), "\(text)")
      #expect(text.contains("Not convex"))
    }
    #expect(try plotted("beale").caption.contains("3 minima (2 on the boundary) and 2 saddles"))
  }

  @Test("of a convex function it is said that every local minimum is global")
  func convex() throws {
    let figure = try plotted("booth")
    #expect(figure.caption.contains("every local minimum is global"), "\(figure.caption)")
    #expect(figure.altText.contains("convex on 100\u{202F}%"), "\(figure.altText)")
  }

  @Test("what is not isolated is said, and no count is made of it")
  func hyperbola() throws {
    let caption = try plotted("linear-net-saddle").caption
    #expect(caption.contains("not isolated") && caption.contains("1 saddle"), "\(caption)")
  }

  @Test("Rosenbrock's function is convex exactly below the parabola y = x² + 1/200")
  func regions() throws {
    // det ∇²f = 80000 (x² − y) + 400, and ∂²f/∂y² = 200: never concave.
    let data = LandscapeData(summary: try GalleryTests.summary(objectives: ["rosenbrock"], methods: []), objective: 0)
    let map = data.curvature.map
    for x in [-2.0, -1, 0, 2.5] {
      #expect(map.lowest.value(x: x, y: x * x - 0.6) > 0)
      #expect(map.lowest.value(x: x, y: x * x + 0.6) < 0)
      #expect(map.highest.value(x: x, y: 3) > 0)
    }
  }

  @Test("where regions are finer than a few pixels, a part around the global minimizer is drawn, and that is said")
  func window() throws {
    // Griewank's waves are 2π long: 191 of them cross the domain.
    let figure = try plotted("griewank")
    #expect(figure.caption.contains("Only a part of the domain around the global minimizer"))
    func curvature(_ id: String) throws -> (map: CurvatureMap, window: Box?) {
      LandscapeData(summary: try GalleryTests.summary(objectives: [id], methods: []), objective: 0).curvature
    }
    let (map, window) = try curvature("griewank")
    let part = try #require(window)
    #expect(part.contains([0, 0]) && part.widths[0] < 400 && part.widths[0] > 50)
    #expect(map.lowest.x == part.lower[0]...part.upper[0])
    #expect(try curvature("rastrigin").window == nil)
  }

  @Test("the figure is the same bytes for one job and two, and of modest size")
  func bytes() async throws {
    let studio = FigureStudio(
      try GalleryTests.summary(objectives: ["rastrigin", "eggholder"], methods: []), formats: [.svg, .png])
    let one = try await studio.exhibition(of: ["curvature"], jobs: 1).figures
    let two = try await studio.exhibition(of: ["curvature"], jobs: 2).figures
    #expect(one.map(\.name) == ["curvature-rastrigin", "curvature-eggholder"])
    for (a, b) in zip(one, two) { #expect(a.files.map(\.data) == b.files.map(\.data)) }
    for figure in one { #expect(figure.files[0].data.count < 900_000, "\(figure.files[0].data.count)") }
    let svg = String(decoding: one[0].files[0].data, as: UTF8.self)
    #expect(svg.contains("121 minima") && svg.contains("saddle-like"))
  }

  @Test("other dimensions than two have none, which is said")
  func dimensions() throws {
    let summary = try GalleryTests.summary(objectives: ["sphere[dimension=3]"], methods: [])
    #expect(CurvatureFigure.obstacle(in: summary, subject: 0)?.contains("two dimensions") == true)
  }
}
