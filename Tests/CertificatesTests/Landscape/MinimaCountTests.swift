import Foundation
import Objectives
import Testing

@testable import Certificates

/// What counts as a local minimum: a point with higher values all around it, however shallow, kinks and flat places
/// included. Where others count differently, plain arithmetic shows who is right.
@Suite("Counts of minima")
struct MinimaCountTests {
  /// The lowest rise of f from `center` to a circle around it: where it is positive, a minimum lies inside.
  private func rise(around center: [Double], radius: Double, _ f: (Double, Double) -> Double) -> Double {
    (0..<3600).map { k in
      let angle = Double(k) * .pi / 1800
      return f(center[0] + radius * cos(angle), center[1] + radius * sin(angle)) - f(center[0], center[1])
    }.min() ?? 0
  }

  @Test("Levy 13's four shallowest minima, which a count of 1175 lacks, are minima: f rises around each of them")
  func levy13() throws {
    func f(_ x: Double, _ y: Double) -> Double {
      pow(sin(3 * .pi * x), 2) + pow(x - 1, 2) * (1 + pow(sin(3 * .pi * y), 2))
        + pow(y - 1, 2) * (1 + pow(sin(2 * .pi * y), 2))
    }
    // Newton's method from the points of a grid of 1601 × 1601, in NumPy: 1179 minima, 1826 saddles, 648 maxima. The
    // nearest saddles are 0.023 away and 2.3e-4 higher.
    let minima = try StationaryPointsTests.search("levy-13").points.filter { $0.kind == .minimum }
    for place in [(1, 1), (1, -1), (-1, 1), (-1, -1)].map({ [1 + $0.0 * 0.3283339, 1 + $0.1 * 0.2661068] }) {
      #expect(rise(around: place, radius: 0.015, f) > 1e-4)
      #expect(minima.count { hypot($0.x[0] - place[0], $0.x[1] - place[1]) < 1e-6 && $0.isProved } == 1)
    }
  }

  @Test("the carrom table's 53rd minimum is the cone in the middle, on which f rises like 2e²r/(30π)")
  func carromTable() {
    func f(_ x: Double, _ y: Double) -> Double {
      -pow(cos(x) * cos(y), 2) * exp(2 * abs(1 - hypot(x, y) / .pi)) / 30
    }
    let slope = 2 * exp(2.0) / (30 * .pi)
    for radius in [1e-4, 1e-5] {
      #expect(abs(rise(around: [0, 0], radius: radius, f) / (slope * radius) - 1) < 30 * radius)
    }
  }

  @Test(
    "Easom's function has 25 minima in [−5, 12]²: 3 peaks and 4 hollows of one factor, of which 5 products are deep")
  func easom() throws {
    // f = −g(x − π) g(y − π), g(t) = cos t e^(−t²), and g′ has the sign of −(sin t + 2t cos t).
    func g(_ t: Double) -> Double { cos(t) * exp(-t * t) }
    func falls(_ t: Double) -> Bool { sin(t) + 2 * t * cos(t) > 0 }
    let grid = stride(from: -5 - Double.pi, to: 12 - .pi, by: 1e-4).map { $0 }
    let peaks = grid.filter { !falls($0) && falls($0 + 1e-4) && g($0) > 0 }
    let hollows = grid.filter { falls($0) && !falls($0 + 1e-4) && g($0) < 0 }
    let values = [peaks, hollows].flatMap { all in all.flatMap { s in all.map { -g(s) * g($0) } } }
    let found = try StationaryPointsTests.search("easom", in: Box(-5...12, -5...12))
    #expect(found.isComplete && found.count(.minimum, boundary: false) == values.count && values.count == 25)
    let minima = found.points.filter { $0.kind == .minimum && !$0.isBoundary }
    #expect(zip(minima, values.sorted()).allSatisfy { abs($0.value - $1) <= 1e-6 * abs($1) })
    #expect(minima.count { $0.value < -1e-9 } == 5)
  }

  @Test("Langermann's function has 791 minima inside and 47 on the boundary, which saddles and maxima make up to 1")
  func langermann() throws {
    // NumPy's Newton method around each of the five centres in polar coordinates, in which its rings are straight, finds
    // the same 3219 points inside; along the rings around (7, 9) the derivative by the angle, a sum over the other centres
    // that loses nothing, changes its sign just there. A count of 809 took places of valleys for minima that fall by 1e-9.
    let found = try StationaryPointsTests.search("langermann")
    #expect(found.isComplete)
    #expect(found.count(.minimum, boundary: false) == 791 && found.count(.saddle, boundary: false) == 1607)
    #expect(found.count(.maximum, boundary: false) == 821)
    #expect(found.points.reduce(0) { $0 + $1.index(dimension: 2) } == 1)
    // The shallowest, on the ring 3 from (7, 9): along it f rises by 4e-10 to the saddles, a tenth away.
    #expect(found.points.count { hypot($0.x[0] - 9.784542, $0.x[1] - 9.462799) < 1e-5 && $0.kind == .minimum } == 1)
    // Roots of the derivative along each edge where f rises inward, with 40 digits (mpmath): 45 minima of f along the edge
    // and 51 maxima; f rises in both coordinates from two of the corners. At (9.639670, 10) it rises by 1.7e-9.
    #expect(found.count(.minimum, boundary: true) == 45 + 2 && found.count(.saddle, boundary: true) == 51)
    #expect(found.points.contains { hypot($0.x[0] - 9.639670, $0.x[1] - 10) < 1e-5 && $0.kind == .minimum })
  }

  /// f as a function of u = x² − y² and of r² has no stationary point, so that those of f are where both axes are.
  @Test(
    "Schaffer's functions have their minima on the axes, one for each period of the wave in x² or y²",
    arguments: [("schaffer-n2", 0.0), ("schaffer-n4", Double.pi / 2)])
  func schaffer(_ id: String, _ phase: Double) throws {
    let found = try StationaryPointsTests.search(id)
    #expect(found.isComplete && found.points.allSatisfy(\.isProved))
    let inner = found.points.filter { !$0.isBoundary }
    #expect(inner.allSatisfy { $0.x[0] == 0 || $0.x[1] == 0 })
    // sin²u is 0 at u = kπ, and cos²(sin u) lowest at u = (k + ½)π; u < 10,000 on an axis.
    let onHalfAxis = Int(((1e4 - phase) / .pi).rounded(.down)) + (phase == 0 ? 0 : 1)
    let minima = inner.filter { $0.kind == .minimum }
    #expect(minima.count == 4 * onHalfAxis + (phase == 0 ? 1 : 0))
    #expect(minima.count == (phase == 0 ? 12_733 : 12_732))
    for point in minima.prefix(1000) where point.x != [0, 0] {
      let u = point.x[0] * point.x[0] + point.x[1] * point.x[1]
      let period = ((u - phase) / .pi).rounded()
      // The envelope moves them by less than its slope.
      #expect((u - phase - period * .pi).magnitude < 2e-3)
    }
    #expect(!inner.contains { $0.kind == .saddle })
    #expect(found.points.reduce(0) { $0 + $1.index(dimension: 2) } == 1)
  }
}
