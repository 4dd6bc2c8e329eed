import Testing

@testable import Plotting

@Suite struct NumberLabelTests {
  private func labels(_ digits: [Int], _ exponent: Int) -> [String] {
    NumberLabel.labels(for: digits.map { DecimalNumber(digits: $0, exponent: exponent) }).map(\.plain)
  }

  @Test("Labels of one axis have the same number of decimals and a real minus sign")
  func axis() {
    #expect(labels([-5, 0, 5, 10], -1) == ["−0.5", "0.0", "0.5", "1.0"])
    #expect(labels([0, 25, 50], -2) == ["0.00", "0.25", "0.50"])
    #expect(labels([-100, 0, 100], 0) == ["−100", "0", "100"])
    #expect(labels([2, 4], 4) == ["20000", "40000"])
    #expect(labels([999_995, 1_000_000, 1_000_005], -1) == ["99999.5", "100000.0", "100000.5"])
  }

  @Test("Very large and very small numbers are written with a raised power of ten")
  func scientific() {
    #expect(labels([0, 2, 4], 6) == ["0", "2\u{2009}×\u{2009}10^6", "4\u{2009}×\u{2009}10^6"])
    #expect(
      labels([5, 10, 15], -7) == [
        "0.5\u{2009}×\u{2009}10^−6", "1.0\u{2009}×\u{2009}10^−6", "1.5\u{2009}×\u{2009}10^−6",
      ])
  }

  @Test(
    "A number by itself has no more digits than asked for",
    arguments: [
      (0.1 + 0.2, "0.3"), (1234.5678, "1230"), (0, "0"), (-0.0, "0"), (1e-4, "10^−4"), (-1e-12, "−10^−12"), (5, "5"),
      (3.2e-7, "3.2\u{2009}×\u{2009}10^−7"), (9.999, "10"), (99_990_000, "10^8"), (0.035, "0.035"), (-2.5, "−2.5"),
      (1e22, "10^22"), (1.7976931348623157e308, "1.8\u{2009}×\u{2009}10^308"),
      (.leastNonzeroMagnitude, "5\u{2009}×\u{2009}10^−324"),
      (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "not a number"),
    ])
  func single(value: Double, expected: String) {
    #expect(NumberLabel.text(value).plain == expected)
  }

  @Test("In plain characters exponents are raised digits")
  func plain() {
    #expect(NumberLabel.plainText(1e-12) == "10⁻¹²")
    #expect(NumberLabel.plainText(0.5) == "0.5")
  }
}
