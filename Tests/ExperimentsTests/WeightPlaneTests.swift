import Networks
import Scalars
import Testing

@testable import Experiments

@Suite("Planes and lines through weight space")
struct WeightPlaneTests {
  static func vectors(_ count: Int, of length: Int, seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in (0..<length).map { _ in generator.gaussian() } }
  }

  @Test("a plane through three points holds all three, and its axes are orthonormal")
  func threePoints() throws {
    let points = Self.vectors(3, of: 20, seed: 1)
    let plane = try #require(ThreePointPlane(points[0], points[1], points[2]))
    #expect(abs(dot(plane.directions[0], plane.directions[0]) - 1) < 1e-14)
    #expect(abs(dot(plane.directions[1], plane.directions[1]) - 1) < 1e-14)
    #expect(abs(dot(plane.directions[0], plane.directions[1])) < 1e-14)
    for (point, corner) in zip(points, plane.corners) {
      #expect(zip(plane.point(corner.x, corner.y), point).allSatisfy { abs($0 - $1) < 1e-14 })
      let projected = plane.projection(of: point)
      #expect(abs(projected.x - corner.x) < 1e-13 && abs(projected.y - corner.y) < 1e-13)
      #expect(projected.distance < 1e-13)
    }
    #expect(plane.corners[1].y == 0 && plane.corners[2].y > 0)
    let middle = zip(points[0], points[1]).map { 0.5 * ($0 + $1) }
    #expect(ThreePointPlane(points[0], points[1], middle) == nil)
    #expect(ThreePointPlane(points[0], points[0], points[1]) == nil)
  }

  @Test("a projection is the nearest point, whether axes are orthonormal or not")
  func projections() throws {
    let network = try MultilayerPerceptron(widths: [3, 4, 2])
    let points = Self.vectors(4, of: network.parameterCount, seed: 2)
    var generator = SeededGenerator(seed: 3)
    let planes: [any WeightPlane] = [
      try #require(ThreePointPlane(points[0], points[1], points[2])),
      try #require(PrincipalPlane(through: Array(points[..<3]))),
      FilterNormalisedPlane(of: network, at: points[0], using: &generator),
      FilterNormalisedPlane(of: network, at: points[0], normalisation: .layer, using: &generator),
    ]
    for plane in planes {
      let nearest = plane.projection(of: points[3])
      func distance(_ x: Double, _ y: Double) -> Double {
        let offset = zip(points[3], plane.point(x, y)).map { $0 - $1 }
        return dot(offset, offset).squareRoot()
      }
      #expect(abs(distance(nearest.x, nearest.y) - nearest.distance) < 1e-12)
      for (dx, dy) in [(0.1, 0.0), (-0.1, 0), (0, 0.1), (0, -0.1), (0.07, 0.07)] {
        #expect(distance(nearest.x + dx, nearest.y + dy) > nearest.distance)
      }
      let back = plane.projection(of: plane.point(0.3, -0.7))
      #expect(abs(back.x - 0.3) < 1e-12 && abs(back.y + 0.7) < 1e-12)
      // The root of a difference of squares, where the plane takes one.
      #expect(back.distance < 1e-6)
    }
  }

  @Test("directions of a normalised plane are as long as the weights, unit by unit or layer by layer")
  func normalisation() throws {
    let network = try MultilayerPerceptron(widths: [3, 4, 2])
    let x = Self.vectors(1, of: network.parameterCount, seed: 4)[0]
    for normalisation in FilterNormalisedPlane.Normalisation.allCases {
      var generator = SeededGenerator(seed: 5)
      let plane = FilterNormalisedPlane(of: network, at: x, normalisation: normalisation, using: &generator)
      for (direction, layer) in plane.directions.flatMap({ d in network.layers.map { (d, $0) } }) {
        func length(_ v: [Double], _ range: Range<Int>) -> Double { dot(Array(v[range]), Array(v[range])).squareRoot() }
        #expect(abs(length(direction, layer.weights) - length(x, layer.weights)) < 1e-14)
        #expect(length(direction, layer.biases) == 0)
        let first = layer.weights.lowerBound..<layer.weights.lowerBound + layer.inputs
        #expect((abs(length(direction, first) - length(x, first)) < 1e-14) == (normalisation == .filter))
      }
    }
  }

  @Test("a line begins and ends at its ends, and its barrier is what lies above the straight line")
  func line() {
    let line = WeightLine(from: [1, 2], to: [4, 6])
    #expect(line.point(0) == [1, 2] && line.point(1) == [4, 6] && line.point(0.5) == [2.5, 4])
    #expect(line.length == 5)
    // Between 1 and 3 the line passes 2: 5 lies 3 above, and 2 in the middle does not.
    #expect(WeightLine.barrier([1, 5, 3], at: [0, 0.5, 1]) == 3)
    #expect(WeightLine.barrier([1, 2, 3], at: [0, 0.5, 1]) == 0)
    #expect(WeightLine.barrier([1, 0, 3], at: [0, 0.5, 1]) == 0)
  }

  @Test("between a network and itself in another order of its units there is a barrier, and none after alignment")
  func sameFunction() throws {
    let problem = try DigitsTask().problem(seed: 1, hidden: 8, train: 100)
    let end = try problem.end(from: problem.start, epochs: 20, seed: 1)
    // The first unit goes last: its weights are 64, its bias one, and it has a column behind.
    let (first, second) = (problem.loss.network.layers[0], problem.loss.network.layers[1])
    var turned = end
    for unit in 0..<8 {
      let source = (unit + 1) % 8
      for i in 0..<64 { turned[unit * 64 + i] = end[source * 64 + i] }
      turned[first.biases.lowerBound + unit] = end[first.biases.lowerBound + source]
      for o in 0..<10 {
        turned[second.weights.lowerBound + o * 8 + unit] = end[second.weights.lowerBound + o * 8 + source]
      }
    }
    let line = WeightLine(from: end, to: turned)
    let profile = MinimaLine.Profile(line, problem, count: 11)
    #expect(abs(profile.points[0].trainLoss - profile.points[10].trainLoss) < 1e-12)
    #expect(profile.trainBarrier > 0.1)
    let aligned = line.aligned(in: problem.loss.network)
    #expect(aligned.length == 0)
    #expect(MinimaLine.Profile(aligned, problem, count: 11).trainBarrier < 1e-12)
  }
}
