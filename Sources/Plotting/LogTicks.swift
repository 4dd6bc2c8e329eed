import Canvas
import Foundation

/// Chooses the ticks of a logarithmic axis: decades with a label, the numbers between them without.
struct LogTicks {
  /// - Parameters:
  ///   - scale: logarithmic.
  ///   - room: how many pixels a label needs along the axis, with the gap to the next.
  static func ticks(on scale: Scale, room: Double) -> [Tick] {
    let first = Int(log10(scale.lower).rounded(.down))
    let last = Int(log10(scale.upper).rounded(.up))
    let decades = (first...max(first, last)).filter { scale.contains(DecimalNumber.power($0)) }
    if decades.count < 2 { return withinDecade(scale, first, last, room) }
    let decadeLength = scale.length / log10(scale.upper / scale.lower)
    let stride = Self.stride(fitting: room / decadeLength)
    let isPlain = decades.allSatisfy { (0...4).contains($0) }
    var ticks = decades.map { decade in
      let isLabelled = decade % stride == 0
      let label = isPlain ? NumberLabel.text(DecimalNumber.power(decade)) : NumberLabel.power(decade)
      return Tick(DecimalNumber.power(decade), label: isLabelled ? label : nil)
    }
    // Eight minor ticks a decade would merge into a bar when a decade is short.
    if stride == 1, decadeLength >= 36 {
      for decade in first...last {
        for digit in 2...9 { ticks.append(Tick(DecimalNumber(digits: digit, exponent: decade).value)) }
      }
    }
    return ticks.filter { scale.contains($0.value) }.sorted { $0.value < $1.value }
  }

  /// The smallest comfortable number of decades between labels.
  private static func stride(fitting needed: Double) -> Int {
    [1, 2, 3, 4, 5, 10, 20, 50, 100].first { Double($0) >= needed } ?? 200
  }

  /// With at most one decade in view, 1, 2 and 5 are labelled; with less than two of those, linear ticks.
  private static func withinDecade(_ scale: Scale, _ first: Int, _ last: Int, _ room: Double) -> [Tick] {
    let numbers = (first...max(first, last)).flatMap { decade in
      [1, 2, 5].map { DecimalNumber(digits: $0, exponent: decade) }
    }.filter { scale.contains($0.value) }
    let chosen =
      numbers.count > 1
      ? numbers : LinearTicks.numbers(from: scale.lower, through: scale.upper, target: 4, placement: .inside)
    return zip(chosen, NumberLabel.labels(for: chosen)).map { Tick($0.value, label: $1) }
  }
}
