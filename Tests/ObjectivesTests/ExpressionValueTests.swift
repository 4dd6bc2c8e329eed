import Foundation
import Scalars
import Testing

@testable import Objectives

/// Values and derivatives of expressions, by SymPy with 50 digits, read from Fixtures/expressions.json.
struct ExpressionReference: Decodable, Sendable, CustomTestStringConvertible {
  struct Sample: Decodable {
    let x: [Double]
    let value: Double
    let gradient: [Double]
    let hessian: [Double]
  }
  let expression: String
  let parameters: [String: String]
  let dimension: Int
  let samples: [Sample]

  var testDescription: String { expression }

  func objective() throws -> ExpressionObjective {
    try ExpressionObjective(
      ExpressionDefinition(
        expression: expression, domain: [-10...10],
        parameters: parameters.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) },
        dimension: dimension))
  }

  static let all = load([ExpressionReference].self, "expressions")
}

@Suite("Values of expressions")
struct ExpressionValueTests {
  @Test(
    "pow of a whole number is within two units in the last place, where products are off by more",
    arguments: [
      // With exact fractions in Python; x·x·x·x is 1.88 units off, x²·x⁴ 3.28, 3.27 and 3.23.
      (4, 1.681628385970059, 7.99687152106632), (6, 1.1056718531324443, 1.8270798327718525),
      (6, 1.1218838409606935, 1.9938264648932316), (6, 1.5648391529395567, 14.683115764657543),
    ])
  func powers(_ exponent: Int, _ x: Double, _ value: Double) throws {
    let definition = ExpressionDefinition(expression: "pow(x, \(exponent))", domain: [-10...10])
    #expect(abs(try ExpressionObjective(definition).value(at: [x]) - value) <= 2 * value.ulp)
  }

  /// Close to the larger of the terms that the sum may consist of.
  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double, scale: Double = 1) -> Bool {
    abs(a - b) <= tolerance * max(scale, abs(b))
  }

  @Test("value, gradient and Hessian agree with symbolic ones", arguments: ExpressionReference.all)
  func derivatives(_ reference: ExpressionReference) throws {
    let objective = try reference.objective()
    for sample in reference.samples {
      #expect(isClose(objective.value(at: sample.x), sample.value, 1e-13, scale: 10), "\(sample.x)")
      for (ours, theirs) in zip(objective.gradient(at: sample.x), sample.gradient) {
        #expect(isClose(ours, theirs, 1e-12, scale: 10), "\(ours) for \(theirs) at \(sample.x)")
      }
      for (ours, theirs) in zip(objective.hessian(at: sample.x), sample.hessian) {
        #expect(isClose(ours, theirs, 1e-11, scale: 100), "\(ours) for \(theirs) at \(sample.x)")
      }
    }
  }

  @Test("intervals contain the true values and derivatives at every point of a box", arguments: ExpressionReference.all)
  func enclosures(_ reference: ExpressionReference) throws {
    let objective = try reference.objective()
    let n = reference.dimension
    for sample in reference.samples {
      for radius in [0, 1e-3, 0.3] {
        let box = sample.x.map { Interval(lower: $0 - radius, upper: $0 + radius) }
        var gradient = [Interval](repeating: .entire, count: n)
        var hessian = [Interval](repeating: .entire, count: n * n)
        let value = objective.hessianEnclosure(over: box, gradient: &gradient, into: &hessian)
        #expect(value.encloses(Interval(sample.value)) || nearly(value, sample.value))
        #expect(objective.enclosure(over: box).contains(objective.value(at: sample.x)))
        for (ours, theirs) in zip(gradient, sample.gradient) { #expect(nearly(ours, theirs)) }
        for (ours, theirs) in zip(hessian, sample.hessian) { #expect(nearly(ours, theirs)) }
        if radius == 0 { #expect(value.width <= 1e-12 * max(10, value.magnitude), "\(value)") }
      }
    }
  }

  /// The reference is a double: the true value lies within half a place of it.
  private func nearly(_ interval: Interval, _ value: Double) -> Bool {
    interval.lower <= value.nextUp && value.nextDown <= interval.upper
  }

  @Test("lanes, duals and the generic way give the bits of a plain evaluation", arguments: ExpressionReference.all)
  func sameBits(_ reference: ExpressionReference) throws {
    let objective = try reference.objective()
    let n = reference.dimension
    var generator = SeededGenerator(seed: 7, axes: ["expression bits", reference.expression])
    var points: [[Double]] = (0..<8).map { _ in (0..<n).map { _ in generator.uniform(from: -4, to: 4) } }
    points[0] = Array(repeating: .nan, count: n)
    points[1] = Array(repeating: .infinity, count: n)
    points[2] = Array(repeating: -0.0, count: n)
    var batch = [Lanes](repeating: 0, count: n)
    for (lane, point) in points.enumerated() { for i in 0..<n { batch[i].values[lane] = point[i] } }
    let lanes = lanes(of: objective, at: batch)
    for (lane, point) in points.enumerated() {
      let value = objective.value(at: point)
      #expect(bits(lanes.values[lane]) == bits(value), "\(lanes.values[lane]) for \(value) at \(point)")
      #expect(bits(generic(objective, at: point)) == bits(value))
      #expect(bits(dual(of: objective, at: point).value) == bits(value))
    }
  }

  // Functions of their own: the compiler of Swift 6.3 fails on spans of temporaries beside expectations.
  private func lanes(of objective: ExpressionObjective, at batch: [Lanes]) -> Lanes { objective.lanes(at: batch.span) }
  private func generic(_ objective: ExpressionObjective, at x: [Double]) -> Double { objective.evaluate(x.span) }
  private func dual(of objective: ExpressionObjective, at x: [Double]) -> Dual {
    let variables = x.map { Dual($0) }
    return objective.dual(at: variables.span)
  }

  /// All NaN are one.
  private func bits(_ value: Double) -> UInt64 { value.isNaN ? Double.nan.bitPattern : value.bitPattern }

  @Test(
    "an expression agrees with the catalogue's compiled function",
    arguments: [
      ("rastrigin", 2, "10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))"),
      ("himmelblau", 2, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"),
      ("rosenbrock", 10, "sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)"),
      ("six-hump-camel", 2, "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2"),
      ("beale", 2, "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2"),
    ])
  func catalogue(_ id: String, _ dimension: Int, _ text: String) throws {
    let compiled = try ObjectiveCatalogue.entry(named: id).objective(dimension: dimension)
    let objective = try ExpressionObjective(
      ExpressionDefinition(expression: text, domain: [-5...5], dimension: dimension))
    var generator = SeededGenerator(seed: 3, axes: [id])
    for _ in 0..<50 {
      let x = (0..<dimension).map { _ in generator.uniform(from: -5, to: 5) }
      let (ours, theirs) = (objective.value(at: x), compiled.value(at: x))
      #expect(abs(ours - theirs) <= 1e-13 * max(100, abs(theirs)), "\(ours) for \(theirs) at \(x)")
    }
  }

  @Test("decimal constants are decimal numbers: the enclosure of 0.1 + 0.2 contains 0.3, and is not wide")
  func decimals() throws {
    // 0.1·3 = 0.3 exactly, which no double is: an enclosure has two neighbours of it as bounds.
    for text in ["0.1*3", "0.1 + 0.2", "0.3", "3e-1", "0.30000000000000000000", "3/10", "1 - 0.7"] {
      let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [0...1]))
      let value = objective.enclosure(over: [Interval(0...1)])
      // 0.3 lies between 0.299999999999999988897769753748 and the next double, 5.55e-17 above it.
      #expect(value.lower <= 0.3 && value.upper >= 0.3.nextUp && value.width <= 3 * 0.3.ulp, "\(text): \(value)")
      #expect(objective.value(at: [0.5]) == 0.3, "\(text)")
    }
    let exact = try ExpressionObjective(ExpressionDefinition(expression: "0.5 + 1/4 + 1e7", domain: [0...1]))
    #expect(exact.enclosure(over: [Interval(0...1)]) == Interval(10_000_000.75...10_000_000.75))
  }

  @Test("cos(2*pi*x) is exact where x is a multiple of a quarter, however it is written")
  func multiplesOfPi() throws {
    for text in ["cos(2*pi*x)", "cos(x*2*pi)", "cos(pi*(x + x))", "cos(-2*x*pi)", "cos(4*pi*x/2)", "cos(pi*x + pi*x)"] {
      let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-9...9]))
      for (x, value) in [(0.0, 1.0), (0.25, 0), (0.5, -1), (7.75, 0), (1e15 + 0.5, -1)] {
        #expect(objective.value(at: [x]) == value, "\(text) at \(x)")
      }
    }
  }
}
