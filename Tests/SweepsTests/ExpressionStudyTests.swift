import Objectives
import Testing

@testable import Sweeps

@Suite("Expressions in a study")
struct ExpressionStudyTests {
  private func read(_ text: String) throws -> Study {
    try StudyReader.study(from: text, file: "study.yaml", figureKinds: ["contour"])
  }

  private func mistakes(_ entry: String) -> String {
    do {
      _ = try read("methods: [adam]\nobjectives:\n" + entry)
      return ""
    } catch let error as StudyMistakes { return error.description } catch { return "\(error)" }
  }

  static let valley = """
    objectives:
      - name: my-valley
        expression: x^2/20 + y^2/a - cos(2*pi*x)*cos(y) + 1
        domain: [[-5, 5], [-4.5, 5]]
        parameters: {a: 20, unused: 2*pi}
      - name: bowl
        expression: sum(i, 1, n, (x[i] - 1/4)^2) + 2
        domain: [-1, 1]
        dimension: 3
        minimum: 2
        minimizers: [[0.25, 0.25, 0.25]]
    methods: [adam]
    """

  @Test("an expression becomes an objective with its name, domain, parameters and minimum")
  func complete() throws {
    let study = try read(Self.valley)
    #expect(study.objectives.map(\.id) == ["my-valley", "bowl"])
    #expect(study.objectives.map(\.domain) == [Box(-5...5, -4.5...5), Box(-1...1, dimension: 3)])
    // cos(2π/4) = 0, so that 1/20·1/16 + 4/20 + 1 is left at (1/4, 2).
    #expect(abs(study.objectives[0].value(at: [0.25, 2]) - (0.003125 + 0.2 + 1)) < 1e-15)
    // Found, and then proved by interval branch and bound.
    #expect(study.objectives[0].minimum.status == .certified && abs(study.objectives[0].minimum.value) < 1e-12)
    let minimizer = try #require(study.objectives[0].minimum.minimizers.first)
    #expect(study.objectives[0].minimum.minimizers.count == 1 && minimizer.allSatisfy { abs($0) < 1e-6 })
    #expect(study.objectives[1].minimum.status == .known)
    #expect(study.objectives[1].minimum.value == 2)
    #expect(study.objectives[1].minimum.minimizers == [[0.25, 0.25, 0.25]])
  }

  @Test("the resolved study reads back as itself, expressions included")
  func roundTrip() throws {
    let study = try read(Self.valley)
    let again = try read(study.yaml)
    #expect(again.yaml == study.yaml)
    #expect(again.runDetermining == study.runDetermining)
    for (a, b) in zip(study.objectives, again.objectives) {
      #expect((a as? ExpressionObjective)?.definition == (b as? ExpressionObjective)?.definition)
      #expect(a.minimum == b.minimum)
    }
  }

  @Test("runs of another expression of the same name are not taken for its own")
  func fingerprint() throws {
    let study = try read(Self.valley)
    for (from, to) in [("x^2/20", "x^2/21"), ("a: 20", "a: 21"), ("[-4.5, 5]", "[-4, 5]")] {
      let other = try read(Self.valley.replacing(from, with: to))
      #expect(other.runDetermining != study.runDetermining)
    }
  }

  @Test(
    "mistakes come with the line of the key, the text and a caret",
    arguments: [
      (
        "  - name: f\n    expression: x + * y\n    domain: [-1, 1]",
        """
        study.yaml:4: f.expression: expected a number, a name or '(', found '*'
          x + * y
              ^
        """
      ),
      (
        "  - name: f\n    expression: x + y\n    domain: [1, -1]",
        """
        study.yaml:5: domain: '[1, -1]' is not allowed; expected a range such as [-5, 5], the lower bound first, or one \
        per coordinate
        """
      ),
      (
        "  - name: f\n    expression: x + y\n    domain: [[0, 1], [0, 1], [0, 1]]",
        """
        study.yaml:5: f.domain: there are 2 coordinates and 3 ranges; expected one range for all, or one for each
        """
      ),
      (
        "  - name: f\n    expression: x + b\n    domain: [0, 1]\n    parameters: {b: 1/}",
        """
        study.yaml:6: f.parameters.b: expected a number, a name or '(', found the end
          1/
            ^
        """
      ),
      (
        "  - expression: x\n    domain: [0, 1]",
        "study.yaml:3: objectives: an expression needs the key 'name'"
      ),
      (
        "  - name: f\n    expression: x\n    domian: [0, 1]",
        """
        study.yaml:3: objectives: an expression needs the key 'domain'
        study.yaml:5: key of an expression: 'domian' is not allowed; did you mean 'domain'?
        """
      ),
      (
        "  - name: f\n    expresion: x^2\n    domain: [-1, 1]",
        """
        study.yaml:3: objectives: an expression needs the key 'expression'
        study.yaml:4: key of an expression: 'expresion' is not allowed; did you mean 'expression'?
        """
      ),
      (
        "  - name: f\n    expression: x +\n    domain: [1, -1]",
        """
        study.yaml:4: f.expression: expected a number, a name or '(', found the end
          x +
             ^
        study.yaml:5: domain: '[1, -1]' is not allowed; expected a range such as [-5, 5], the lower bound first, or one \
        per coordinate
        """
      ),
      // A needle of −3 at (1.2345, 0.777), 0.02 wide in a domain of 45 × 45: branch and bound meets it, samples do not.
      (
        "  - name: f\n    expression: \(needle)\n    domain: [[-20, 25], [-20, 25]]\n    minimum: 0",
        "study.yaml:6: f.minimum: '0' is not allowed; f is -3 at (1.2345, 0.777)"
      ),
      (
        "  - name: f\n    expression: x^2\n    domain: [-1, 1]\n    minimum: 0.5",
        "study.yaml:6: f.minimum: '0.5' is not allowed; f is 0 at (0)"
      ),
      (
        "  - name: f\n    expression: x^2\n    domain: [-1, 1]\n    minimum: -1",
        """
        study.yaml:6: f.minimum: '-1' is not allowed; no point was found where f is that low (f is 0 at (0)); state one \
        as a minimizer
        """
      ),
      (
        "  - name: f\n    expression: x^2\n    domain: [-1, 1]\n    minimum: 0\n    minimizers: [0.5]",
        "study.yaml:7: f.minimizers: '0.5' is not allowed; f is 0.25 there, and the stated minimum is 0"
      ),
      (
        "  - name: f\n    expression: log(-1 - x^2)\n    domain: [-1, 1]",
        "study.yaml:4: f.expression: 'log(-1 - x^2)' is not allowed; no value tried in the domain is a finite number"
      ),
      (
        "  - name: sphere\n    expression: x^2\n    domain: [-1, 1]",
        """
        study.yaml:3: name: 'sphere' is not allowed; the catalogue has an objective of this name; choose another
        """
      ),
    ])
  func wrong(_ entry: String, _ expected: String) { #expect(mistakes(entry) == expected) }
}

/// −3 at (1.2345, 0.777), and elsewhere x² + y².
private let needle = "min(x^2 + y^2, 1e4*((x - 1.2345)^2 + (y - 0.777)^2) - 3)"

@Suite("Establishing a minimum")
struct EstablishingTests {
  struct Hole: Sendable {
    let text: String
    let range: ClosedRange<Double>
    let place: [Double]
    let value: Double
  }

  static let holes = [
    Hole(text: needle, range: -20...25, place: [1.2345, 0.777], value: -3),
    // There, x² + y² − 800; the slope of x² + y² moves the minimum by 2e-7.
    Hole(
      text: "x^2 + y^2 - 800*exp(-10000*((x - 1.2345)^2 + (y - 0.777)^2))", range: -20...25, place: [1.2345, 0.777],
      value: -797.8723),
    // At x = 0.7 t in all coordinates, 1.96 t² − 3 exp(−196 (t − 1)²): lowest at t = 0.9966.
    Hole(
      text: "sum(i, 1, n, x[i]^2) - 3*exp(-100*sum(i, 1, n, (x[i] - 0.7)^2))", range: -3...3.5,
      place: [0.7, 0.7, 0.7, 0.7], value: -1.0465),
  ]

  @Test("where the search misses the lowest point and the proof meets it, the proof's is the minimum", arguments: holes)
  func needles(_ hole: Hole) throws {
    let definition = ExpressionDefinition(
      name: "f", expression: hole.text, domain: [hole.range], dimension: hole.place.count)
    let minimum = try ExpressionObjective(definition).establishingMinimum().minimum
    #expect(minimum.status == .certified && abs(minimum.value - hole.value) < 1e-4)
    #expect(minimum.minimizers.count == 1)
    for (x, expected) in zip(minimum.minimizers[0], hole.place) { #expect(abs(x - expected) < 0.005) }
  }
}

@Suite("Searching a minimum")
struct MinimumSearchTests {
  private func search(_ text: String, _ domain: ClosedRange<Double>, dimension: Int? = nil) throws -> KnownMinimum {
    let definition = ExpressionDefinition(expression: text, domain: [domain], dimension: dimension)
    return try #require(MinimumSearch.minimum(of: ExpressionObjective(definition)))
  }

  @Test(
    "the catalogue's minima are found from the functions alone",
    arguments: [
      "rastrigin", "himmelblau", "six-hump-camel", "ackley", "eggholder", "branin", "goldstein-price", "beale",
      "styblinski-tang",
    ])
  func catalogue(_ id: String) throws {
    let objective = try ObjectiveCatalogue.entry(named: id).objective()
    let found = try #require(MinimumSearch.minimum(of: objective))
    #expect(abs(found.value - objective.minimum.value) <= 1e-9 * max(1, abs(objective.minimum.value)))
    #expect(found.minimizers.count == objective.minimum.minimizers.count)
    for known in objective.minimum.minimizers {
      #expect(found.minimizers.contains { zip($0, known).allSatisfy { abs($0 - $1) < 1e-4 } }, "\(known)")
    }
    #expect(found.status == .bestKnown && !found.listsAll)
  }

  @Test("minima on the boundary, at kinks, between undefined points and in many dimensions are found")
  func special() throws {
    #expect(try search("-x", -5...5).minimizers == [[5]])
    #expect(try search("-x", -5...5).value == -5)
    #expect(abs(try search("abs(x - 0.3) + abs(y)", -5...5).value) < 1e-6)
    // d/dx x log x = 0 at 1/e, where the value is −1/e.
    #expect(abs(try search("x*log(x)", -1...1).value + 0.36787944117144233) < 1e-12)
    #expect(try search("3", -1...1).value == 3)
    let many = try search("sum(i, 1, n, (x[i] - i/10)^2)", -5...5, dimension: 30)
    #expect(abs(many.value) < 1e-9)
    #expect(MinimumSearch.minimum(of: try ExpressionObjective(.init(expression: "0/0*x", domain: [0...1]))) == nil)
  }

  @Test("the search gives the same bits every time")
  func deterministic() throws {
    let text = "sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))"
    #expect(try search(text, -5...4, dimension: 4) == search(text, -5...4, dimension: 4))
  }
}
