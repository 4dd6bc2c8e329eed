import Scalars
import Testing

@Suite("Duals")
struct DualTests {
  let a = Dual(value: 3, partials: [1, -2, 0.5, 0])
  let b = Dual(value: -4, partials: [0, 5, 2, -1])

  @Test("arithmetic follows the rules of differentiation")
  func arithmetic() {
    expectEqual(a + b, -1, [1, 3, 2.5, -1])
    expectEqual(a - b, 7, [1, -7, -1.5, 1])
    expectEqual(-a, -3, [-1, 2, -0.5, 0])
    // a′b + ab′.
    expectEqual(a * b, -12, [-4, 23, 4, -3])
    // (a′b − ab′)/b².
    expectEqual(a / b, -0.75, [-0.25, (8 - 15) / 16.0, (-2 - 6) / 16.0, 3 / 16.0])
    var product = a
    product *= b
    expectEqual(product, -12, [-4, 23, 4, -3])
    expectEqual(2 * a, 6, [2, -4, 1, 0])
    expectEqual(a - 1.5, 1.5, [1, -2, 0.5, 0])
  }

  @Test("kinks: the larger and the smaller, and the first on a tie; |x| and √x are flat at 0")
  func kinks() {
    expectEqual(Dual.max(a, b), 3, a.partials)
    expectEqual(Dual.min(a, b), -4, b.partials)
    let tie = Dual(value: 3, partials: [9, 9, 9, 9])
    expectEqual(Dual.max(a, tie), 3, a.partials)
    expectEqual(Dual.min(a, tie), 3, a.partials)
    expectEqual(Dual.abs(b), 4, [0, -5, -2, 1])
    let zero = Dual(value: 0, partials: [1, 2, 3, 4])
    expectEqual(Dual.abs(zero), 0, .zero)
    expectEqual(Dual.sqrt(zero), 0, .zero)
  }

  @Test("constants have no derivative, a variable has one in its lane")
  func seeds() {
    expectEqual(Dual(2.5), 2.5, .zero)
    expectEqual(Dual(variable: 7, lane: 2), 7, [0, 0, 1, 0])
    expectEqual(Dual(variable: 7, lane: 4), 7, .zero)
    expectEqual(Dual(variable: 7, lane: -1), 7, .zero)
    #expect(b.magnitude == 4)
    #expect(Dual(exactly: UInt64.max) == nil)
  }

  @Test("functions of one variable have the derivatives that 60-digit differentiation gives")
  func functions() throws {
    let seeds = Dual.Partials(1, -2, 0.25, 0)
    for line in try Formula.Line.all() where line.name != "composite" {
      let (x, f, derivative) = (line.numbers[0], line.numbers[1], line.numbers[2])
      let value = try #require(Formula.one(line.name, Dual(value: x, partials: seeds)))
      // At most 2 units for the function and a few roundings; near a zero of sin or cos, relative to 4.
      let scale = line.name.hasSuffix("Pi") ? 4.0 : 0
      #expect(isClose(value.value, f, tolerance: 8e-16), "\(line.name)(\(x))")
      for lane in 0..<4 {
        let expected = derivative * seeds[lane]
        #expect(isClose(value.partials[lane], expected, scale: scale, tolerance: 1.5e-15), "\(line.name)′(\(x))")
      }
    }
  }

  @Test("a composite formula has the gradient that 60-digit differentiation gives")
  func composite() throws {
    for line in try Formula.Line.all() where line.name == "composite" {
      let n = line.numbers
      let value = Formula.composite(Dual(variable: n[0], lane: 0), Dual(variable: n[1], lane: 3))
      #expect(isClose(value.value, n[2], scale: 1, tolerance: 1e-14))
      #expect(isClose(value.partials[0], n[3], scale: 1, tolerance: 2e-14))
      #expect(isClose(value.partials[3], n[4], scale: 1, tolerance: 2e-14))
      #expect(value.partials[1] == 0 && value.partials[2] == 0)
    }
  }

  @Test("values have the bits of a plain evaluation")
  func sameBits() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<5000 {
      let (x, y) = (generator.uniform(from: -20, to: 20), generator.uniform(from: -20, to: 20))
      let plain = Formula.everything(x, y)
      #expect(
        Formula.everything(Dual(variable: x, lane: 0), Dual(variable: y, lane: 1)).value.bitPattern == plain.bitPattern)
      let first = HyperDual(value: x, first: 1, partials: [1, 0, 0, 0], mixed: .zero)
      let second = HyperDual(value: y, first: 0, partials: [0, 1, 0, 0], mixed: .zero)
      #expect(Formula.everything(first, second).value.bitPattern == plain.bitPattern)
    }
  }

  private func expectEqual(
    _ dual: Dual, _ value: Double, _ partials: Dual.Partials, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(dual.value == value && dual.partials == partials, sourceLocation: sourceLocation)
  }
}
