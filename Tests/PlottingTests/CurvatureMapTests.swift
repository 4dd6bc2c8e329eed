import Canvas
import Testing

@testable import Plotting

@Suite("Curvature maps")
struct CurvatureMapTests {
  /// x³/6 + y²: f_xx = x and f_yy = 2, so convex right of 0 and saddle-like left of it.
  private let cubic = CurvatureMap(samples: 41, x: -1...1, y: -1...1) { x, _ in (xx: x, xy: 0, yy: 2) }
  /// f_xx = f_yy = x: convex right of 0 and concave left of it.
  private let twofold = CurvatureMap(samples: 41, x: -1...1, y: -1...1) { x, _ in (xx: x, xy: 0, yy: x) }

  @Test("eigenvalues of ((3, 4), (4, −3)) are −5 and 5 at every sample")
  func eigenvalues() {
    let map = CurvatureMap(samples: 3, x: 0...1, y: 0...1) { _, _ in (xx: 3, xy: 4, yy: -3) }
    #expect(map.lowest.values.allSatisfy { $0 == -5 } && map.highest.values.allSatisfy { $0 == 5 })
  }

  @Test("regions follow the signs of the eigenvalues")
  func regions() {
    #expect(cubic.region(x: 0.5, y: 0) == .convex && cubic.region(x: -0.5, y: 0.7) == .saddle)
    #expect(twofold.region(x: 0.5, y: 0) == .convex && twofold.region(x: -0.5, y: 0) == .concave)
    #expect(cubic.region(x: 2, y: 0) == nil)
  }

  @Test("borders lie where an eigenvalue changes its sign, and what is undefined is left out")
  func borders() throws {
    func outline(_ map: CurvatureMap, _ region: CurvatureMap.Region) throws -> ContourSet {
      try #require(map.areas.first { $0.region == region }).outline
    }
    let border = try outline(twofold, .convex).lines.flatMap(\.points)
    #expect(!border.isEmpty && border.allSatisfy { abs($0.x) < 1e-12 })
    let holed = CurvatureMap(samples: 41, x: -1...1, y: -1...1) { x, _ in x < 0 ? (.nan, 0, 0) : (1, 0, 1) }
    #expect(try outline(holed, .saddle).loops.flatMap(\.points).allSatisfy { $0.x > -0.1 })
  }

  @Test("where an eigenvalue is 0, a region of its own covers the saddles, up to half way to the next sample")
  func flat() throws {
    // max(x, 0)²/2 + y²/2: positive semidefinite left of 0, definite right of it.
    let half = CurvatureMap(samples: 41, x: -1...1, y: -1...1) { x, _ in (lowest: x > 0 ? 1 : 0, highest: 1) }
    #expect(half.region(x: -0.5, y: 0) == .convexFlat && half.region(x: 0.5, y: 0) == .convex)
    #expect(half.areas.map(\.region) == [.saddle, .convexFlat, .convex, .concave])
    let xs = half.areas[1].outline.loops.flatMap(\.points).map(\.x)
    #expect(xs.min() == -1 && abs((xs.max() ?? 1) - 0.025) < 1e-12)
    // A positive sample is convex up to the last that is 0, so that nothing saddle-like shows between the two.
    #expect(abs((half.areas[2].outline.loops.flatMap(\.points).map(\.x).min() ?? 1)) < 1e-12)
    let concave = CurvatureMap(samples: 3, x: 0...1, y: 0...1) { _, _ in (lowest: -1, highest: 0) }
    #expect(concave.region(x: 0.5, y: 0.5) == .concaveFlat)
    let linear = CurvatureMap(samples: 3, x: 0...1, y: 0...1) { _, _ in (lowest: 0, highest: 0) }
    #expect(linear.region(x: 0.5, y: 0.5) == .flat)
  }

  @Test("the image has the colours of the key", arguments: [Theme.light, .dark])
  func raster(_ theme: Theme) throws {
    let inks = CurvatureInks(isFixed: false)
    let image = try CurvatureRaster(twofold, inks: inks, size: Size(40, 20), density: 1, theme: theme).image
    func color(_ region: CurvatureMap.Region) -> UInt32 {
      let color = inks.ground(region).color(theme)
      return 0xff00_0000 | UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    }
    #expect(image[5, 10] == color(.concave) && image[35, 10] == color(.convex))
  }

  @Test("a few points have marks of their class, many only their minima, very many none")
  func detail() {
    func detail(_ count: Int) -> StationaryMark.Detail {
      StationaryMark.Detail(marks: (0..<count).map { _ in StationaryMark(.minimum, at: [0, 0]) })
    }
    guard case .all = detail(9), case .minima = detail(1200), case .none = detail(50_000) else {
      Issue.record("wrong detail")
      return
    }
  }
}
