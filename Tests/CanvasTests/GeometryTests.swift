import Testing

@testable import Canvas

@Suite struct GeometryTests {
  private let region = DrawableRegion(around: Size(100, 100))  // −100 … 200 both ways

  @Test("A line is cut where it leaves the region and goes on where it comes back")
  func lines() {
    let runs = region.clippedLine([Point(0, 0), Point(400, 0), Point(400, 50), Point(0, 50)])
    #expect(runs == [[Point(0, 0), Point(200, 0)], [Point(200, 50), Point(0, 50)]])
    #expect(region.clippedLine([Point(300, 300), Point(400, 400)]).isEmpty)
    #expect(region.clippedLine([Point(-300, -300), Point(300, 300)]) == [[Point(-100, -100), Point(200, 200)]])
    #expect(region.clippedLine([]).isEmpty)
  }

  @Test("A polygon around the region becomes the region")
  func polygons() {
    let huge = Rect(x: -1e300, y: -1e300, width: 2e300, height: 2e300).corners
    let clipped = region.clippedPolygon(huge)
    #expect(Set(clipped) == Set(region.bounds.corners))
    #expect(region.clippedPolygon([Point(300, 0), Point(400, 0), Point(400, 10)]).isEmpty)
  }

  @Test("A triangle with one corner outside becomes a trapezium")
  func trapezium() {
    let clipped = region.clippedPolygon([Point(0, 0), Point(400, 100), Point(0, 200)])
    #expect(clipped.count == 4)
    #expect(clipped.contains(Point(200, 50)) && clipped.contains(Point(200, 150)))
  }

  @Test("Points on a straight line are left out, corners are kept")
  func simplification() {
    let straight = (0...3000).map { Point(Double($0), 2 * Double($0)) }
    let ends = Simplification.simplified(straight, tolerance: 0.1)
    #expect(ends.first == straight.first && ends.last == straight.last && ends.count <= 5)
    let corner = (0...50).map { Point(Double($0), 0) } + (1...50).map { Point(50, Double($0)) }
    #expect(Simplification.simplified(corner, tolerance: 0.1) == [Point(0, 0), Point(50, 0), Point(50, 50)])
  }

  @Test("No point that is left out is farther from the simplified line than the tolerance")
  func tolerance() {
    let wave = (0...900).map { index in
      let x = Double(index) / 30
      return Point(x * 10, (x - 15) * (x - 3) * (x - 27) / 10)
    }
    let simple = Simplification.simplified(wave, tolerance: 0.1)
    #expect(simple.count < 250)
    for point in wave {
      let distance = zip(simple, simple.dropFirst()).map { a, b in
        let t = min(
          max(
            ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (a.distance(to: b) * a.distance(to: b)), 0
          ), 1)
        return point.distance(to: Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
      }.min()
      #expect((distance ?? 1) <= 0.1000001)
    }
  }

  @Test("A closed loop back to its start does not collapse")
  func loop() {
    let loop = (0...40).map { index -> Point in
      let corners = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10), Point(0, 0)]
      let (a, b) = (corners[min(index / 10, 3)], corners[min(index / 10, 3) + 1])
      return a + (b - a) * (Double(index - min(index / 10, 3) * 10) / 10)
    }
    #expect(Simplification.simplified(loop, tolerance: 0.1).count == 5)
  }

  @Test("A colour is written and read in hexadecimal")
  func color() {
    #expect(Color(0x0a1bff).hex == "#0a1bff")
    #expect(Color(red: 10, green: 27, blue: 255) == Color(0x0a1bff))
    #expect(Color(0x0a1bff).pixel == 0xff0a_1bff)
    #expect(Color(0x000000).mixed(with: Color(0xffffff), 0.5) == Color(0x808080))
    #expect(Color(0x000000).mixed(with: Color(0xffffff), .nan) == Color(0x000000))
  }
}
