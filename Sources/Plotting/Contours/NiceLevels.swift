import Canvas
import Foundation

/// Numbers that a reader can say aloud: multiples of {1, 2, 2.5, 5}·10^k, decades, and {1, 3} or {1, 2, 5} per decade.
enum NiceLevels {
  static let target = 11

  /// Multiples, strictly inside the range, of the step that makes them nearest to eleven.
  static func linear(_ range: ClosedRange<Double>) -> [DecimalNumber] {
    let span = range.upperBound - range.lowerBound
    guard span > max(abs(range.lowerBound), abs(range.upperBound)) * 1e-12, span.isFinite else { return [] }
    let exponent = Int(log10(span / Double(target)).rounded(.down))
    var best = (step: DecimalNumber(digits: 1, exponent: exponent), distance: Double.infinity)
    for power in exponent - 1...exponent + 1 {
      // Quarter steps need one more digit than the others, so they must earn it.
      for (digits, penalty) in [(10, 0.0), (20, 0), (25, 1.5), (50, 0)] {
        let step = DecimalNumber(digits: digits, exponent: power - 1)
        let distance = abs(span / step.value - Double(target)) + penalty
        if distance < best.distance { best = (step, distance) }
      }
    }
    let first = (range.lowerBound / best.step.value).rounded(.down)
    let last = (range.upperBound / best.step.value).rounded(.up)
    guard abs(first) < 1e13, abs(last) < 1e13 else { return [] }
    return (Int(first)...Int(last))
      .map { DecimalNumber(digits: $0 * best.step.digits, exponent: best.step.exponent) }
      .filter { $0.value > range.lowerBound && $0.value < range.upperBound }
  }

  /// Levels of a gap: whole decades, or some numbers of each, whichever come nearest to eleven.
  ///
  /// {1, 3} fills the stretch of five to seven decades in which decades are too few and {1, 2, 5} too many.
  static func decades(_ range: ClosedRange<Double>) -> [DecimalNumber] {
    guard range.lowerBound > 0, range.upperBound > range.lowerBound, range.upperBound.isFinite else { return [] }
    let lowest = Int(log10(range.lowerBound).rounded(.down))
    let highest = Int(log10(range.upperBound).rounded(.up))
    func levels(_ digits: [Int], every stride: Int) -> [DecimalNumber] {
      (lowest...highest).filter { $0 % stride == 0 }
        .flatMap { power in digits.map { DecimalNumber(digits: $0, exponent: power) } }
        .filter { $0.value >= range.lowerBound && $0.value < range.upperBound }
    }
    let candidates = [
      levels([1], every: 1), levels([1, 3], every: 1), levels([1, 2, 5], every: 1), levels([1], every: 2),
      levels([1], every: 5),
    ]
    return candidates.min { abs($0.count - target) < abs($1.count - target) } ?? []
  }

  /// The texts of gaps in one style: powers of ten throughout for decades, otherwise only where plain digits get long.
  static func labels(ofGaps gaps: [DecimalNumber]) -> [RichText] {
    let areDecades = gaps.allSatisfy { $0.digits == 1 }
    let areLarge = gaps.contains { $0.exponent >= 5 }
    return gaps.map { gap in
      let isPower = areDecades ? !(0...1).contains(gap.exponent) : areLarge && gap.exponent >= 4
      guard isPower else { return NumberLabel.text(gap.value) }
      let power = NumberLabel.power(gap.exponent)
      return gap.digits == 1 ? power : RichText("\(gap.digits)\u{2009}×\u{2009}") + power
    }
  }
}
