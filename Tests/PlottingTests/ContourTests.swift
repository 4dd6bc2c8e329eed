import Canvas
import Testing

@testable import Plotting

@Suite("Contours")
struct ContourTests {
  private static func circleField(_ n: Int) -> ScalarField {
    ScalarField(columns: n, rows: n, x: -2...2, y: -2...2) { x, y in (x * x + y * y).squareRoot() }
  }

  private static func length(_ line: ContourLine) -> Double {
    let points = line.isClosed ? line.points + [line.points[0]] : line.points
    return zip(points, points.dropFirst()).reduce(0) { sum, pair in
      let d = pair.1 - pair.0
      return sum + (d * d).sum().squareRoot()
    }
  }

  /// Twice-signed areas, positive where what is above lies inside.
  private static func area(_ set: ContourSet) -> Double {
    set.loops.reduce(0) { sum, loop in
      let shifted = loop.points.dropFirst() + [loop.points[0]]
      return sum + zip(loop.points, shifted).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
    }
  }

  @Test("A cone's level sets are circles of the right length and leave the right area", arguments: [0.5, 1.0, 1.75])
  func circles(radius: Double) throws {
    let set = Self.circleField(201).contours(at: [radius])[0]
    try #require(set.lines.count == 1)
    #expect(set.lines[0].isClosed)
    #expect(abs(Self.length(set.lines[0]) - 2 * .pi * radius) < 0.002 * radius)
    #expect(abs(Self.area(set) - (16 - .pi * radius * radius)) < 0.002)
  }

  @Test("Where nothing is below, the fill is the whole frame, corners included, and there is no line")
  func wholeFrame() {
    let set = Self.circleField(21).contours(at: [-1])[0]
    #expect(abs(Self.area(set) - 16) < 1e-12)
    #expect(set.lines.isEmpty)
    #expect(Self.circleField(21).contours(at: [3])[0].loops.isEmpty)
  }

  @Test("Nested loops bound exactly the area above each level")
  func nestedAreas() {
    // |r − 1| > c: a disc and the outside, without the ring of width 2c.
    let field = ScalarField(columns: 401, rows: 401, x: -2...2, y: -2...2) { x, y in
      abs((x * x + y * y).squareRoot() - 1)
    }
    for (set, c) in zip(field.contours(at: [0.2, 0.5]), [0.2, 0.5]) {
      let ring = Double.pi * ((1 + c) * (1 + c) - (1 - c) * (1 - c))
      #expect(abs(Self.area(set) - (16 - ring)) < 0.005)
      #expect(set.lines.count == 2)
    }
  }

  @Test("A plane's isoline lies where the formula says: columns are x and rows are y")
  func noSwappedAxes() {
    let field = ScalarField(columns: 5, rows: 9, x: 0...1, y: 0...1) { x, y in x + 10 * y }
    let points = field.contours(at: [3.3])[0].lines.flatMap(\.points)
    #expect(points.count >= 5)
    for point in points { #expect(abs(point.x + 10 * point.y - 3.3) < 1e-12) }
    #expect(field.value(x: 0.25, y: 0.75) == 7.75)
    #expect(field[4, 0] == 1)
    #expect(field[0, 8] == 10)
  }

  @Test("A saddle joins what is above exactly where the bilinear field does")
  func saddle() {
    // z00 = 3, z11 = 2 above and z10 = 0, z01 = 1 below: the saddle value is (3·2 − 0·1) / (3 + 2 − 0 − 1) = 1.5.
    let field = ScalarField(columns: 2, rows: 2, x: 0...1, y: 0...1, values: [3, 0, 1, 2])
    #expect(field.contours(at: [1.4])[0].loops.count == 1)
    #expect(field.contours(at: [1.6])[0].loops.count == 2)
    #expect(field.contours(at: [1.4])[0].lines.count == 2)
    // The other diagonal: z10 = 3 and z01 = 2 above.
    let mirrored = ScalarField(columns: 2, rows: 2, x: 0...1, y: 0...1, values: [0, 3, 2, 1])
    #expect(mirrored.contours(at: [1.4])[0].loops.count == 1)
    #expect(mirrored.contours(at: [1.6])[0].loops.count == 2)
  }

  @Test("A minimum that only one sample sees keeps its ring", arguments: [(2, 2), (1, 3), (3, 1)])
  func singleSampleMinimum(column: Int, row: Int) throws {
    var values = [Double](repeating: 5, count: 25)
    values[row * 5 + column] = 0
    let field = ScalarField(columns: 5, rows: 5, x: 0...4, y: 0...4, values: values)
    for set in field.contours(at: [0, 0.01, 1, 4.99]) {
      try #require(set.lines.count == 1)
      #expect(set.lines[0].isClosed)
      // The ring is a diamond with half diagonals level / 5.
      #expect(abs(16 - Self.area(set) - 2 * (set.level / 5) * (set.level / 5)) < 1e-12)
    }
  }

  @Test("Quads beside a NaN carry no isoline, and the line goes on beyond them")
  func masked() {
    var values = (0..<49).map { Double($0 % 7) }
    values[3 * 7 + 3] = .nan
    let field = ScalarField(columns: 7, rows: 7, x: 0...6, y: 0...6, values: values)
    let lines = field.contours(at: [2.5])[0].lines
    #expect(lines.count == 2)
    for point in lines.flatMap(\.points) {
      #expect(point.x == 2.5)
      #expect(point.y <= 2 || point.y >= 4)
    }
  }

  @Test("An infinite sample lies above every level and bends no crossing to NaN")
  func infinite() {
    let values: [Double] = [0, 0, 0, 0, .infinity, 0, 0, 0, -.infinity]
    let field = ScalarField(columns: 3, rows: 3, x: 0...2, y: 0...2, values: values)
    for set in field.contours(at: [1, 1e6]) {
      #expect(set.loops.count == 1)
      for point in set.loops.flatMap(\.points) { #expect(point.x.isFinite && point.y.isFinite) }
    }
  }

  @Test("Cells on both sides of an edge find the same crossing, so that loops are closed to the bit")
  func closedLoops() {
    let field = ScalarField(columns: 60, rows: 40, x: -1.3...2.7, y: 0.1...3.3) { x, y in
      (3 * x - y * y) * (x + 2 * y) + 0.3 * x * x * x * y
    }
    for set in field.contours(at: [-2, 0.5, 3, 17]) {
      for line in set.lines where !line.isClosed {
        for end in [line.points[0], line.points[line.points.count - 1]] {
          let onFrame = end.x == -1.3 || end.x == 2.7 || end.y == 0.1 || end.y == 3.3
          #expect(onFrame)
        }
      }
    }
  }
}
