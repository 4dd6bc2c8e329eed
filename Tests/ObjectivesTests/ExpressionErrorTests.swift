import Testing

@testable import Objectives

@Suite("Mistakes in expressions")
struct ExpressionErrorTests {
  private func message(_ definition: ExpressionDefinition) -> String {
    do {
      _ = try ExpressionObjective(definition)
      return ""
    } catch { return error.description }
  }

  private func message(_ text: String, dimension: Int? = nil) -> String {
    message(ExpressionDefinition(expression: text, domain: [-5...5], dimension: dimension))
  }

  @Test(
    "the text is shown with a caret under the place, and what was expected is said",
    arguments: [
      (
        "x^2/20 - * cos(x)",
        """
        expression: expected a number, a name or '(', found '*'
          x^2/20 - * cos(x)
                   ^
        """
      ),
      (
        "x^2 - cso(x)",
        """
        expression: there is no function 'cso'; did you mean 'cos'?
          x^2 - cso(x)
                ^
        """
      ),
      (
        "cos(x",
        """
        expression: expected ')', found the end
          cos(x
               ^
        """
      ),
      (
        "2x + 1",
        """
        expression: expected an operator, found 'x'; a product is written with *
          2x + 1
           ^
        """
      ),
      (
        "",
        """
        expression: expected a number, a name or '(', found the end
          
          ^
        """
      ),
      (
        "x + 1)",
        """
        expression: this ')' closes nothing
          x + 1)
               ^
        """
      ),
      (
        "x**2",
        """
        expression: '**' is not understood; a power is written with ^
          x**2
           ^
        """
      ),
      (
        "x + alpha",
        """
        expression: there is no variable 'alpha'; known are x, y, z, n, pi, e
          x + alpha
              ^
        """
      ),
      (
        "x + x2",
        """
        expression: x, y, z are other names of x1, x2, x3; use one kind of names in an expression (a power is x^2)
          x + x2
              ^
        """
      ),
      (
        "pow(x)",
        """
        expression: pow(x, y) takes 2 arguments
          pow(x)
               ^
        """
      ),
      (
        "sin(x, 2)",
        """
        expression: sin(x) takes 1 argument
          sin(x, 2)
               ^
        """
      ),
      (
        "sin + x",
        """
        expression: 'sin' is a function: expected '(', found '+'
          sin + x
              ^
        """
      ),
      (
        "ln(x)",
        """
        expression: the natural logarithm is written log(x)
          ln(x)
          ^
        """
      ),
      (
        "x² + 1",
        """
        expression: '²' is not understood; write ^2 or ^3
          x² + 1
           ^
        """
      ),
      (
        "|x|",
        """
        expression: '|' is not understood; write abs(…)
          |x|
          ^
        """
      ),
      (
        "x + 1e999",
        """
        expression: this number is too large: at most 1.79e308
          x + 1e999
              ^
        """
      ),
      (
        "0.50000000000000000000001*x",
        """
        expression: this number has more digits than a double holds; write 0.5
          0.50000000000000000000001*x
          ^
        """
      ),
      (
        "x\u{0}y",
        """
        expression: a control character (code 0) has no meaning in an expression
          x y
           ^
        """
      ),
    ])
  func caret(_ text: String, _ expected: String) { #expect(message(text) == expected) }

  @Test(
    "sums say which part of them is wrong",
    arguments: [
      (
        "sum(i, 1, n, x[i+1])",
        """
        expression: there is no x[3]: the elements are x[1] to x[2]
          sum(i, 1, n, x[i+1])
                       ^
        """
      ),
      (
        "sum(i, 1, 2.5, x[i])",
        """
        expression: the bounds of a sum or product are whole numbers that do not depend on x
          sum(i, 1, 2.5, x[i])
                    ^
        """
      ),
      (
        "sum(x, 1, n, x[i])",
        """
        expression: 'x' has a meaning already; choose another index, such as i
          sum(x, 1, n, x[i])
              ^
        """
      ),
      (
        "sum(i, 1, n; x[i])",
        """
        expression: ';' has no meaning in an expression, which is one formula
          sum(i, 1, n; x[i])
                     ^
        """
      ),
      (
        "sum(i, 1, x[i])",
        """
        expression: there is no variable 'i'; known are x1, x2, x[i], n, pi, e
          sum(i, 1, x[i])
                      ^
        """
      ),
      (
        "sum(i, 1, n)",
        """
        expression: expected ',', found ')'; the form is sum(i, first, last, formula)
          sum(i, 1, n)
                     ^
        """
      ),
      (
        "sum(i, 1, n, x[i/2])",
        """
        expression: the index of x is not a whole number here
          sum(i, 1, n, x[i/2])
                       ^
        """
      ),
      (
        "1 + sum(i, 1, 1e9, x[1])",
        """
        expression: written out, the expression has more than 100000 operations
          1 + sum(i, 1, 1e9, x[1])
              ^
        """
      ),
      (
        "1 + sum(i, 1, 9999, sum(j, 1, 9999, x[1]))",
        """
        expression: written out, the expression has more than 100000 operations
          1 + sum(i, 1, 9999, sum(j, 1, 9999, x[1]))
              ^
        """
      ),
    ])
  func series(_ text: String, _ expected: String) { #expect(message(text, dimension: 2) == expected) }

  @Test("long texts are cut around the place")
  func cut() {
    let text = String(repeating: "x + ", count: 50) + "? + x"
    let lines = message(text).split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    #expect(lines.count == 3 && lines[1].count <= 80)
    #expect(lines[1][lines[2].firstIndex(of: "^")!] == "?")
  }

  @Test("absurd texts are errors: deep, long, random, each told in a few lines")
  func absurd() {
    let million = 1_000_000
    func many(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }
    for (text, part) in [
      (many("(", 5000) + "x" + many(")", 5000), "nests too deep"),
      (many("(", million), "too long"),
      (many("-", 5000) + "x", "nests too deep"),
      (many("2^", 5000) + "x", "nests too deep"),
      (many("sin(", 2000) + "x" + many(")", 2000), "nests too deep"),
      (many("x+", million) + "x", "too long"),
      (many("x", million), "too long"),
      (many("9", 15000) + "*x", "too large"),
      ("0." + many("0", 15000) + "1*x", "too small"),
      ("1e" + many("9", 5000), "too large"),
      ("x" + many("9", 5000), "coordinates are x1 to x1000"),
      (many("a", 15000), "there is no variable"),
      ("sum(i, 1, 99999999999999999999, x)", "whole numbers"),
      ("sum(i, -9e15, 9e15, x)", "more than 100000 operations"),
      (many("sum(i, 1, 2, ", 1) + many("sum(j, 1, 2, ", 40), "has a meaning already"),
    ] {
      let found = message(text)
      #expect(found.contains(part), "\(found.prefix(300))")
      #expect(found.utf8.count < 1000)
    }
  }

  @Test("what is long but not absurd is understood")
  func longButSound() throws {
    let sum = Array(repeating: "x", count: 9000).joined(separator: "+")
    let objective = try ExpressionObjective(ExpressionDefinition(expression: sum, domain: [-5...5]))
    #expect(objective.value(at: [2]) == 18_000)
    let nested = String(repeating: "(", count: 90) + "x" + String(repeating: ")", count: 90)
    #expect(try ExpressionObjective(ExpressionDefinition(expression: nested, domain: [-5...5])).value(at: [2]) == 2)
  }

  @Test("parameters, domain, dimension and minimum are checked, all at once")
  func definition() {
    let found = message(
      ExpressionDefinition(
        name: "my-valley", expression: "a*x + y", domain: [-5...5, 0...1, 0...1],
        parameters: [
          .init(name: "a", value: "3*"), .init(name: "pi", value: "3"), .init(name: "b c", value: "1"),
          .init(name: "k", value: "x"),
        ], minimum: 3, minimizers: [[1, 2, 3]]))
    #expect(
      found == """
        my-valley.parameters.a: expected a number, a name or '(', found the end
          3*
            ^
        my-valley.parameters: 'pi' is not allowed; this name has a meaning in every expression; choose another
        my-valley.parameters: 'b c' is not allowed; a parameter's name has letters, digits and '_', a letter first
        my-valley.parameters.k: 'x' is not known here; only numbers, pi, e and functions are
          x
          ^
        my-valley.domain: there are 2 coordinates and 3 ranges; expected one range for all, or one for each
        my-valley.minimizers: '1.0, 2.0, 3.0' is not allowed; there are 2 coordinates, the point has 3
        """)
    #expect(message(.init(name: "rastrigin", expression: "x", domain: [0...1])).contains("the catalogue has"))
    #expect(message(.init(name: "a b", expression: "x", domain: [0...1])).contains("a name has letters"))
    #expect(message("sum(i, 1, n, x[i])").contains("a range for each, or the key 'dimension'"))
    #expect(message("x1 + x7", dimension: 3).contains("7 coordinates, more than the dimension has"))
  }
}
