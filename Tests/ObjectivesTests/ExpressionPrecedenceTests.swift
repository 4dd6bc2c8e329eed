import Testing

@testable import Objectives

@Suite("Precedence in expressions")
struct ExpressionPrecedenceTests {
  @Test(
    "operators bind as in mathematics, evaluated at x = 2, y = 3 by hand",
    arguments: [
      ("-x^2", -4.0), ("(-x)^2", 4.0), ("-x^2*y", -12.0), ("2^y^2", 512.0), ("(2^y)^2", 64.0), ("2^-x", 0.25),
      ("-2^-x", -0.25),
      ("x-y-1", -2.0), ("x-(y-1)", 0.0), ("12/x/y", 2.0), ("12/x*y", 18.0), ("12/(x*y)", 2.0), ("x+y*2", 8.0),
      ("(x+y)*2", 10.0),
      ("x*y^2", 18.0), ("x/y^2*9", 2.0), ("--x", 2.0), ("-+-x", 2.0), ("x--y", 5.0), ("x*-y", -6.0), ("x^-1*4", 2.0),
      ("+x^+y", 8.0),
      ("x^2^-1*y^2", 12.727922061357855), ("1-x^2+y", 0.0), ("2*x^2/4", 2.0), ("abs(-x)^y", 8.0), ("min(x, y, 1)", 1.0),
      ("max(x, y)-1", 2.0), ("sum(i, 1, 3, i*x) - 1", 11.0), ("product(i, 1, 3, i + 1)*x", 48.0), ("1.e1-x", 8.0),
      (".5*x", 1.0), ("2e0*x", 4.0), ("floor(-x/4)", -1.0), ("select(x - y, 1, 5)", 5.0), ("select(y - x, 1, 5)", 1.0),
    ])
  func values(_ text: String, _ expected: Double) throws {
    let objective = try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-5...5], dimension: 2))
    let value = objective.value(at: [2, 3])
    #expect(abs(value - expected) <= 1e-15 * abs(expected))
  }

  @Test("a number ends where an exponent is not complete")
  func numbers() {
    for text in ["1e", "2e*x", "1e+", "1.2.3", "1..2", "."] {
      #expect(throws: InvalidInputs.self) {
        try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-5...5]))
      }
    }
  }
}
