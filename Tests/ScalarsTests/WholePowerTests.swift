import Scalars
import Testing

@Suite("Whole powers")
struct WholePowerTests {
  static let exponents = [
    -100, -64, -17, -7, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 12, 16, 17, 21, 33, 64, 65, 100, 255, 1001,
  ]

  @Test("lanes have the same bits, and enclosures hold the value", arguments: exponents)
  func sameEverywhere(n: Int) {
    var generator = SeededGenerator(seed: 21)
    for draw in 0..<200 {
      let size = draw.isMultiple(of: 2) ? 1 : Elementary.pow(2, generator.uniform(from: -1000, to: 1000) / 20)
      let x = generator.uniform(from: -3, to: 3) * size
      let power = Double.power(x, n)
      #expect(Interval.power(Interval(x), n).contains(power), "\(x) to the \(n)")
      #expect(Lanes.power(Lanes(x), n).values[3].bitPattern == power.bitPattern, "\(x) to the \(n)")
    }
  }

  @Test("powers of zeros, infinities and NaN are those of C's pow", arguments: exponents)
  func specialValues(n: Int) {
    for x in [0, -0.0, .infinity, -.infinity, .nan, 1, -1, .leastNonzeroMagnitude, -.greatestFiniteMagnitude] {
      let (power, expected) = (Double.power(x, n), Elementary.pow(x, Double(n)))
      #expect(power == expected && power.sign == expected.sign || power.isNaN && expected.isNaN, "\(x) to the \(n)")
    }
  }

  @Test(
    "low powers, multiplied out, are within two units where a search of 400,000 numbers found the worst",
    arguments: [
      // Rounded from exact ratios.
      (1.5822657202523431, 3, 3.961304776479258, 2.0), (1.1888121300219263, 4, 1.9973441918868091, 1.92 + 0.5),
    ])
  func lowPowers(x: Double, n: Int, nearest: Double, units: Double) {
    let power = Double.power(x, n)
    #expect(Swift.abs(power - nearest) <= units * nearest.ulp)
    #expect(Interval.power(Interval(x), n).contains(nearest))
    #expect(Interval.power(Interval(x), n).contains(power))
  }

  @Test("the high power that a product of doubles misses by five units")
  func seventhTimesThree() {
    // 2.471047161582187²¹ = 178033495.93421911807560…, by 40-digit arithmetic.
    #expect(Double.power(2.471047161582187, 21) == 178033495.93421912)
  }
}
