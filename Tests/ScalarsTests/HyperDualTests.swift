import Scalars
import Testing

@Suite("Hyper-duals")
struct HyperDualTests {
  let a = HyperDual(value: 3, first: 2, partials: [1, -2, 0.5, 0], mixed: [1, 1, 0, -2])
  let b = HyperDual(value: -4, first: -1, partials: [0, 5, 2, -1], mixed: [0, 2, 4, 1])

  @Test("arithmetic follows the rules of differentiation")
  func arithmetic() {
    expectEqual(a + b, -1, 1, [1, 3, 2.5, -1], [1, 3, 4, -1])
    expectEqual(a - b, 7, 3, [1, -7, -1.5, 1], [1, -1, -4, -3])
    expectEqual(-a, -3, -2, [-1, 2, -0.5, 0], [-1, -1, 0, 2])
    // a″b + a₁b₂ + a₂b₁ + ab″.
    let mixed = HyperDual.Partials(-4 + 0 - 1 + 0, -4 + 10 + 2 + 6, 0 + 4 - 0.5 + 12, 8 - 2 + 0 + 3)
    expectEqual(a * b, -12, -11, [-4, 23, 4, -3], mixed)
    var product = a
    product *= b
    expectEqual(product, -12, -11, [-4, 23, 4, -3], mixed)
    // Dividing the product gives back the factor: all numbers are small dyadic fractions, so exactly.
    expectEqual(a * b / b, 3, 2, a.partials, a.mixed)
    expectEqual(2 * a - 1.5, 4.5, 4, [2, -4, 1, 0], [2, 2, 0, -4])
  }

  @Test("kinks: the larger and the smaller, and the first on a tie; |x| and √x are flat at 0")
  func kinks() {
    expectEqual(HyperDual.max(a, b), 3, 2, a.partials, a.mixed)
    expectEqual(HyperDual.min(a, b), -4, -1, b.partials, b.mixed)
    let tie = HyperDual(value: 3, first: 9, partials: .zero, mixed: .zero)
    expectEqual(HyperDual.max(a, tie), 3, 2, a.partials, a.mixed)
    expectEqual(HyperDual.min(a, tie), 3, 2, a.partials, a.mixed)
    expectEqual(HyperDual.abs(b), 4, 1, [0, -5, -2, 1], [0, -2, -4, -1])
    let zero = HyperDual(value: 0, first: 1, partials: [1, 2, 3, 4], mixed: [1, 1, 1, 1])
    expectEqual(HyperDual.abs(zero), 0, 0, .zero, .zero)
    expectEqual(HyperDual.sqrt(zero), 0, 0, .zero, .zero)
    expectEqual(HyperDual(2.5), 2.5, 0, .zero, .zero)
    #expect(b.magnitude == 4)
  }

  @Test("functions of one variable have the derivatives that 60-digit differentiation gives")
  func functions() throws {
    for line in try Formula.Line.all() where line.name != "composite" {
      let (x, f, derivative, second) = (line.numbers[0], line.numbers[1], line.numbers[2], line.numbers[3])
      let argument = HyperDual(value: x, first: 2, partials: [1, -2, 0.25, 0], mixed: [0, 0, 0, 4])
      let value = try #require(Formula.one(line.name, argument))
      let scale = line.name.hasSuffix("Pi") ? 10.0 : 0
      func expectClose(_ value: Double, _ expected: Double) {
        #expect(isClose(value, expected, scale: scale, tolerance: 2e-15), "\(line.name) at \(x)")
      }
      expectClose(value.value, f)
      expectClose(value.first, 2 * derivative)
      expectClose(value.partials[1], -2 * derivative)
      // ε₁ε₂ f″ in three lanes, f′ alone in the last.
      expectClose(value.mixed[0], 2 * second)
      expectClose(value.mixed[1], -4 * second)
      expectClose(value.mixed[2], 0.5 * second)
      expectClose(value.mixed[3], 4 * derivative)
    }
  }

  @Test("a composite formula has the Hessian that 60-digit differentiation gives")
  func composite() throws {
    for line in try Formula.Line.all() where line.name == "composite" {
      let n = line.numbers
      for row in 0..<2 {
        let x = HyperDual(value: n[0], first: row == 0 ? 1 : 0, partials: [1, 0, 0, 0], mixed: .zero)
        let y = HyperDual(value: n[1], first: row == 1 ? 1 : 0, partials: [0, 1, 0, 0], mixed: .zero)
        let value = Formula.composite(x, y)
        #expect(isClose(value.first, n[3 + row], scale: 1, tolerance: 2e-14))
        #expect(isClose(value.partials[0], n[3], scale: 1, tolerance: 2e-14))
        #expect(isClose(value.partials[1], n[4], scale: 1, tolerance: 2e-14))
        #expect(isClose(value.mixed[0], n[5 + row], scale: 1, tolerance: 1e-13))
        #expect(isClose(value.mixed[1], n[6 + row], scale: 1, tolerance: 1e-13))
        #expect(value.mixed[2] == 0 && value.mixed[3] == 0)
      }
    }
  }

  private func expectEqual(
    _ number: HyperDual, _ value: Double, _ first: Double, _ partials: HyperDual.Partials, _ mixed: HyperDual.Partials,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(number.value == value && number.first == first, sourceLocation: sourceLocation)
    #expect(number.partials == partials && number.mixed == mixed, sourceLocation: sourceLocation)
  }
}
