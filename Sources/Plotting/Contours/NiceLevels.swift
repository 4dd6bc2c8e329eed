import Foundation

/// Numbers that a reader can say aloud: multiples of {1, 2, 2.5, 5}·10^k, decades, and {1, 3} or {1, 2, 5} per decade.
enum NiceLevels {
  static let target = 11

  /// The step whose multiples inside the range are nearest to eleven.
  static func step(for range: ClosedRange<Double>) -> Double {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else { return 1 }
    let exponent = Int(log10(span / Double(target)).rounded(.down))
    var best = (step: 1.0, distance: Double.infinity)
    for power in exponent - 1...exponent + 1 {
      // Quarter steps need one more digit than the others, so they must earn it.
      for (mantissa, penalty) in [(1.0, 0.0), (2, 0), (2.5, 1.5), (5, 0)] {
        let step = scaled(mantissa, power)
        let distance = abs(span / step - Double(target)) + penalty
        if distance < best.distance { best = (step, distance) }
      }
    }
    return best.step
  }

  static func multiples(of step: Double, strictlyInside range: ClosedRange<Double>) -> [Double] {
    let first = (range.lowerBound / step).rounded(.down)
    let last = (range.upperBound / step).rounded(.up)
    guard last - first < 1000, range.lowerBound < range.upperBound else { return [] }
    // Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
    let inverse = (1 / step).rounded()
    let isFraction = step < 1 && abs(inverse * step - 1) < 1e-9
    return (Int(first)...Int(last)).map { isFraction ? Double($0) / inverse : Double($0) * step }
      .filter { $0 > range.lowerBound && $0 < range.upperBound }
  }

  /// Levels of a gap: whole decades, or some mantissas of each, whichever come nearest to eleven.
  static func decades(_ range: ClosedRange<Double>) -> [Double] {
    guard range.lowerBound > 0, range.upperBound > range.lowerBound, range.upperBound.isFinite else { return [] }
    let lowest = Int(log10(range.lowerBound).rounded(.down))
    let highest = Int(log10(range.upperBound).rounded(.up))
    func levels(_ mantissas: [Double], every stride: Int) -> [Double] {
      (lowest...highest).filter { $0 % stride == 0 }
        .flatMap { power in mantissas.map { scaled($0, power) } }
        .filter { $0 >= range.lowerBound && $0 < range.upperBound }
    }
    let candidates = [
      levels([1], every: 1), levels([1, 3], every: 1), levels([1, 2, 5], every: 1), levels([1], every: 2),
      levels([1], every: 5),
    ]
    return candidates.min { abs($0.count - target) < abs($1.count - target) } ?? []
  }

  static func isDecade(_ value: Double) -> Bool { scaled(1, Int(log10(value).rounded())) == value }

  /// mantissa·10^power, correctly rounded: literals parse exactly, products of powers do not.
  static func scaled(_ mantissa: Double, _ power: Int) -> Double { Double("\(mantissa)e\(power)") ?? .nan }
}
