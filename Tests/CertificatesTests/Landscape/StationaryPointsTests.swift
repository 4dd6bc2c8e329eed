import Objectives
import Testing

@testable import Certificates

@Suite("Stationary points")
struct StationaryPointsTests {
  static func search(_ spec: String, in window: Box? = nil) throws -> StationaryPoints {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: spec))
    return try #require(StationaryPoints(of: objective, in: window))
  }

  /// Minima inside and on the boundary, as counted elsewhere: by mathematics, by grids of local searches, in papers.
  static let known: [(id: String, interior: Int, boundary: Int)] = [
    ("sphere", 1, 0), ("booth", 1, 0), ("matyas", 1, 0), ("mse-linear-2", 1, 0), ("zakharov", 1, 0),
    ("rosenbrock", 1, 0), ("rastrigin", 121, 0), ("styblinski-tang", 4, 0), ("himmelblau", 4, 0),
    ("six-hump-camel", 6, 0), ("three-hump-camel", 3, 0), ("goldstein-price", 4, 0), ("branin", 3, 0),
    ("branin-02", 10, 2), ("beale", 1, 2), ("mccormick", 2, 0), ("bird", 6, 0), ("bohachevsky-1", 25, 0),
    ("dixon-price", 2, 0), ("levy", 40, 8), ("levy-05", 494, 16), ("egg-crate", 9, 16), ("periodic", 49, 0),
    ("adjiman", 0, 3), ("ursem-1", 2, 0), ("vincent", 36, 0), ("quartic-double-well", 2, 0), ("giunta", 1, 3),
    ("sigmoid-neuron", 2, 0), ("deceptive-1d", 3, 0), ("gramacy-lee", 9, 0), ("forrester", 2, 0),
    // 38 on edges and one in the corner (−10, −10).
    ("shubert", 722, 39),
    // A grid of local searches had found 1175; four of the shallowest had escaped it. That there are 1179 is proved
    // point by point, and their Euler characteristic agrees.
    ("levy-13", 1179, 0),
    // Where the literature speaks of four, there are three.
    ("hartmann-3", 3, 0),
  ]

  /// (6x − 2)² sin(12x − 4) is 2(6x − 2)³ next to x = 1/3: its derivative vanishes, and it rises through it.
  static let inflections = ["forrester": [1.0 / 3]]

  @Test("all minima are found and proved, and with the saddles and maxima make 1", arguments: known)
  func counts(_ id: String, _ interior: Int, _ boundary: Int) throws {
    let found = try Self.search(id)
    #expect(found.isComplete)
    // Everything is proved but inflections, of which these functions have only those that mathematics gives them.
    let inflections = found.points.filter { !$0.isProved }
    #expect(inflections.allSatisfy { $0.kind == .degenerate && !$0.isBoundary })
    let places = Self.inflections[id, default: []]
    #expect(inflections.count == places.count)
    #expect(zip(inflections, places).allSatisfy { abs($0.x[0] - $1) < 1e-8 })
    #expect(found.count(.minimum, boundary: false) == interior)
    #expect(found.count(.minimum, boundary: true) == boundary)
    // Minima less saddles plus maxima: the Euler characteristic of a box, whatever the function.
    let dimension = found.points[0].x.count
    if dimension < 3 { #expect(found.points.reduce(0) { $0 + $1.index(dimension: dimension) } == 1) }
  }

  @Test("Himmelblau's nine points are where they are published, each of its class")
  func himmelblau() throws {
    let published: [(x: [Double], kind: StationaryPoint.Kind)] = [
      ([3, 2], .minimum), ([-2.805118, 3.131313], .minimum), ([-3.779310, -3.283186], .minimum),
      ([3.584428, -1.848127], .minimum), ([-0.270845, -0.923039], .maximum), ([3.385154, 0.073852], .saddle),
      ([0.086678, 2.884255], .saddle), ([-3.073026, -0.081353], .saddle), ([-0.127961, -1.953715], .saddle),
    ]
    let found = try Self.search("himmelblau").points
    #expect(found.count == 9)
    for (x, kind) in published {
      let match = found.filter { abs($0.x[0] - x[0]) < 1e-6 && abs($0.x[1] - x[1]) < 1e-6 }
      #expect(match.map(\.kind) == [kind])
    }
    #expect(found.contains { $0.x == [3, 2] && $0.value == 0 && $0.gradientNorm == 0 })
    // ∇²f(3, 2) = ((74, 20), (20, 34)): eigenvalues 54 ± √800.
    let eigenvalues = try #require(found.first { $0.x == [3, 2] }?.eigenvalues)
    #expect(
      abs(eigenvalues[0] - (54 - 800.0.squareRoot())) < 1e-12 && abs(eigenvalues[1] - (54 + 800.0.squareRoot())) < 1e-12
    )
  }

  @Test("Goldstein and Price's minima have the published values")
  func goldsteinPrice() throws {
    let minima = try Self.search("goldstein-price").points.filter { $0.kind == .minimum }
    #expect(zip(minima.map(\.value), [3, 30, 84, 840]).allSatisfy { abs($0 - $1) < 1e-8 })
    #expect(minima.map(\.x) == [[0, -1], [-0.6, -0.4], [1.8, 0.2], [1.2, 0.8]])
  }

  @Test("mirroring a function moves its points and keeps their classes")
  func instance() throws {
    let published = try Self.search("himmelblau").points
    let moved = try Self.search("himmelblau[instance=1]").points
    #expect(moved.map(\.kind) == published.map(\.kind))
    #expect(zip(moved, published).allSatisfy { abs($0.value - $1.value) < 1e-10 })
  }

  @Test("a window is a domain of its own: Trefethen's function on [−1, 1]², Easom's around its needle")
  func windows() throws {
    let trefethen = try Self.search("trefethen", in: Box(-1...1, -1...1))
    #expect(trefethen.isComplete)
    #expect(trefethen.count(.minimum, boundary: false) == 693 && trefethen.count(.minimum, boundary: true) == 30)
    // −g(s)g(t), g(t) = cos t e^(−t²): 3 maxima and 4 minima of g within reach pair into 9 + 16 minima. A grid of local
    // searches had seen the five that are deeper than 1e-9.
    let easom = try Self.search("easom", in: Box(-5...12, -5...12))
    #expect(easom.isComplete && easom.count(.minimum, boundary: false) == 25)
    #expect(easom.points.count { $0.kind == .minimum && $0.value < -1e-9 } == 5)
  }

  @Test("Griewank's function has 1417 minima in [−100, 100]² and 78 on its boundary")
  func griewank() throws {
    // The whole domain, with 51,897 inside, takes 1.5 million boxes: `generate-report landscape --objective griewank`.
    let found = try Self.search("griewank", in: Box(-100...100, -100...100))
    #expect(found.isComplete && found.points.allSatisfy(\.isProved))
    #expect(found.count(.minimum, boundary: false) == 1417 && found.count(.minimum, boundary: true) == 78)
    #expect(found.points.reduce(0) { $0 + $1.index(dimension: 2) } == 1)
  }

  @Test("the search gives the same points every time")
  func deterministic() throws {
    let (one, two) = (try Self.search("beale"), try Self.search("beale"))
    #expect(one.points == two.points && one.boxes == two.boxes)
  }

  @Test("a search that its limit ends says so")
  func unfinished() throws {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin"))
    let found = try #require(StationaryPoints(of: objective, limits: SearchLimits(boxes: 300)))
    #expect(found.isUnfinished && !found.isComplete && found.unresolvedShare > 0 && found.boxes <= 300)
  }

  @Test("more dimensions than three are not searched")
  func dimensions() throws {
    #expect(StationaryPoints(of: try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin[dimension=4]"))) == nil)
  }
}

@Suite("Points that cannot be proved")
struct UnprovedPointsTests {
  @Test("a minimizer in the corner of the domain is one boundary point, at its place")
  func corner() throws {
    let found = try #require(StationaryPoints(of: CornerBowl()))
    #expect(found.points.map(\.x) == [[1, 1]])
    #expect(found.points.map(\.kind) == [.minimum] && found.points[0].isBoundary)
  }

  @Test("a minimum with a vanishing Hessian is found by its surroundings, and not called proved")
  func quartic() throws {
    let found = try #require(StationaryPoints(of: QuarticBowl())).points
    #expect(found.map(\.x) == [[0, 0]] && found[0].kind == .minimum && !found[0].isProved)
  }

  @Test("a kink's minimum lies where it is, with no eigenvalues")
  func roof() throws {
    let found = try #require(StationaryPoints(of: Roof())).points
    #expect(found.map(\.x) == [[0, 0.5]])
    #expect(found[0].kind == .minimum && !found[0].isProved && found[0].eigenvalues.isEmpty)
  }

  @Test("a saddle of three valleys is degenerate")
  func monkeySaddle() throws {
    let inner = try #require(StationaryPoints(of: MonkeySaddle())).points.filter { !$0.isBoundary }
    #expect(inner.map(\.x) == [[0, 0]] && inner[0].kind == .degenerate && !inner[0].isProved)
  }

  @Test("a sloping valley of kinks has its minimum at the boundary alone")
  func slopingValley() throws {
    let found = try #require(StationaryPoints(of: SlopingValley()))
    #expect(found.points.filter { $0.kind == .minimum }.map(\.x) == [[-1, 1]])
    #expect(found.points.allSatisfy { $0.isBoundary })
  }

  @Test("Ackley's cone is the one of 4225 minima that is not proved")
  func ackley() throws {
    let found = try StationaryPointsTests.search("ackley")
    #expect(found.isComplete && found.count(.minimum, boundary: false) == 4225)
    #expect(found.count(.minimum, boundary: true) == 264)
    #expect(found.points.filter { !$0.isProved }.map(\.x) == [[0, 0]])
    #expect(found.points.reduce(0) { $0 + $1.index(dimension: 2) } == 1)
  }

  @Test("the carrom table has the 52 minima of smooth places, and a cone in the middle")
  func carromTable() throws {
    // f = −cos²x cos²y e^{2|1 − r/π|}/30 rises from the origin on all sides: both factors fall.
    let found = try StationaryPointsTests.search("carrom-table")
    let minima = found.points.filter { $0.kind == .minimum && !$0.isBoundary }
    #expect(minima.count == 53 && minima.contains { $0.x == [0, 0] && !$0.isProved })
  }

  @Test("Alpine's kinks: eight zeros an axis, 64 minima")
  func alpine() throws {
    let found = try StationaryPointsTests.search("alpine-1")
    #expect(found.count(.minimum) == 64 && found.points.filter { $0.kind == .minimum }.allSatisfy { $0.value < 1e-6 })
  }

  @Test("Eggholder's two lines of infinite slope are left out, and all minima beside them found")
  func eggholder() throws {
    // 75 smooth minima inside and 12 on the boundary, counted by grids of local searches.
    let found = try StationaryPointsTests.search("eggholder")
    #expect(!found.isComplete && !found.unresolved.isEmpty)
    #expect(found.count(.minimum, boundary: false) == 75 && found.count(.minimum, boundary: true) == 12)
  }

  @Test(
    "kinks that are ridges do not hide the minima between them",
    arguments: [("cross-in-tray", 36, 28), ("holder-table", 42, 14)])
  func ridges(_ id: String, _ interior: Int, _ boundary: Int) throws {
    let found = try StationaryPointsTests.search(id)
    #expect(found.count(.minimum, boundary: false) == interior && found.count(.minimum, boundary: true) == boundary)
  }

  @Test("rings are found by boxes: the valleys of the drop wave lie where 12r = 2πk, its ridges half way between")
  func ringsByBoxes() throws {
    // In [−1.2, 1.2]² rings are whole up to r = 1.2 and four arcs up to r = 1.697. Valleys near 0.52, 1.05 and 1.57,
    // ridges near 0.26, 0.79 and 1.31: two rings and four arcs of each.
    let wave = Unstructured(base: try ObjectiveCatalogue.objective(Spec(parsing: "drop-wave")))
    let found = try #require(StationaryPoints(of: wave, in: Box(-1.2...1.2, -1.2...1.2)))
    let inner = found.unresolved.filter { !$0.isBoundary }
    #expect(!found.isUnfinished && !found.isComplete && found.unresolvedShare < 0.1)
    #expect(inner.count { $0.shape == .valley } == 6 && inner.count { $0.shape == .ridge } == 6)
    // −(1 + cos 12r)/(r²/2 + 2) at r = π/6: a little below −2/(2 + π²/72).
    let deepest = inner.filter { $0.shape == .valley }.map(\.lowestValue).min() ?? 0
    #expect(abs(deepest + 2 / (2 + Double.pi * .pi / 72)) < 1e-3)
    #expect(found.points.contains { $0.x == [0, 0] && $0.kind == .minimum })
  }

  @Test("a search that has to stop finds the lowest points first")
  func lowestFirst() throws {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "griewank"))
    let found = try #require(StationaryPoints(of: objective, limits: SearchLimits(boxes: 60_000)))
    #expect(found.isUnfinished && found.boxes <= 60_000 && found.unresolvedShare < 1)
    // The minima next to the global one are where (1 − x²/4000 …) puts them: values 0, then 0.0074 four times.
    let minima = found.points.filter { $0.kind == .minimum }
    #expect(minima.count > 500 && minima[0].x == [0, 0])
    #expect(minima[1...4].allSatisfy { abs($0.value - 0.0073960403341150695) < 1e-12 })
  }

  @Test("a hyperbola of minimizers is left as unresolved, beside the proved saddle at the origin")
  func hyperbola() throws {
    let found = try StationaryPointsTests.search("linear-net-saddle")
    #expect(!found.isComplete && !found.isUnfinished && !found.unresolved.isEmpty)
    #expect(found.count(.minimum) == 0)
    #expect(found.points.filter(\.isProved).map(\.x) == [[0, 0]] && found.count(.saddle) == 1)
    // Every unresolved part is near a point of the hyperbola.
    #expect(found.unresolvedShare < 0.01)
  }
}

/// Places where the Hessian is singular, or f has a kink or a pole: what they are is a matter of mathematics.
@Suite("Degenerate points")
struct DegeneratePointsTests {
  private func search(_ text: String, _ domain: [ClosedRange<Double>]) throws -> StationaryPoints {
    try #require(StationaryPoints(of: ConvexFormulaTests.objective(text, domain)))
  }

  @Test(
    "a minimum in one direction and an inflection along the floor is no minimum",
    arguments: [
      ("x^2+y^3", [-1...2], [0.0, 0]), ("sin(x)+y^3-y^4", [-1.59...1.45, -2.05...0.9], [-Double.pi / 2, 0]),
      ("cos(x)*y^3+x^2", [-1.1...2.3, -1.7...2], [0, 0]), ("x^3", [-1...2], [0]), ("x^3+y^3", [-1...2], [0, 0]),
    ] as [(String, [ClosedRange<Double>], [Double])])
  func inflection(_ text: String, _ domain: [ClosedRange<Double>], _ place: [Double]) throws {
    let inner = try search(text, domain).points.filter { point in
      zip(point.x, place).allSatisfy { abs($0 - $1) < 1e-6 }
    }
    #expect(inner.map(\.kind) == [.degenerate] && inner[0].x == place && !inner[0].isProved)
  }

  @Test(
    "functions that fall along a bent floor only have a saddle: Peano's, and others",
    arguments: [
      // With y = 3x²/2 it is −x⁴/4; with y = 3x²/2, −5x⁴/4; with x = −y²/2, −y⁴/20. Along all lines they rise from 0.
      "(y-x^2)*(y-2*x^2)", "y^2-3*x^2*y+x^4", "x^2+x*y^2+0.2*y^4",
    ])
  func peano(_ text: String) throws {
    let inner = try search(text, [-1...2]).points.filter { !$0.isBoundary }
    #expect(inner.map(\.x) == [[0, 0]] && inner[0].kind == .saddle)
  }

  @Test(
    "minima and maxima of fourth and sixth order along a floor are found, bent or not",
    arguments: [
      ("x^2+y^4", StationaryPoint.Kind.minimum), ("x^2+y^6", .minimum), ("x^2+x*y^2+0.3*y^4", .minimum),
      ("-x^2-y^4", .maximum), ("x^2-y^4", .saddle), ("y^4-x^2", .saddle), ("(y-x^2)^2+x^4", .minimum),
      ("x^4", .minimum), ("-x^6", .maximum),
    ])
  func evenOrder(_ text: String, _ kind: StationaryPoint.Kind) throws {
    let inner = try search(text, [-1...2]).points.filter { !$0.isBoundary }
    #expect(inner.count == 1 && inner[0].x.allSatisfy { $0 == 0 } && inner[0].kind == kind)
  }

  @Test("a ridge of kinks has its saddle where it is highest, at 0")
  func kink() throws {
    let inner = try search("-abs(x)+y^2", [-1...2]).points.filter { !$0.isBoundary }
    #expect(inner.map(\.x) == [[0, 0]] && inner[0].kind == .saddle)
  }

  @Test(
    "poles are no stationary points, and said to be poles",
    arguments: [("tan(x)", 0.0...3, Double.pi / 2), ("1/x+x", -1...2, 0), ("1/x^2", -1...2, 0)])
  func poles(_ text: String, _ domain: ClosedRange<Double>, _ pole: Double) throws {
    let found = try search(text, [domain])
    #expect(!found.points.contains { abs($0.x[0] - pole) < 1e-3 })
    #expect(found.poles.count == 1 && abs(found.poles[0].lower[0] - pole) < 1e-6 && !found.isComplete)
  }

  @Test("sin(x)/x and x log x are bounded where their formulas divide by 0, or are infinite")
  func bounded() throws {
    #expect(try search("sin(x)/x", [-1...2]).poles.isEmpty)
    #expect(try search("x^2/(x^2+1)", [-1...2]).poles.isEmpty)
  }

  @Test("a point is never one of NaN, and that a part of the domain is left out is said")
  func undefined() throws {
    for text in ["log(x)", "sqrt(x)"] {
      let found = try search(text, [-1...1])
      #expect(found.points.allSatisfy { $0.value.isFinite })
      #expect(abs(found.undefinedShare - 0.5) < 0.01 && !found.isComplete)
    }
    let report = LandscapeReport(of: try ConvexFormulaTests.objective("sqrt(x)", [-1...1]))
    #expect(report.completenessSentence.contains("not defined on about 50\u{202F}%"), "\(report.completenessSentence)")
  }

  @Test("a search whose operations are used up says so, on every machine after the same number of boxes")
  func operations() throws {
    var limits = SearchLimits()
    limits.operations = 100_000
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "weierstrass"))
    let (one, two) = (StationaryPoints(of: objective, limits: limits), StationaryPoints(of: objective, limits: limits))
    #expect(one?.isUnfinished == true && (one?.boxes ?? 0) < 1000 && one?.boxes == two?.boxes)
  }
}
