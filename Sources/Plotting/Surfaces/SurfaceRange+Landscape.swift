import Canvas
import Foundation

extension SurfaceRange {
  /// The heights that show a landscape: outliers of a linear scale end at a lid, wells of a logarithmic one at a bottom.
  ///
  /// Below the lowest level, a logarithm shows how near the samples happen to lie to the minimizer more than it shows f.
  init(_ field: ScalarField, scale: LevelScale, foot: Double) {
    let finite = field.values.filter(\.isFinite)
    var lowest = finite.min() ?? 0
    var highest = finite.max() ?? 1
    if scale.transform == .linear, scale.levels.count > 1, let last = scale.levels.last {
      highest = min(highest, last.u + (last.u - scale.levels[scale.levels.count - 2].u))
    }
    if case .logarithmic = scale.transform, scale.levels.count > 1 {
      lowest = max(lowest, scale.levels[0].u - 0.6 * (scale.levels[1].u - scale.levels[0].u))
    }
    self.init(u: lowest...max(lowest, highest), foot: foot)
  }
}

extension LevelScale {
  /// Ticks of an axis along u, at true values of the scale's quantity; `Tick.value` is in u.
  ///
  /// - Parameter count: about how many there is room for.
  func axisTicks(over range: ClosedRange<Double>, count: Int) -> [Tick] {
    switch transform {
    case .linear:
      let numbers = LinearTicks.numbers(
        from: range.lowerBound, through: range.upperBound, target: count, placement: .inside)
      return zip(numbers, NumberLabel.labels(for: numbers)).map { Tick($0.value, label: $1) }
    case .rank:
      return [0, 25, 50, 75, 100].map { Tick(Double($0) / 100, label: RichText("\($0) %")) }
    case .logarithmic(_, let floor):
      let decades = Int((range.lowerBound - 1).rounded(.down))...Int((range.upperBound + 1).rounded(.up))
      let ticks = decades.compactMap { power -> (power: Int, u: Double)? in
        // Far below the floor all gaps fall on one height; a tick there would claim more than is drawn.
        let gap = DecimalNumber.power(power)
        let u = log10(gap + floor)
        return gap >= floor && range.contains(u) ? (power, u) : nil
      }
      let stride = max(1, Int((Double(ticks.count) / Double(count)).rounded(.up)))
      return ticks.filter { $0.power % stride == 0 }.map {
        Tick(
          $0.u, label: (0...1).contains($0.power) ? RichText($0.power == 0 ? "1" : "10") : NumberLabel.power($0.power))
      }
    }
  }
}
