import Scalars
import Testing

@Suite("Derivatives of enclosures")
struct IntervalDerivativeTests {
  @Test("functions of one variable: at points, the derivatives that 60-digit differentiation gives")
  func functions() throws {
    for line in try Formula.Line.all() where line.name != "composite" {
      let n = line.numbers
      let first = try #require(Formula.one(line.name, IntervalDual(variable: Interval(n[0]), lane: 2)))
      expectTight(first.value, n[1], "\(line.name)(\(n[0]))")
      expectTight(first.partials[2], n[2], "\(line.name)′(\(n[0]))")
      #expect(first.partials[1].contains(0) && first.partials[1].width < 1e-300)
      let argument = IntervalHyperDual(variable: Interval(n[0]), isFirst: true, lane: 3)
      let second = try #require(Formula.one(line.name, argument))
      expectTight(second.first, n[2], "\(line.name)′(\(n[0]))")
      expectTight(second.mixed[3], n[3], "\(line.name)″(\(n[0]))")
    }
  }

  @Test("a composite formula: at points, the gradient and Hessian that 60-digit differentiation gives")
  func composite() throws {
    for line in try Formula.Line.all() where line.name == "composite" {
      let n = line.numbers
      for row in 0..<2 {
        let x = IntervalHyperDual(variable: Interval(n[0]), isFirst: row == 0, lane: 0)
        let y = IntervalHyperDual(variable: Interval(n[1]), isFirst: row == 1, lane: 1)
        let f = Formula.composite(x, y)
        expectTight(f.value, n[2], "f")
        expectTight(f.first, n[3 + row], "f′")
        expectTight(f.partials[0], n[3], "f′")
        expectTight(f.mixed[0], n[5 + row], "f″")
        expectTight(f.mixed[1], n[6 + row], "f″")
      }
    }
  }

  /// `truth` is given to 20 digits: it may lie half a unit of its double aside, hence the neighbours.
  private func expectTight(_ x: Interval, _ truth: Double, _ what: String) {
    #expect(x.lower <= truth.nextUp && x.upper >= truth.nextDown, "\(what) is \(truth), not in \(x)")
    #expect(x.width <= 1e-13 * max(1, truth.magnitude), "\(what) is \(truth), \(x) is wide")
  }

  @Test("over a box, slopes bound every difference quotient, and curvatures those of the slopes")
  func meanValues() {
    var generator = SeededGenerator(seed: 44)
    for i in 0..<1500 {
      let scale = [1e-3, 0.3, 4][i % 3]
      let center = (0..<2).map { _ in generator.uniform(from: -4, to: 4) }
      let box = center.map {
        Interval(lower: $0 - scale * generator.uniform(), upper: $0 + scale * generator.uniform())
      }
      let a = box.map { generator.uniform(from: $0.lower, to: $0.upper) }
      let b = box.map { generator.uniform(from: $0.lower, to: $0.upper) }
      let steps = zip(a, b).map { Interval($1) - Interval($0) }

      let whole = Formula.everything(
        IntervalDual(variable: box[0], lane: 0), IntervalDual(variable: box[1], lane: 1))
      let change =
        Formula.everything(Interval(b[0]), Interval(b[1])) - Formula.everything(Interval(a[0]), Interval(a[1]))
      let bound = whole.partials[0] * steps[0] + whole.partials[1] * steps[1]
      #expect(bound.intersection(change) != nil, "from \(a) to \(b) by \(change), not \(bound)")

      let curved = Formula.everything(
        IntervalHyperDual(variable: box[0], isFirst: true, lane: 0),
        IntervalHyperDual(variable: box[1], isFirst: false, lane: 1))
      let turn = slope(at: b) - slope(at: a)
      let bend = curved.mixed[0] * steps[0] + curved.mixed[1] * steps[1]
      #expect(bend.intersection(turn) != nil, "slope from \(a) to \(b) by \(turn), not \(bend)")
    }
  }

  /// ∂/∂x at a point.
  private func slope(at x: [Double]) -> Interval {
    Formula.everything(
      IntervalDual(variable: Interval(x[0]), lane: 0), IntervalDual(variable: Interval(x[1]), lane: 1)
    ).partials[0]
  }

  @Test("the slopes of all functions hold the difference quotients between two points")
  func quotients() {
    let functions: [(String, @Sendable (IntervalDual) -> IntervalDual)] = [
      ("exp", IntervalDual.exp), ("expm1", IntervalDual.expm1), ("log", IntervalDual.log),
      ("log1p", IntervalDual.log1p), ("sin", IntervalDual.sin), ("cos", IntervalDual.cos), ("tan", IntervalDual.tan),
      ("sinPi", IntervalDual.sinPi), ("cosPi", IntervalDual.cosPi), ("atan", IntervalDual.atan),
      ("tanh", IntervalDual.tanh), ("logistic", IntervalDual.logistic), ("sqrt", IntervalDual.sqrt),
      ("abs", IntervalDual.abs), ("floor", IntervalDual.floor), ("x⁻³", { .power($0, -3) }),
      ("x⁵", { .power($0, 5) }), ("x^0.7", { .pow($0, 0.7) }), ("x^-2.5", { .pow($0, -2.5) }),
      ("2^x", { .pow(2, $0) }), ("x^x", { .pow($0, $0) }), ("1/(x - 1)", { 1 / ($0 - 1) }),
      ("max", { .max($0 - 1, .square($0)) }), ("min", { .min($0, 1) }), ("select", { .select($0, $0, 3) }),
    ]
    var generator = SeededGenerator(seed: 45)
    for (name, function) in functions {
      for i in 0..<600 {
        let (a, b) = (generator.uniform(from: -3, to: 3), generator.uniform(from: -3, to: 3))
        let (start, end) = i % 2 == 0 ? (a, b) : (a, a + b * 1e-3)
        let x = Interval(lower: min(start, end), upper: max(start, end))
        let change = function(IntervalDual(Interval(end).midpoint)).value - function(IntervalDual(start)).value
        if change == .entire { continue }  // undefined at one of the two
        let bound = function(IntervalDual(variable: x, lane: 0)).partials[0] * (Interval(end) - Interval(start))
        #expect(bound.intersection(change) != nil, "\(name) changes by \(change) over \(x), not by \(bound)")
      }
    }
  }
}
