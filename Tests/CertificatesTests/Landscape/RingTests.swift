import Foundation
import Objectives
import Scalars
import Testing

@testable import Certificates

@Suite("Rings of stationary points")
struct RingTests {
  /// Radii where a smooth function of one variable changes from falling to rising, by its values on a fine grid.
  private func valleys(of f: (Double) -> Double, to end: Double) -> [Double] {
    let h = 1e-4
    let values = (0...Int(end / h)).map { f(Double($0) * h) }
    return values.indices.dropFirst().dropLast().filter { values[$0] < values[$0 - 1] && values[$0] <= values[$0 + 1] }
      .map { Double($0) * h }
  }

  @Test("Salomon's minima are 100 whole circles, 41 that the square cuts into four arcs, and the tip of a cone")
  func salomon() throws {
    let found = try StationaryPointsTests.search("salomon")
    #expect(found.isComplete && found.boxes < 10_000)
    let valleys = valleys(of: { 1 - cos(2 * .pi * $0) + 0.1 * $0 }, to: 100 * 2.0.squareRoot())
    let rings = found.unresolved.filter { $0.shape == .valley && $0.outline == .ring }
    let arcs = found.unresolved.filter { $0.shape == .valley && $0.outline == .arc }
    #expect(rings.count == 100 && rings.count == valleys.count { $0 < 100 })
    #expect(arcs.count == 4 * 41 && arcs.count == 4 * valleys.count { $0 > 100 })
    #expect(zip(rings.map { $0.upper[0] }.sorted(), valleys).allSatisfy { abs($0 - $1) < 2e-4 })
    #expect(found.unresolved.count { $0.shape == .ridge && $0.outline == .ring } == 100)
    #expect(found.points.map(\.x) == [[0, 0]] && found.points[0].isProved && found.points[0].kind == .minimum)
    // The lowest ring, at r = 1 − 0.0025: 1 − cos 2πr + r/10 there.
    #expect(abs((rings.map(\.lowestValue).min() ?? 0) - 0.0998733) < 1e-6)
  }

  @Test("the drop wave has nine rings of minima in its square, and corners")
  func dropWave() throws {
    let found = try StationaryPointsTests.search("drop-wave")
    #expect(found.isComplete)
    #expect(found.unresolved.count { $0.shape == .valley && $0.outline == .ring } == 9)
    let minima = found.points.filter { $0.kind == .minimum }
    #expect(minima.count { $0.x == [0, 0] } == 1)
    #expect(minima.count { abs($0.x[0]) == 5.12 && abs($0.x[1]) == 5.12 } == 4 && minima.count == 5)
  }

  @Test("rings agree with those that are found by dividing the plane, also where the square is off their centre")
  func boxes() throws {
    let window = Box(-0.7...1.2, -0.2...0.9)
    let wave = try ObjectiveCatalogue.objective(Spec(parsing: "drop-wave"))
    let rings = try #require(StationaryPoints(of: wave, in: window))
    let boxes = try #require(StationaryPoints(of: Unstructured(base: wave), in: window))
    for shape in StationaryPoints.Region.Shape.allCases {
      let (one, other) = [rings, boxes].map { found in
        found.unresolved.filter { $0.shape == shape && !$0.isBoundary }
          .sorted { ($0.lower[0], $0.upper[1], $0.lower[1]) < ($1.lower[0], $1.upper[1], $1.lower[1]) }
      }.pair
      #expect(one.count == other.count && one.count == (shape == .other ? 0 : 3))
      for (a, b) in zip(one, other) {
        #expect(zip(a.lower + a.upper, b.lower + b.upper).allSatisfy { abs($0 - $1) < 0.02 }, "\(a) \(b)")
      }
    }
    func points(_ found: StationaryPoints) -> [[Double]] {
      found.points.map { $0.x.map { ($0 * 1e6).rounded() } }
    }
    #expect(points(rings) == points(boxes))
  }

  @Test("a moved wave has its rings around where it was moved to")
  func moved() throws {
    let wave = try ObjectiveCatalogue.objective(Spec(parsing: "drop-wave[instance=1]"))
    let center = wave.minimum.minimizers[0]
    let found = try #require(StationaryPoints(of: wave))
    for ring in found.unresolved where ring.outline == .ring {
      #expect((0..<2).allSatisfy { abs((ring.lower[$0] + ring.upper[$0]) / 2 - center[$0]) < 1e-12 })
      // On a ring the gradient vanishes.
      let x = [ring.upper[0], center[1]]
      #expect(wave.gradient(at: x).allSatisfy { abs($0) < 1e-9 })
    }
    let room = (0..<2).map { min(wave.domain.upper[$0] - center[$0], center[$0] - wave.domain.lower[$0]) }.min()!
    let valleys = valleys(of: { -(1 + cos(12 * $0)) / ($0 * $0 / 2 + 2) }, to: room)
    #expect(found.unresolved.count { $0.outline == .ring && $0.shape == .valley } == valleys.count)
  }

  @Test("pieces of a circle in a rectangle")
  func circles() {
    let square = Box(-1...1, -1...1)
    func pieces(_ radius: Double, _ center: [Double] = [0, 0], _ box: Box? = nil) -> [CircleInBox.Piece] {
      CircleInBox(center: center, radius: radius, box: box ?? square).pieces
    }
    #expect(pieces(0.5).map(\.isWhole) == [true])
    #expect(pieces(0.5)[0].lower == [-0.5, -0.5] && pieces(0.5)[0].upper == [0.5, 0.5])
    #expect(pieces(1.2).map(\.isWhole) == [false, false, false, false])
    #expect(pieces(1.5).isEmpty)
    // Beside the square: one arc through its corner; through one side: one long arc; across: two.
    #expect(pieces(0.5, [1, 1]).count == 1 && pieces(0.5, [3, 0]).isEmpty)
    let long = pieces(0.5, [0.8, 0])
    #expect(long.count == 1 && !long[0].isWhole && abs(long[0].lower[0] - 0.3) < 1e-15 && long[0].upper[0] == 1)
    #expect(long[0].lower[1] == -0.5 && long[0].upper[1] == 0.5)
    #expect(pieces(2, [0, 0], Box(-3...3, -1...1)).count == 2)
  }
}

extension Array {
  /// Its two elements.
  fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
