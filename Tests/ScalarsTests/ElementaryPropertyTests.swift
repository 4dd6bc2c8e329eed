import Scalars
import Testing

@Suite("Elementary functions keep what objectives rely on")
struct ElementaryPropertyTests {
  /// Arguments of every size and sign.
  static var arguments: [Double] {
    var generator = SeededGenerator(seed: 3)
    return (0..<4000).map { i in
      i % 2 == 0 ? generator.uniform(from: -50, to: 50) : Double(bitPattern: generator.next())
    }
  }

  @Test("a pair has the bits of the single functions")
  func pairs() {
    for x in Self.arguments {
      let (sine, cosine) = Elementary.sinCos(x)
      #expect(isSame(sine, Elementary.sin(x)) && isSame(cosine, Elementary.cos(x)))
      let (sinePi, cosinePi) = Elementary.sinCosPi(x)
      #expect(isSame(sinePi, Elementary.sinPi(x)) && isSame(cosinePi, Elementary.cosPi(x)))
    }
  }

  @Test("odd functions are odd and even functions even, bit for bit")
  func symmetry() {
    for x in Self.arguments {
      #expect(isSame(Elementary.sin(-x), -Elementary.sin(x)) && isSame(Elementary.cos(-x), Elementary.cos(x)))
      #expect(isSame(Elementary.sinPi(-x), -Elementary.sinPi(x)) && isSame(Elementary.cosPi(-x), Elementary.cosPi(x)))
      #expect(isSame(Elementary.tanh(-x), -Elementary.tanh(x)) && isSame(Elementary.atan(-x), -Elementary.atan(x)))
      #expect(isSame(Elementary.tan(-x), -Elementary.tan(x)))
    }
  }

  @Test("sine, cosine, tanh and the logistic function never leave their range, so no loss falls below its minimum")
  func range() {
    var generator = SeededGenerator(seed: 4)
    for i in 0..<20_000 {
      // Half-turns at and near the extrema, where one unit too much would show.
      let x = Double(i % 64 - 32) / 2 + generator.uniform(from: -1, to: 1) * Elementary.exp(-36 * generator.uniform())
      for value in [Elementary.cosPi(x), Elementary.sinPi(x), Elementary.cos(x * .pi), Elementary.sin(x * .pi)] {
        #expect(value.magnitude <= 1)
      }
      #expect(Elementary.tanh(x).magnitude <= 1 && (0...1).contains(Elementary.logistic(x)))
    }
  }

  @Test("powers of ten and of two have whole logarithms")
  func wholeLogarithms() throws {
    for k in -300...300 {
      #expect(Elementary.log10(try #require(Double("1e\(k)"))) == Double(k))
      #expect(Elementary.log2(Double(sign: .plus, exponent: k, significand: 1)) == Double(k))
    }
  }

  @Test("a power that a double can hold is exact")
  func wholePowers() {
    for base in 2...9 {
      var product = 1.0
      for exponent in 1...15 {
        product *= Double(base)
        #expect(Elementary.pow(Double(base), Double(exponent)) == product)
        #expect(Elementary.pow(product * product, 0.5) == product)
      }
    }
  }
}
