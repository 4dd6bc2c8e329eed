import Objectives
import Testing

@testable import Certificates

@Suite("Convexity")
struct ConvexityTests {
  private func objective(_ spec: String) throws -> any Objective {
    try ObjectiveCatalogue.objective(Spec(parsing: spec))
  }

  @Test(
    "convex functions are proved convex, in any dimension",
    arguments: [
      "sphere", "sphere[dimension=10]", "sphere[dimension=100]", "booth", "matyas", "mse-linear-2", "trid-6",
      "zakharov", "zakharov[dimension=10]", "sphere[instance=2]",
    ])
  func convex(_ spec: String) throws {
    let convexity = Convexity(of: try objective(spec))
    #expect(convexity.verdict == .convex)
    #expect(convexity.positiveDefinite.estimate > 0.999)
  }

  @Test("kinks that bend upwards, and a Hessian that vanishes at a point, do not hide convexity")
  func degenerate() {
    #expect(Convexity(of: Roof()).verdict == .convex)
    #expect(Convexity(of: QuarticBowl()).verdict == .convex)
  }

  @Test(
    "functions that are not convex are refuted by a point from which f falls below a chord",
    arguments: [
      "rastrigin", "ackley", "rosenbrock", "himmelblau", "styblinski-tang", "six-hump-camel", "goldstein-price",
      "beale", "branin", "levy", "griewank", "rosenbrock[dimension=10]", "rastrigin[dimension=5]", "shekel-5",
      "hartmann-6", "colville", "linear-net-saddle", "eggholder", "forrester",
      // Convex wherever it has second derivatives; its kinks bend downwards.
      "cross-in-tray",
    ])
  func notConvex(_ spec: String) throws {
    let objective = try objective(spec)
    guard case .notConvex(let x, let eigenvalue) = Convexity(of: objective).verdict else {
      Issue.record("not refuted")
      return
    }
    // An eigenvalue bounds the quadratic form, of which the diagonal is one value each.
    let hessian = objective.hessian(at: x)
    if let eigenvalue {
      #expect(
        eigenvalue < 0 && x.indices.allSatisfy { eigenvalue * (1 + 1e-12) <= hessian[$0 * (x.count + 1)] })
    }
    // Some chord around the point lies below f there: steps along axes and diagonals, of several lengths.
    let n = x.count
    var directions = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0 } }
    for i in 0..<n {
      for j in 0..<i {
        for share in stride(from: -3.0, through: 3, by: 0.25) {
          directions.append((0..<n).map { $0 == i ? 1 : $0 == j ? share : 0 })
          directions.append((0..<n).map { $0 == j ? 1 : $0 == i ? share : 0 })
        }
      }
    }
    let center = objective.value(at: x)
    let isBelow = directions.contains { direction in
      [0.2, 1e-2, 1e-3, 1e-4].contains { length in
        let ends = [length, -length].map { step in
          objective.value(at: (0..<n).map { x[$0] + step * direction[$0] * objective.domain.widths[$0] })
        }
        return ends[0] + ends[1] < 2 * center - 1e-13 * center.magnitude
      }
    }
    #expect(isBelow)
  }

  @Test(
    "of the points that refute convexity, one with nearly the lowest curvature of all is named",
    arguments: [
      // The second derivatives 6x² − 16 are lowest at 0, and 2 + 40π² cos 2πx at the halves.
      ("styblinski-tang", -16.0), ("styblinski-tang[dimension=4]", -16), ("rastrigin", 2 - 394.78417604357434),
      // v² + w² − √((w² − v²)² + (4vw − 2)²) is lowest in the corners (3, −3) and (−3, 3).
      ("linear-net-saddle", -20),
    ])
  func lowest(_ spec: String, _ bound: Double) throws {
    guard case .notConvex(_, let eigenvalue?) = Convexity(of: try objective(spec)).verdict else {
      Issue.record("not refuted by a Hessian")
      return
    }
    #expect(eigenvalue >= bound * (1 + 1e-9) && eigenvalue < 0.9 * bound, "\(eigenvalue)")
  }

  @Test("the sentence names the point and its eigenvalue")
  func sentence() throws {
    let report = LandscapeReport(of: try objective("styblinski-tang"), limits: SearchLimits(boxes: 100))
    let sentence = report.convexitySentence
    #expect(
      sentence.hasPrefix("Not convex: at (") && sentence.hasSuffix(") the Hessian has the eigenvalue −16."),
      "\(sentence)")
  }

  @Test("the shares of a separable quartic are those of its second derivative's signs")
  func quarticShares() throws {
    // f″ = 6x² − 16 of each term is positive for |x| > √(8/3): on a share p of [−5, 5].
    let p = 1 - (8.0 / 3).squareRoot() / 5
    let convexity = Convexity(of: try objective("styblinski-tang"))
    for (share, exact) in [
      (convexity.positiveDefinite, p * p), (convexity.indefinite, 2 * p * (1 - p)),
      (convexity.negativeDefinite, (1 - p) * (1 - p)),
    ] {
      #expect(abs(share.estimate - exact) < 1e-3)
      #expect(share.proved <= exact && share.proved > exact - 0.01)
    }
  }

  @Test("Rastrigin's function bends upwards where both cosines exceed −1/(20π²)")
  func rastriginShares() throws {
    // acos(−1/(20π²)) = 2π · 0.25080628: a share p of [−5.12, 5.12], which holds 10 such stretches and 0.12 at each end.
    let p = (10 * 0.25080628 + 0.12) / 5.12
    let convexity = Convexity(of: try objective("rastrigin"))
    #expect(abs(convexity.positiveDefinite.estimate - p * p) < 2e-3)
    #expect(abs(convexity.negativeDefinite.estimate - (1 - p) * (1 - p)) < 2e-3)
  }

  @Test("(1 − xy)² is convex between the hyperbolas xy = 1/3 and xy = 1, and nowhere concave")
  func hyperbolaShares() throws {
    // Area of {0 < xy < c} in one quadrant of [−3, 3]²: c + c·ln(9/c).
    let area = 2 * (1 + 2.1972245773362196 - (1 + 3.295836866004329) / 3)
    let convexity = Convexity(of: try objective("linear-net-saddle"))
    #expect(abs(convexity.positiveDefinite.estimate - area / 36) < 2e-3)
    #expect(convexity.negativeDefinite.estimate < 1e-3)
  }

  @Test("in many dimensions shares are sampled, which is said")
  func sampled() throws {
    let convexity = Convexity(of: try objective("styblinski-tang[dimension=4]"))
    #expect(convexity.samples > 1000 && convexity.positiveDefinite.proved == 0 && convexity.undecided == 1)
    let p = 1 - (8.0 / 3).squareRoot() / 5
    #expect(abs(convexity.positiveDefinite.estimate - p * p * p * p) < 0.03)
  }
}

/// Formulas whose convexity is a matter of a line of mathematics.
@Suite("Convexity of formulas")
struct ConvexFormulaTests {
  static func objective(_ text: String, _ domain: [ClosedRange<Double>]) throws -> any Objective {
    try ExpressionObjective(ExpressionDefinition(expression: text, domain: domain))
  }

  static let convex: [(text: String, domain: [ClosedRange<Double>])] = [
    // (x − y)², and with coefficients that no decimal rounds: (3x + 2y)².
    ("x^2+y^2-2*x*y", [-1...2]), ("(x+y)^2", [-1...2]), ("9*x^2+12*x*y+4*y^2", [-1...2]), ("x^2+y", [-1...2]),
    ("x+y", [-1...2]), ("abs(x)+abs(y)", [-1...2]), ("max(x^2,y)", [-1...2]),
    // log Σ exp of affine functions, as it stands and relative to the largest.
    ("log(1+exp(x))", [-30...30]), ("log(1+exp(-x))", [-30...30]), ("log(exp(x)+exp(y))", [-3...4]),
    ("max(x,y)+log(exp(x-max(x,y))+exp(y-max(x,y)))", [-3...4]),
    // Norms.
    ("sqrt(x^2+y^2)", [-1...2]), ("sqrt(1+x^2+y^2)", [-30...30]), ("(x^2+y^2)^0.75", [-1...2]),
    // The perspective of x², and u log u.
    ("x^2/y", [-1...1, 0.1...5]), ("x*log(x)", [0...2]),
  ]

  @Test("convex formulas are proved convex, and no part of the domain is called saddle-like", arguments: convex)
  func proved(_ text: String, _ domain: [ClosedRange<Double>]) throws {
    let convexity = Convexity(of: try Self.objective(text, domain))
    #expect(convexity.verdict == .convex)
    #expect(convexity.convexShare > 0.999 && convexity.convexShare <= 1)
    for curvature in [Curvature.indefinite, .negativeSemidefinite, .negativeDefinite] {
      #expect(convexity.share(curvature).estimate == 0)
    }
  }

  @Test(
    "formulas that look like convex ones are not taken for them",
    arguments: [
      // One eigenvalue is −0.0002.
      ("x^2+y^2-2.0002*x*y", [-1...2]), ("sqrt(abs(x))", [-1...2]), ("x*log(y)", [0.5...2]),
      // √(1 + x²y²) ≈ |xy| far out; exp(−x²) is log-concave; 1/(1 + eˣ) is log-concave too.
      ("sqrt(1+x^2*y^2)", [-3...3]), ("exp(-x^2)", [-2...2]), ("1/(1+exp(x))", [-5...5]),
      ("log(1+exp(x))-0.05*x^2", [-5...5]), ("max(x,y)*1.5-log(exp(x)+exp(y))", [-3...4]),
      ("x^2/(1+y^2)", [-2...2]), ("log(exp(x)-exp(y))", [1...2, -1...0]),
      // m + log(exp(−m)) with another m: −x² + x.
      ("log(exp(-max(x,x^2)))+x", [-2...2]),
    ] as [(String, [ClosedRange<Double>])])
  func refuted(_ text: String, _ domain: [ClosedRange<Double>]) throws {
    #expect(Convexity(of: try Self.objective(text, domain)).verdict != .convex)
  }

  @Test("singular Hessians are of a class of their own, whatever the signs of rounding")
  func semidefinite() throws {
    for (text, domain) in [("log(exp(x)+exp(y))", -3.0...4), ("x^2/y", 0.1...5), ("(x+y)^2", -1...2)] {
      let convexity = Convexity(of: try Self.objective(text, [domain, domain]))
      #expect(convexity.share(.positiveSemidefinite).estimate > 0.999, "\(text)")
    }
    let concave = Convexity(of: try Self.objective("y-x^2", [-1...2]))
    #expect(concave.share(.negativeSemidefinite) == Convexity.Share(estimate: 1, proved: 1))
    #expect(Convexity(of: try Self.objective("x-y", [-1...2])).share(.zero).estimate == 1)
  }

  @Test("max(x², y) is flat above the parabola, and the shares of all classes add up to 1")
  func shares() throws {
    // y > x² in [−1, 2]²: ∫ 2 − x² dx over |x| ≤ √2 to the right, 1 to the left: 4√2/3 + 5/3 of 9.
    let convexity = Convexity(of: try Self.objective("max(x^2,y)", [-1...2]))
    let above = (4 * 2.0.squareRoot() / 3 + 5.0 / 3) / 9
    #expect(abs(convexity.share(.zero).estimate - above) < 1e-3)
    #expect(abs(convexity.share(.positiveSemidefinite).estimate - (1 - above)) < 1e-3)
    let specs = ["bbob-f5", "rastrigin", "linear-net-saddle", "easom"]
    for objective in try specs.map({ try ObjectiveCatalogue.objective(Spec(parsing: $0)) })
      + [Self.objective("log(x)+y", [-1...1])]
    {
      let convexity = Convexity(of: objective)
      let total = Curvature.allCases.reduce(0) { $0 + convexity.share($1).estimate }
      #expect(abs(total - 1) < 1e-9, "\(objective.id): \(total)")
    }
  }

  @Test("half of the domain of a logarithm has no Hessian")
  func undefined() throws {
    let convexity = Convexity(of: try Self.objective("log(x)", [-1...1]))
    #expect(abs(convexity.share(.undefined).estimate - 0.5) < 0.01)
    #expect(abs(convexity.negativeDefinite.estimate - 0.5) < 0.01)
  }

  @Test("logistic and softmax regression are convex, flat along shifts that change no probability")
  func regression() throws {
    let convexity = Convexity(of: try ObjectiveCatalogue.objective(Spec(parsing: "logistic-regression")))
    #expect(convexity.verdict == .convex)
    #expect(convexity.share(.positiveSemidefinite).estimate > 0.99 && convexity.indefinite.estimate == 0)
  }
}

@Suite("Operation counts")
struct OperationCountTests {
  @Test("operations are counted once each, elementary functions more")
  func counts() throws {
    // Two squares, one sum; a power, a sum more with x⁴ + y⁴.
    #expect(QuarticBowl().operationCount == 3)
    let wave = try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin"))
    let twice = try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin[dimension=4]"))
    #expect(wave.operationCount > 10 && twice.operationCount > 2 * wave.operationCount - 10)
  }
}
