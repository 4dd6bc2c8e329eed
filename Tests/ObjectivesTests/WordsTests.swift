import Objectives
import Testing

@Suite("Numbers in words")
struct WordsTests {
  @Test(
    "counts have commas at the thousands",
    arguments: [(0, "0"), (999, "999"), (1400, "1,400"), (100_000, "100,000"), (-1_234_567, "−1,234,567")])
  func counts(number: Int, text: String) { #expect(Words.count(number) == text) }

  @Test("one is singular, all else plural")
  func nouns() {
    #expect(Words.count(1, "run") == "1 run" && Words.count(0, "run") == "0 runs")
    #expect(
      Words.count(1, "minimum", "minima") == "1 minimum" && Words.count(1400, "minimum", "minima") == "1,400 minima")
  }

  @Test("the last of a list follows an and")
  func lists() {
    #expect(Words.list([]) == "" && Words.list(["a"]) == "a" && Words.list(["a", "b"]) == "a and b")
    #expect(Words.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test(
    "numbers have true exponents", arguments: [(1e-4, "0.0001"), (1e-8, "10⁻⁸"), (2.5e-9, "2.5×10⁻⁹"), (1.0, "1")])
  func numbers(value: Double, text: String) { #expect(Words.number(value) == text) }

  @Test(
    "numbers are rounded to significant digits",
    arguments: [
      (-3.14159, "−3.1"), (0.000123456, "0.00012"), (98_765.0, "99000"), (0.0, "0"), (-16.0, "−16"), (9.96, "10"),
    ])
  func rounded(value: Double, text: String) { #expect(Words.rounded(value, digits: 2) == text) }

  @Test(
    "very large and very small numbers are rounded to their nearest decimals, not to products of powers of ten",
    arguments: [
      (1.9469999999999998e33, "1.947e+33"), (2.0000000000000004e300, "2e+300"), (4.5404e-24, "4.54e-24"),
      (2_192_000_000_000_123.0, "2192000000000000"), (9.9999e22, "1e+23"),
      (0.99996, "1"), (123_456.0, "123500"), (-.leastNonzeroMagnitude, "−5e-324"),
      (1.7971e308, "1.797e+308"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ])
  func extremes(value: Double, text: String) { #expect(Words.rounded(value) == text) }

  @Test(
    "a share is 0 or 100 % only if it is exactly that",
    arguments: [
      (0.0, "0"), (1e-9, "< 0.1"), (0.004, "0.4"), (0.05, "5"), (0.1234, "12"), (0.995, "99.5"), (1 - 1e-9, "> 99.9"),
      (1.0, "100"),
    ])
  func percents(share: Double, text: String) { #expect(Words.percent(share) == text + "\u{202F}%") }
}
