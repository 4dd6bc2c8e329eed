import Foundation
import Testing

@testable import Plotting

@Suite("Levels")
struct LevelScaleTests {
  private static func field(_ f: (Double, Double) -> Double) -> ScalarField {
    ScalarField(columns: 101, rows: 101, x: -2...2, y: -1...3, sampling: f)
  }

  private static let rosenbrock = field { x, y in
    (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
  }

  @Test("A valley that covers decades gets 1-2-5 or decade levels of the gap")
  func logarithmic() {
    let scale = LevelScale(for: [Self.rosenbrock], minimum: 0)
    #expect(scale.quantity == .gapToMinimum)
    #expect((8...15).contains(scale.levels.count))
    for level in scale.levels {
      var mantissa = level.value
      while mantissa < 0.999 { mantissa *= 10 }
      while mantissa > 9.99 { mantissa /= 10 }
      #expect([1.0, 2, 3, 5].contains { abs($0 - mantissa) < 1e-9 })
      #expect(abs(scale.u(level.value) - level.u) < 1e-12)
    }
  }

  @Test("The gap is taken from f*, wherever that is")
  func shifted() {
    let plain = LevelScale(for: [Self.rosenbrock], minimum: 0)
    let shifted = LevelScale(for: [Self.rosenbrock.map { $0 + 1000 }], minimum: 1000)
    #expect(plain.levels.map(\.label.plain) == shifted.levels.map(\.label.plain))
    #expect(shifted.levels.allSatisfy { $0.value > 1000 })
  }

  @Test("A field within a decade gets equally spaced round values of f")
  func linear() {
    let scale = LevelScale(for: [Self.field { x, y in 40 + 10 * x + 3 * y }], minimum: 10)
    #expect(scale.quantity == .value)
    #expect((8...14).contains(scale.levels.count))
    let steps = zip(scale.levels, scale.levels.dropFirst()).map { $1.value - $0.value }
    #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-9 })
    #expect(scale.levels.map(\.label.plain).contains("40"))
  }

  @Test("With f* unknown, a skewed field is logarithmic above the lowest sample")
  func unknownMinimum() {
    let skewed = LevelScale(for: [Self.field { x, y in (x * x + y * y) * (x * x + y * y) * (x * x + y * y) }])
    #expect(skewed.quantity == .gapToLowestSample)
  }

  @Test("A constant field and a field without numbers have no levels and one band")
  func degenerate() {
    for value in [3.0, .nan, .infinity] {
      let scale = LevelScale(for: [Self.field { _, _ in value }], minimum: 0)
      #expect(scale.levels.isEmpty)
      #expect(scale.bandCount == 1)
    }
  }

  @Test("Bands are open below and closed above: a value on a level belongs to the lower band")
  func bands() {
    let scale = LevelScale(for: [Self.rosenbrock], policy: .values([1, 10, 100]))
    #expect([0.5, 1, 1.5, 10, 99, 1e9, .nan].map { scale.band(ofU: scale.u($0)) } == [0, 0, 1, 1, 2, 3, 0])
  }

  @Test("The rank of a uniform slope is the share of the domain below")
  func rank() {
    let scale = LevelScale(for: [Self.field { x, _ in x }], policy: .rank)
    #expect(abs(scale.u(0) - 0.5) < 0.02)
    #expect(abs(scale.u(-1) - 0.25) < 0.02)
    #expect(scale.levels.map(\.label.plain).first == "10 %")
  }

  @Test("Whole decades read as powers of ten")
  func powers() {
    let field = Self.field { x, y in pow(10, 2 * x + y) }
    let labels = LevelScale(for: [field], minimum: 0).levels.map(\.label.plain)
    #expect(labels.contains("10^−3"))
    #expect(labels.contains("1"))
    #expect(labels.contains("10^4"))
  }

  @Test("Large gaps are written as powers of ten, small ones plainly, in one style")
  func largeGaps() {
    let gaps = [(3, 2), (1, 4), (3, 4), (1, 5)].map { DecimalNumber(digits: $0.0, exponent: $0.1) }
    let labels = NiceLevels.labels(ofGaps: gaps).map { $0.plain.replacing("\u{2009}", with: " ") }
    #expect(labels == ["300", "10^4", "3 × 10^4", "10^5"])
  }
}
