import Canvas
import Foundation

/// Who decides on the transform and the levels.
public enum LevelPolicy: Sendable, Equatable {
  /// Logarithmic where the bulk of the field covers enough decades, otherwise linear.
  case automatic
  case linear
  case logarithmic
  case rank
  /// These values of f, on a linear scale.
  case values([Double])
}

extension LevelScale {
  /// Chooses about eleven nice levels for fields that share them.
  ///
  /// With `minimum` (f*) known, `automatic` is logarithmic in f − f* where the middle 90 % of the samples cover at least
  /// 1.5 decades; with f* unknown, where (q95 − q50) / (q50 − q05) exceeds 5, and then the gap is to the lowest sample.
  /// Infinite and NaN samples do not count; constant fields have no levels.
  public init(for fields: [ScalarField], minimum: Double? = nil, policy: LevelPolicy = .automatic) {
    let sample = LevelSample(fields)
    let reference = minimum ?? sample.lowest
    switch policy {
    case .automatic:
      let isWide = minimum == nil ? sample.isSkewed : sample.decades(above: reference) >= 1.5
      self = isWide ? .logarithmic(sample, reference, minimum != nil) : .linear(sample)
    case .linear: self = .linear(sample)
    case .logarithmic: self = .logarithmic(sample, reference, minimum != nil)
    case .rank: self = .rank(sample)
    case .values(let values):
      let levels = Set(values.filter(\.isFinite)).sorted().map {
        Level(value: $0, u: $0, label: NumberLabel.text($0, digits: 6))
      }
      self.init(transform: .linear, quantity: .value, levels: levels)
    }
  }

  private static func linear(_ sample: LevelSample) -> LevelScale {
    let numbers = NiceLevels.linear(sample.bulk)
    let levels = zip(numbers, NumberLabel.labels(for: numbers)).map { Level(value: $0.value, u: $0.value, label: $1) }
    return LevelScale(transform: .linear, quantity: .value, levels: levels)
  }

  private static func logarithmic(_ sample: LevelSample, _ minimum: Double, _ isKnown: Bool) -> LevelScale {
    let gaps = NiceLevels.decades(sample.gapRange(above: minimum))
    // A decade below the lowest level: the well around the minimizer has a bottom, and the levels hardly move.
    let floor = (gaps.first?.value ?? 1) / 10
    let labels = NiceLevels.labels(ofGaps: gaps)
    let levels = zip(gaps, labels).map { gap, label in
      Level(value: minimum + gap.value, u: log10(gap.value + floor), label: label)
    }
    return LevelScale(
      transform: .logarithmic(minimum: minimum, floor: floor),
      quantity: isKnown ? .gapToMinimum : .gapToLowestSample, levels: levels)
  }

  private static func rank(_ sample: LevelSample) -> LevelScale {
    let quantiles = (0...100).map { sample.quantile(Double($0) / 100) }
    var distinct: [Double] = []
    for value in quantiles where distinct.last.map({ value > $0 }) ?? true { distinct.append(value) }
    guard distinct.count == quantiles.count else { return .linear(sample) }
    let levels = (1...9).map {
      Level(value: quantiles[10 * $0], u: Double($0) / 10, label: "\(10 * $0) %")
    }
    return LevelScale(transform: .rank(quantiles: quantiles), quantity: .rank, levels: levels)
  }
}
