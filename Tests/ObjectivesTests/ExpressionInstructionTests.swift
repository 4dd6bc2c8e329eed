import CExpressions
import Scalars
import Testing

@testable import Objectives

@Suite("Instructions of expressions")
struct ExpressionInstructionTests {
  /// Formulas of x, y, z that become each of the joined instructions, and the same written out.
  static let formulas: [(text: String, value: @Sendable (Double, Double, Double) -> Double)] = [
    ("3*(y - x^2)^2", { x, y, _ in 3 * ((y - x * x) * (y - x * x)) }),
    ("x*y + z^2 + (x - y)^2 + z", { x, y, z in x * y + z * z + (x - y) * (x - y) + z }),
    ("x^2 + y^2 + z^2", { x, y, z in x * x + y * y + z * z }),
    ("(x + y)/z + x", { x, y, z in (x + y) / z + x }),
    ("(x + y)/z", { x, y, z in (x + y) / z }),
    ("(x + y)/z*2 - x/y", { x, y, z in (x + y) / z * 2 - x / y }),
    ("x*y + x*z + y^2", { x, y, z in x * y + x * z + y * y }),
    ("(x + y) - z^2 - x*y", { x, y, z in (x + y) - z * z - x * y }),
    ("x^3 + y^3*z", { x, y, z in x * x * x + y * y * y * z }),
    ("x^4 - y*z", { x, y, z in (x * x) * (x * x) - y * z }),
    ("x^6/6 + y", { x, y, _ in (x * x) * ((x * x) * (x * x)) / 6 + y }),
    ("min(x, y)*max(y, z)", { x, y, z in Double.min(x, y) * Double.max(y, z) }),
    ("select(x - y, z, -x) + abs(y)", { x, y, z in (x - y > 0 ? z : -x) + abs(y) }),
    ("floor(x)*sqrt(abs(y)) - z", { x, y, z in x.rounded(.down) * abs(y).squareRoot() - z }),
    (
      "sum(i, 1, 3, 100*(x[2] - x[i]^2)^2 + (1 - x[i])^2)",
      { x, y, z in rosenbrock(x, y) + rosenbrock(y, y) + rosenbrock(z, y) }
    ),
    ("x", { x, _, _ in x }), ("7/3", { _, _, _ in 7.0 / 3 }),
    // Powers of coordinates, which code for eight points computes again where they are needed.
    ("x^2", { x, _, _ in x * x }), ("x^6", { x, _, _ in sixth(x) }),
    (
      "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2",
      { x, y, _ in 2 * (x * x) - 1.05 * fourth(x) + sixth(x) / 6 + x * y + y * y }
    ),
    ("x^4 + y^4 + z^6 - x^6", { x, y, z in fourth(x) + fourth(y) + sixth(z) - sixth(x) }),
    ("x*y - z^4 - 3*y^6 + z^3*2", { x, y, z in x * y - fourth(z) - 3 * sixth(y) + z * z * z * 2 }),
    ("(x + y)*z^2*x^4 - y*z^4", { x, y, z in (x + y) * (z * z) * fourth(x) - y * fourth(z) }),
    ("x*y + 4*x^2 + y^4/3", { x, y, _ in x * y + 4 * (x * x) + fourth(y) / 3 }),
    ("min(x^2, y^4)*x^2 + max(x^2, z)", { x, y, z in Double.min(x * x, fourth(y)) * (x * x) + Double.max(x * x, z) }),
    ("x^2*y^2/(1 + x^4) - x^2", { x, y, _ in (x * x) * (y * y) / (1 + fourth(x)) - x * x }),
    (
      "max(x^2, y)*x^4 + x^2 - min(x^4, z)",
      { x, y, z in Double.max(x * x, y) * fourth(x) + x * x - Double.min(fourth(x), z) }
    ),
    ("(x^3)^2 - y^3/z", { x, y, z in (x * x * x) * (x * x * x) - y * y * y / z }),
    ("(x + 2*y - 7)^2 + (2*x + y - 5)^2", { x, y, _ in square(x + 2 * y - 7) + square(2 * x + y - 5) }),
  ]

  static func rosenbrock(_ x: Double, _ y: Double) -> Double { 100 * ((y - x * x) * (y - x * x)) + (1 - x) * (1 - x) }

  static func square(_ x: Double) -> Double { x * x }
  static func fourth(_ x: Double) -> Double { (x * x) * (x * x) }
  static func sixth(_ x: Double) -> Double { (x * x) * fourth(x) }

  @Test("joined or not, plain or in lanes, instructions round as the formula does", arguments: formulas.indices)
  func sameBits(index: Int) throws {
    let (text, value) = Self.formulas[index]
    let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-5...5], dimension: 3))
    var generator = SeededGenerator(seed: 3, axes: ["instructions", text])
    for round in 0..<50 {
      var points = (0..<Lanes.width).map { _ in (0..<3).map { _ in generator.uniform(from: -4, to: 4) } }
      if round == 0 {
        points[1] = [0, -0.0, 0]
        points[2] = [.infinity, 1, -.infinity]
        points[3] = [1e200, -1e-200, Double.leastNonzeroMagnitude]
      }
      let batch = (0..<3).map { i in
        var lanes = Lanes(0)
        for lane in points.indices { lanes.values[lane] = points[lane][i] }
        return lanes
      }
      let lanes = lanes(of: objective, at: batch)
      for (lane, point) in points.enumerated() {
        let (expected, plain) = (value(point[0], point[1], point[2]), objective.value(at: point))
        #expect(plain.bitPattern == expected.bitPattern || plain.isNaN && expected.isNaN, "\(text) at \(point)")
        #expect(lanes.values[lane].bitPattern == plain.bitPattern || plain.isNaN, "\(text) at \(point)")
        guard point.allSatisfy(\.isFinite), !expected.isNaN else { continue }
        #expect(objective.enclosure(over: point.map { Interval($0) }).contains(expected), "\(text) at \(point)")
      }
    }
  }

  private func lanes(of objective: ExpressionObjective, at batch: [Lanes]) -> Lanes { objective.lanes(at: batch.span) }

  @Test("whatever is written, lanes have the bits of plain numbers", arguments: 2...5)
  func randomFormulas(depth: Int) throws {
    var generator = SeededGenerator(seed: 4, axes: ["formulas", String(depth)])
    for _ in 0..<500 {
      let text = Self.formula(depth: depth, &generator)
      let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-5...5], dimension: 3))
      let points = (0..<Lanes.width).map { _ in (0..<3).map { _ in generator.uniform(from: -3, to: 3) } }
      let batch = (0..<3).map { i in Lanes(values: SIMD8(points.map { $0[i] })) }
      let lanes = lanes(of: objective, at: batch)
      for (lane, point) in points.enumerated() {
        let plain = objective.value(at: point)
        #expect(lanes.values[lane].bitPattern == plain.bitPattern || plain.isNaN, "\(text) at \(point)")
      }
    }
  }

  /// A formula of plain arithmetic, in which powers, sums and products are frequent.
  private static func formula(depth: Int, _ generator: inout SeededGenerator) -> String {
    func pick(_ texts: [String]) -> String { texts[generator.index(below: texts.count)] }
    if depth == 0 || generator.index(below: 6) == 0 {
      return pick([
        "x", "y", "z", "2", "0.7", "x^2", "y^2", "z^3", "x^4", "y^4", "x^6", "3*x^2", "x^2/3", "y^3/z", "z^4/y",
        "y^6/7",
      ])
    }
    let (a, b) = (formula(depth: depth - 1, &generator), formula(depth: depth - 1, &generator))
    switch generator.index(below: 9) {
    case 0, 1: return "(\(a) + \(b))"
    case 2, 3: return "(\(a) - \(b))"
    case 4, 5: return "\(a)*(\(b))"
    case 6: return "(\(a))\(pick(["^2", "^3", "^4", "^6", "/3", "/(\(b))"]))"
    case 7: return "(\(a) - \(b))^2"
    default: return pick(["min(\(a), \(b))", "abs(\(a))", "-(\(a))", "select(\(a), \(b), x)"])
    }
  }

  @Test("the code in C counts the plain operations as Swift does")
  func order() { #expect(LaneOperations == Int(Objectives.Operation.exp.rawValue)) }

  @Test(
    "programs of more registers than the stack is given",
    arguments: [
      "product(i, 1, n, x[i] + cos(x[i]))", "sum(i, 1, n-1, 3*(x[i+1] - x[i]^2)^2 + (x[i] - 1)^2)",
      "sum(i, 1, n, x[i])*product(i, 1, n, x[i])", "sum(i, 1, n, max(x[i]^2, x[i]^4)*x[i]^6)",
    ])
  func manyRegisters(text: String) throws {
    let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-5...5], dimension: 40))
    let x = (0..<40).map { 0.5 + Double($0) / 64 }
    let batch = lanes(of: objective, at: x.map { Lanes($0) })
    #expect(batch.values[5].bitPattern == objective.value(at: x).bitPattern)
  }
}
