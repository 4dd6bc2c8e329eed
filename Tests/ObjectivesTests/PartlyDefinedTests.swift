import Scalars
import Testing

@testable import Objectives

/// Formulas that are undefined in a part of their domain, by operations that hide it from bounds.
@Suite("Formulas that are partly undefined")
struct PartlyDefinedTests {
  static let formulas = [
    "max(sqrt(x),5)+x", "0*sqrt(x)+x", "floor(sqrt(x)/10+0.5)+x", "select(sqrt(x)-2,5,2+x)",
    "abs(max(sqrt(1-x^2-y^2),0))*0+x+y", "select(0.05+y^1.5,y,abs(sin(x)))", "min(x,exp(log(y)/2))+y",
    "min(exp(log(y)/2),x)+y", "x^2+0*sqrt(x^2-1)", "select(log(x),1,1)+y", "max(5,log(x),y)", "min(5, sqrt(x))*y",
  ]

  private func objective(_ text: String) throws -> ExpressionObjective {
    try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-2...2], dimension: 2))
  }

  @Test(
    "slopes are bounded only where every point of the box has a value, and bound what it changes", arguments: formulas)
  func slopes(_ text: String) throws {
    let plain = try objective(text)
    let objective = plain.withSlopesWhereDefined(in: plain.domain.intervals)
    var generator = SeededGenerator(seed: 5, axes: ["slopes", text])
    var bounded = 0
    for _ in 0..<2000 {
      let width = [1.0, 0.1, 0.01][generator.index(below: 3)]
      let box = (0..<2).map { _ in
        let center = generator.uniform(from: -2, to: 2)
        return Interval(center - width...center + width)
      }
      var gradient = box
      _ = objective.gradientEnclosure(over: box, into: &gradient)
      guard gradient.allSatisfy(\.isBounded) else { continue }
      bounded += 1
      var last: (x: [Double], value: Double)?
      for _ in 0..<10 {
        let x = box.map { generator.uniform(from: $0.lower, to: $0.upper) }
        let value = plain.value(at: x)
        #expect(!value.isNaN, "\(text) at \(x)")
        if let last {
          let change = zip(gradient, zip(x, last.x)).reduce(Interval(0)) {
            $0 + $1.0 * (Interval($1.1.0) - Interval($1.1.1))
          }
          let seen = value - last.value
          #expect(change.lower - 1e-13 <= seen && seen <= change.upper + 1e-13, "\(text) from \(last.x) to \(x)")
        }
        last = (x, value)
      }
    }
    #expect(bounded > 100)
  }

  @Test("a formula that has a value at every point is left as it is")
  func whole() throws {
    for text in ["x^2 + y", "sqrt(x + 2) + y", "exp(x)/(3 + y)", "abs(x)*floor(y)"] {
      let objective = try objective(text)
      #expect(!(objective.withSlopesWhereDefined(in: objective.domain.intervals) is PartlyDefined))
      #expect(objective.isDefined(throughout: objective.domain.intervals))
    }
    // x² − 2x + 2 ≥ 1, which bounds over the domain do not tell.
    let bowl = try objective("sqrt(x^2 - 2*x + 2)")
    #expect(bowl.definition(over: bowl.domain.intervals) == .unsure)
    #expect(bowl.isDefined(throughout: bowl.domain.intervals))
    for text in Self.formulas {
      let objective = try objective(text)
      #expect(!objective.isDefined(throughout: objective.domain.intervals), "\(text)")
    }
  }

  @Test(
    "all scalars agree at which points there is a value; where there is none, there is no derivative",
    arguments: formulas)
  func sameEverywhere(_ text: String) throws {
    let objective = try objective(text)
    var generator = SeededGenerator(seed: 6, axes: ["undefined", text])
    var undefined = 0
    for _ in 0..<50 {
      let points = (0..<Lanes.width).map { _ in objective.domain.randomPoint(using: &generator) }
      let batch = (0..<2).map { i in Lanes(values: SIMD8(points.map { $0[i] })) }
      var slopes = batch
      let (lanes, laneDual) = (objective.lanes(at: batch.span), objective.lanes(at: batch.span, gradient: &slopes))
      for (lane, x) in points.enumerated() {
        let value = objective.value(at: x)
        var gradient = x
        #expect(isSame(lanes.values[lane], value) && isSame(laneDual.values[lane], value))
        #expect(isSame(objective.value(at: x.span, gradient: &gradient), value))
        for i in 0..<2 { #expect(isSame(slopes[i].values[lane], gradient[i]), "\(text) at \(x)") }
        let variables = x.map { HyperDual($0) }
        #expect(isSame(objective.hyperDual(at: variables.span).value, value))
        guard value.isNaN else { continue }
        undefined += 1
        #expect(objective.gradient(at: x).allSatisfy(\.isNaN) && objective.hessian(at: x).allSatisfy(\.isNaN))
        #expect(objective.definition(over: x.map { Interval($0) }) != .everywhere)
      }
    }
    #expect(undefined > 50)
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool { a.isNaN && b.isNaN || a.bitPattern == b.bitPattern }

  @Test("the order of the arguments of min and max does not matter to where they are defined")
  func order() throws {
    for (one, other) in [("min(x, log(y))", "min(log(y), x)"), ("max(x, sqrt(y), 1)", "max(1, sqrt(y), x)")] {
      for y in [-1.0, 1] {
        let values = try [one, other].map { try objective($0).value(at: [0.5, y]) }
        #expect(isSame(values[0], values[1]) && values[0].isNaN == (y < 0))
      }
    }
  }
}
