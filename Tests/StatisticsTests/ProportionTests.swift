import Testing

@testable import Statistics

@Suite("Success rates with Wilson intervals")
struct ProportionTests {
  /// Ends computed by scipy.stats.binomtest(k, n).proportion_ci(0.95, "wilson"), SciPy 1.17.
  static let published: [(count: Int, total: Int, low: Double, high: Double)] = [
    (0, 10, 0.0, 0.27753279986288926),
    (37, 50, 0.6044684273515115, 0.8412847250644762),
    (100, 100, 0.9630065017930143, 1.0),
    (1, 3, 0.06149194472039626, 0.7923403991979523),
    (2500, 5000, 0.48614628258320963, 0.5138537174167904),
  ]

  @Test("agree with SciPy's Wilson intervals", arguments: published)
  func interval(_ expected: (count: Int, total: Int, low: Double, high: Double)) {
    let share = Proportion(count: expected.count, of: expected.total)
    #expect(abs(share.low - expected.low) < 1e-12)
    #expect(abs(share.high - expected.high) < 1e-12)
    #expect(share.rate == Double(expected.count) / Double(expected.total))
  }

  @Test("no trial says nothing: the interval is everything")
  func noTrials() {
    let share = Proportion(count: 0, of: 0)
    #expect(share.low == 0 && share.high == 1 && share.rate == 0)
  }

  @Test("failures are the mirror image of successes")
  func symmetry() {
    let some = Proportion(count: 13, of: 41)
    let rest = Proportion(count: 28, of: 41)
    #expect(abs(some.low - (1 - rest.high)) < 1e-15)
    #expect(abs(some.high - (1 - rest.low)) < 1e-15)
  }
}
