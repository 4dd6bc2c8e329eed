import Testing

@testable import Statistics

@Suite("Quantiles")
struct QuantilesTests {
  /// numpy.quantile of the sample, NumPy 2.4, its default definition 7.
  @Test(
    "agree with NumPy",
    arguments: [
      (0.0, -1.0), (0.1, 0.5), (0.25, 2.375), (0.5, 3.75), (0.75, 6.25), (0.9, 8.125), (1.0, 9.25),
    ])
  func numpy(_ probability: Double, _ expected: Double) {
    let quantiles = Quantiles([3.5, -1, 7, 2, 9.25, 4])
    #expect(abs(quantiles[probability] - expected) < 1e-12)
  }

  @Test("a run without a value counts as infinitely bad, and does not spoil the others")
  func infinite() {
    let quantiles = Quantiles([1, .infinity, 2, .nan])
    #expect(quantiles[0] == 1)
    #expect(abs(quantiles[1.0 / 3] - 2) < 1e-12)
    #expect(quantiles[0.5] == .infinity)
    #expect(quantiles[1] == .infinity)
  }

  @Test("one value is every quantile; none is NaN")
  func small() {
    #expect(Quantiles([4])[0.9] == 4)
    #expect(Quantiles([])[0.5].isNaN)
  }
}
