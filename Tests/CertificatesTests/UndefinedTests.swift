import Objectives
import Scalars
import Testing

@testable import Certificates

@Suite("Formulas that are undefined in a part of the domain")
struct UndefinedTests {
  private func objective(_ text: String, _ domain: ClosedRange<Double>...) throws -> ExpressionObjective {
    try ExpressionObjective(ExpressionDefinition(expression: text, domain: domain))
  }

  @Test(
    "the minimum is that of the points that have a value, also where an operation hides which they are",
    arguments: [
      ("max(sqrt(x),5)+x", 5.0, [0.0]), ("0*sqrt(x)+x", 0, [0]), ("floor(sqrt(x)/10+0.5)+x", 0, [0]),
      ("select(sqrt(x)-2,5,2+x)", 2, [0]), ("min(x,exp(log(y)/2))+y", -1, [-1, 0]),
      ("min(exp(log(y)/2),x)+y", -1, [-1, 0]), ("sqrt(x)+x", 0, [0]), ("max(sqrt(x-0.5),-1)+(x-0.2)^2", 0.09, [0.5]),
    ])
  func hidden(_ text: String, _ minimum: Double, _ minimizer: [Double]) throws {
    let certificate = Certificate.certify(try objective(text, -1...1), maximumBoxes: 5000)
    #expect(certificate.status == .certified)
    #expect(certificate.lower <= minimum && minimum <= certificate.upper)
    #expect(certificate.minimizerBoxes.contains { $0.contains(minimizer, slack: 1e-12) })
    #expect(try objective(text, -1...1).value(at: certificate.point).isFinite)
  }

  @Test("a minimizer on the edge of where a formula is defined, in the plane")
  func plane() throws {
    // Over the unit disc, x + y is lowest at −(1, 1)/√2.
    let disc = Certificate.certify(
      try objective("abs(max(sqrt(1-x^2-y^2),0))*0+x+y", -2...2, -2...2), tolerance: 1e-3)
    #expect(disc.status == .certified)
    #expect(disc.lower <= -2.0.squareRoot() && -2.0.squareRoot() <= disc.upper)
    // Where y < 0, the condition is undefined.
    let half = Certificate.certify(
      try objective("select(0.05+y^1.5,y,abs(sin(x)))", -1.82...2.35, -1.14...0.95), tolerance: 1e-2)
    #expect(half.status == .certified && half.lower <= 0 && 0 <= half.upper)
  }

  @Test(
    "of a formula without a value anywhere, nothing is claimed", arguments: ["0/0", "x+0*sqrt(-1)", "max(log(-2-x),3)"])
  func nowhere(_ text: String) throws {
    let objective = try objective(text, -1...1)
    let certificate = Certificate.certify(objective, maximumBoxes: 1000)
    #expect(certificate.status == .unfinished && certificate.point.isEmpty && certificate.upper == .infinity)
    #expect(!certificate.hasOneMinimizer)
    #expect(Convexity(of: objective).verdict != .convex)
    #expect(try #require(StationaryPoints(of: objective)).points.isEmpty)
  }

  @Test(
    "landscapes list no point without a value, and nothing is convex that is not defined throughout",
    arguments: [
      "x^2+0*sqrt(x^2-1)", "x+0*sqrt(x^2-1)", "max(sqrt(x),5)+(x+0.5)^2", "select(log(x),1,1)+x^2", "log(x)+x^2",
    ])
  func landscape(_ text: String) throws {
    let objective = try objective(text, -2...2)
    let found = try #require(StationaryPoints(of: objective))
    #expect(found.points.allSatisfy { $0.value.isFinite && !objective.value(at: $0.x).isNaN })
    #expect(Convexity(of: objective).verdict != .convex)
  }

  @Test(
    "what is defined throughout is still proved convex",
    arguments: ["x-log(x+2.5)", "-sqrt(x+2)", "1/(x+3)", "exp(x)+x^2", "-sqrt(4-x^2)"])
  func convex(_ text: String) throws {
    #expect(Convexity(of: try objective(text, -2...2)).verdict == .convex)
  }

  @Test("no stationary point is proved where there may be no value")
  func newton() throws {
    // The square alone is stationary at −0.5.
    let newton = IntervalNewton(try objective("max(sqrt(x),-1)*0+(x+0.5)^2", -2...2))
    #expect(newton.stationaryPoints(in: [Interval(-0.6 ... -0.45)]) == .undecided)
    guard
      case .unique = IntervalNewton(try objective("(x+0.5)^2", -2...2)).stationaryPoints(in: [Interval(-0.6 ... -0.45)])
    else {
      Issue.record("not proved")
      return
    }
  }
}

@Suite("Searches that end")
struct ExhaustionTests {
  private func certificate(_ text: String, _ domain: ClosedRange<Double>, boxes: Int = 100_000) throws -> Certificate {
    let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [domain]))
    return Certificate.certify(objective, maximumBoxes: boxes)
  }

  @Test("a search that more boxes would not help says so, and one that they would does not")
  func exhausted() throws {
    for (text, domain) in [("floor(3*x)+y^2", -1.0...1), ("tan(x)", 0.0...3)] {
      let short = try certificate(text, domain)
      #expect(short.status == .unfinished && short.isExhausted)
      #expect(try certificate(text, domain, boxes: 1_000_000).boxes == short.boxes)
    }
    let stopped = try certificate("x^4-16*x^2+5*x+y^4-16*y^2+5*y+sin(3*x*y)", -5...5, boxes: 10)
    #expect(stopped.status == .unfinished && !stopped.isExhausted)
    let finished = try certificate("x^2", -1...1)
    #expect(finished.status == .certified && !finished.isExhausted)
  }

  @Test("a claim outside the enclosure is refused, though the tolerance is wider")
  func claims() throws {
    let certificate = Certificate.certify(try ObjectiveCatalogue.objective(Spec(name: "rastrigin")), tolerance: 1e-3)
    #expect(certificate.verdict(on: 0) == .accepted)
    #expect(certificate.verdict(on: 1e-4) == .tooHigh && certificate.verdict(on: -1e-4) == .tooLow)
    #expect(certificate.verdict(on: 1e-4, slack: 1e-3) == .accepted)
    // As it is printed in most papers, 3.6e-7 below the value.
    let branin = Certificate.certify(try ObjectiveCatalogue.objective(Spec(parsing: "branin")))
    #expect(branin.verdict(on: 0.397887) == .accepted && branin.verdict(on: 0.39788) == .tooLow)
  }
}
