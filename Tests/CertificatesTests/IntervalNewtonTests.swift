import Objectives
import Scalars
import Testing

@testable import Certificates

@Suite("Interval Newton")
struct IntervalNewtonTests {
  private func newton(_ spec: String) throws -> IntervalNewton {
    IntervalNewton(try ObjectiveCatalogue.objective(Spec(parsing: spec)))
  }

  @Test(
    "each of Himmelblau's nine stationary points is alone in a box around it",
    arguments: [
      // Minima, maximum and saddles; published to 6 places.
      [3, 2], [-2.805118, 3.131313], [-3.779310, -3.283186], [3.584428, -1.848127], [-0.270845, -0.923039],
      [3.385154, 0.073852], [0.086678, 2.884255], [-3.073026, -0.081353], [-0.127961, -1.953715],
    ])
  func stationaryPoints(_ point: [Double]) throws {
    let box = point.map { Interval($0 - 0.06...$0 + 0.05) }
    guard case .unique(let found) = try newton("himmelblau").stationaryPoints(in: box) else {
      Issue.record("not proved")
      return
    }
    for (side, x) in zip(found, point) {
      #expect(side.width < 1e-12)
      #expect(abs(side.midpoint - x) < 1e-6)
    }
  }

  @Test("a box without a stationary point is proved empty")
  func none() throws {
    #expect(try newton("himmelblau").stationaryPoints(in: [Interval(1...1.1), Interval(0...0.2)]) == .none)
  }

  @Test("a box with many stationary points is left as it is, or loses nothing")
  func many() throws {
    let box = [Interval(-5...5), Interval(-5...5)]
    switch try newton("himmelblau").stationaryPoints(in: box) {
    case .undecided: break
    case .contracted(let rest): #expect(rest[0].contains(-3.77931) && rest[0].contains(3.584428))
    default: Issue.record("nine stationary points were lost")
    }
  }

  @Test("Newton's box around the minimizer of a quadratic is the whole domain: one step finds it")
  func quadratic() throws {
    let box = [Interval](repeating: Interval(-4...5), count: 4)
    guard case .unique(let found) = try newton("sphere[dimension=4]").stationaryPoints(in: box) else {
      Issue.record("not proved")
      return
    }
    #expect(found.allSatisfy { $0.contains(0) && $0.width < 1e-14 })
  }

  @Test("nothing is claimed where the second derivative does not exist")
  func kink() throws {
    // The kink of Schwefel's function, and the cone tip of Ackley's.
    for spec in ["schwefel", "ackley"] {
      #expect(try newton(spec).stationaryPoints(in: [Interval(-1...1.5), Interval(-1...1.5)]) == .undecided)
    }
  }

  @Test("on a face, only the other coordinates are unknown")
  func face() throws {
    // With y = 0 held, Himmelblau's derivative along x is 4x³ − 42x − 14, whose root near 3.3852 is 3.3913….
    let box = [Interval(3.3...3.5), Interval(0)]
    guard case .unique(let found) = try newton("himmelblau").stationaryPoints(in: box) else {
      Issue.record("not proved")
      return
    }
    let x = found[0].midpoint
    #expect(found[0].width < 1e-12 && found[1] == Interval(0))
    #expect(abs(4 * x * x * x - 42 * x - 14) < 1e-10)
  }

  @Test("a linear equation with an interval factor that holds 0 leaves half lines")
  func division() throws {
    // d = −b/a with a ∈ [−1, 2] and b ∈ [4, 5]: d ≤ −2 or d ≥ 4.
    let factor = Interval(-1...2)
    let offset = Interval(4...5)
    func expect(_ box: Interval, _ factor: Interval, _ offset: Interval, _ lower: Double, _ upper: Double) throws {
      let rest = try #require(box.solution(of: factor, plus: offset))
      #expect(rest.encloses(Interval(lower...upper)))
      #expect(rest.lower > lower - 1e-14 && rest.upper < upper + 1e-14)
    }
    #expect(Interval(-1...3).solution(of: factor, plus: offset) == nil)
    try expect(Interval(-1...6), factor, offset, 4, 6)
    try expect(Interval(-3...1), factor, offset, -3, -2)
    try expect(Interval(-3...6), factor, offset, -3, 6)
    // The same equation with both signs turned.
    try expect(Interval(-1...6), Interval(-2...1), Interval(-5...(-4)), 4, 6)
    try expect(Interval(-1...6), factor, Interval(0...5), -1, 6)
  }
}
