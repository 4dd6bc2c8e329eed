import Objectives
import Scalars
import Testing

@testable import Certificates

@Suite("Boundaries, kinks, jumps, gaps in the domain")
struct BoundaryTests {
  @Test(
    "the minimizer of a linear function is a corner, found exactly", arguments: [[2.0], [1, -1], [-0.5, 3, 1, -2]])
  func linear(_ slopes: [Double]) {
    let certificate = Certificate.certify(Linear(slopes))
    let corner = slopes.map { $0 > 0 ? -1.0 : 3 }
    let minimum = zip(slopes, corner).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(certificate.hasOneMinimizer)
    #expect(certificate.minimizerBoxes.first?.lower == corner && certificate.minimizerBoxes.first?.upper == corner)
    #expect(certificate.lower <= minimum && minimum <= certificate.upper && certificate.gap < 1e-12)
  }

  @Test("a linear function that does not depend on y has a face of minimizers")
  func face() throws {
    let certificate = Certificate.certify(Linear([1, 0]))
    let box = try #require(certificate.minimizerBoxes.first)
    #expect(certificate.minimizerBoxes.count == 1)
    #expect(box.lower == [-1, -1] && box.upper == [-1, 3])
    #expect(!certificate.hasOneMinimizer)
  }

  @Test("every point of a constant function is a minimizer, and none is lost")
  func constant() throws {
    let certificate = Certificate.certify(Constant())
    #expect(certificate.status == .certified && certificate.lower <= 7 && 7 <= certificate.upper)
    let box = try #require(certificate.minimizerBoxes.first)
    #expect(certificate.minimizerBoxes.count == 1 && box.lower == [-1, -1] && box.upper == [1, 1])
  }

  @Test("a circle of minimizers is held by the boxes")
  func ring() {
    let certificate = Certificate.certify(Ring())
    #expect(certificate.status == .certified && certificate.lower == 0)
    for step in 0..<64 {
      let angle = Double(step) * 0.1
      let point = [Elementary.cos(angle), Elementary.sin(angle)]
      #expect(certificate.minimizerBoxes.contains { $0.contains(point, slack: 1e-12) })
    }
  }

  @Test(
    "minima at kinks, jumps, ends of definition and points without slope are enclosed",
    arguments: [
      (Trap.Kind.kink, 0.0, 0.0), (.staircase, -2, 1), (.root, 0, 0), (.flat, 0, 1.0 / 3),
      (.roof, -1.9, 1.9),
    ])
  func traps(_ kind: Trap.Kind, _ minimum: Double, _ minimizer: Double) {
    let certificate = Certificate.certify(Trap(kind: kind), maximumBoxes: 20_000)
    #expect(certificate.status == .certified)
    #expect(certificate.lower <= minimum && minimum <= certificate.upper)
    #expect(certificate.minimizerBoxes.contains { $0.contains([minimizer], slack: 1e-12) })
  }

  @Test("an infimum that is not attained is still a bound")
  func jump() {
    let certificate = Certificate.certify(Trap(kind: .jump), maximumBoxes: 5000)
    #expect(certificate.lower <= 0 && certificate.upper >= 0 && certificate.upper < 1e-3)
  }

  @Test("a function without a lower bound is never certified", arguments: [Trap.Kind.pole, .logarithm])
  func unbounded(_ kind: Trap.Kind) {
    let certificate = Certificate.certify(Trap(kind: kind), maximumBoxes: 3000)
    #expect(certificate.status == .unfinished && certificate.lower == -.infinity)
    #expect(certificate.verdict(on: -1e300) == .undecided)
  }

  @Test("a minimum where the formula begins to be defined is not lost, though the slope is positive there")
  func endsInside() {
    let certificate = Certificate.certify(Trap(kind: .endsInside), maximumBoxes: 2000)
    // The half where it is defined nowhere is left out.
    #expect(certificate.lower <= 0 && 0 <= certificate.upper && certificate.upper < 1e-3)
    #expect(certificate.minimizerBoxes.contains { $0.contains([0]) })
  }

  @Test("where a formula is defined nowhere, nothing is claimed")
  func nowhere() {
    let certificate = Certificate.certify(Trap(kind: .nowhere), maximumBoxes: 500)
    #expect(certificate.status == .unfinished)
    #expect(certificate.lower == -.infinity && certificate.upper == .infinity && certificate.point.isEmpty)
  }

  @Test("a tolerance below what doubles resolve ends unfinished, with a true enclosure")
  func tooFine() throws {
    let objective = try ObjectiveCatalogue.objective(Spec(name: "trefethen"))
    let certificate = Certificate.certify(objective, tolerance: 1e-300, maximumBoxes: 5000)
    #expect(certificate.status == .unfinished && certificate.gap < 1e-9)
    #expect(certificate.lower <= -3.306868647475237 && -3.306868647475238 <= certificate.upper)
  }

  @Test("points that are supplied may give the upper bound; those outside the domain may not")
  func candidates() throws {
    let objective = Anonymous(base: try ObjectiveCatalogue.objective(Spec(name: "beale")))
    let inside = Certificate.certify(objective, maximumBoxes: 1, candidates: [[.nan, 0], [9, 9], [3, 0.5], [0]])
    #expect(inside.origin == .given && inside.point == [3, 0.5] && inside.upper < 1e-25)
    // x = 5 lies outside of [−2, 2]; 3 − 5 would be too low.
    let outside = Certificate.certify(Linear([1]), candidates: [[-5]])
    #expect(outside.lower <= -1 && outside.upper >= -1)
  }
}
