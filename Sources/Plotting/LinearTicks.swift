import Canvas
import Foundation

/// Chooses round numbers for a linear axis.
///
/// Talbot, Lin and Hanrahan, An extension of Wilkinson's algorithm for positioning tick labels on axes, 2010,
/// doi:10.1109/TVCG.2010.130, with the weights given there. Legibility is whether the labels, as wide as they really
/// are, keep clear of each other.
struct LinearTicks {
  /// Whether ticks may lie somewhat beyond the data, as in the paper, or must not, as on an axis with given ends.
  enum Placement { case nearest, inside }

  /// In tenths, nicest first.
  private static let steps = [10, 50, 20, 25, 40, 30]

  private let low: Double
  private let high: Double
  private let target: Int
  private let placement: Placement
  private let isLegible: ([DecimalNumber]) -> Bool
  private var bestScore = -2.0
  private var best: [DecimalNumber] = []

  /// The ticks for data between two finite numbers, `low < high`; empty if no two ticks are legible.
  ///
  /// - Parameters:
  ///   - target: how many ticks would be best, at least 2.
  ///   - isLegible: whether labels for these numbers can stand side by side.
  static func numbers(
    from low: Double, through high: Double, target: Int, placement: Placement,
    isLegible: @escaping ([DecimalNumber]) -> Bool = { _ in true }
  ) -> [DecimalNumber] {
    let range = high - low
    guard range.isFinite, range > max(abs(low), abs(high)) * 1e-12, range > 1e-290 else { return [] }
    var search = LinearTicks(
      low: low, high: high, target: max(2, target), placement: placement, isLegible: isLegible)
    search.run()
    return search.best
  }

  private init(
    low: Double, high: Double, target: Int, placement: Placement, isLegible: @escaping ([DecimalNumber]) -> Bool
  ) {
    self.low = low
    self.high = high
    self.target = target
    self.placement = placement
    self.isLegible = isLegible
  }

  private var range: Double { high - low }

  private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
  }

  private mutating func run() {
    for skip in 1...20 {
      for (rank, step) in Self.steps.enumerated() {
        let simplicityBound = 1 - Double(rank) / 5 - Double(skip) + 1
        guard score(simplicityBound, 1, 1) >= bestScore else { return }
        search(skip: skip, rank: rank, step: step, simplicityBound: simplicityBound)
      }
    }
  }

  private mutating func search(skip: Int, rank: Int, step: Int, simplicityBound: Double) {
    for count in 2...max(50, 3 * target) {
      let densityBound = count >= target ? 2 - Double(count - 1) / Double(target - 1) : 1
      guard score(simplicityBound, 1, densityBound) >= bestScore else { return }
      let delta = range / Double(count + 1) / Double(skip) / (Double(step) / 10)
      var power = Int(log10(delta).rounded(.up))
      while true {
        let stride = Double(skip * step) * DecimalNumber.power(power - 1)
        let span = stride * Double(count - 1)
        let slack = max(0, (span - range) / 2)
        let coverageBound = 1 - (slack / (0.1 * range)) * (slack / (0.1 * range))
        guard score(simplicityBound, coverageBound, densityBound) >= bestScore else { break }
        consider(skip: skip, rank: rank, step: step, count: count, power: power, stride: stride)
        power += 1
      }
    }
  }

  private mutating func consider(skip: Int, rank: Int, step: Int, count: Int, power: Int, stride: Double) {
    let first = (high / stride).rounded(.down) * Double(skip) - Double((count - 1) * skip)
    let last = (low / stride).rounded(.up) * Double(skip)
    guard first <= last, abs(first) < 1e14, abs(last) < 1e14 else { return }
    for start in Int(first)...Int(last) {
      let numbers = (0..<count).map {
        DecimalNumber(digits: (start + $0 * skip) * step, exponent: power - 1)
      }
      let (lowest, highest) = (numbers[0].value, numbers[count - 1].value)
      if placement == .inside, lowest < low || highest > high { continue }
      let hasZero = start % skip == 0 && lowest <= 0 && highest >= 0
      let simplicity = 1 - Double(rank) / 5 - Double(skip) + (hasZero ? 1 : 0)
      let (below, above) = ((low - lowest) / (0.1 * range), (high - highest) / (0.1 * range))
      let coverage = 1 - 0.5 * (below * below + above * above)
      let actual = Double(count - 1) / (highest - lowest)
      let wanted = Double(target - 1) / (max(highest, high) - min(low, lowest))
      let density = 2 - max(actual / wanted, wanted / actual)
      let score = score(simplicity, coverage, density)
      if score > bestScore, isLegible(numbers) { (bestScore, best) = (score, numbers) }
    }
  }
}
