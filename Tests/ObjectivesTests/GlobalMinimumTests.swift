import Objectives
import Scalars
import Testing

/// Nothing in the domain is better than the minimum that we claim: neither sampling nor local search finds it.
struct GlobalMinimumTests {
  /// Too hard in the plane for a compass: minima beyond counting, a valley like a knife's edge, whole circles of minima.
  static let hard = ["griewank", "trefethen", "bukin-6", "drop-wave", "salomon"]

  @Test(
    "no better value is found by sampling and local search", arguments: ObjectiveCatalogue.entries, [0, 1, 2, 3])
  func nothingBetter(_ entry: ObjectiveCatalogue.Entry, _ instance: Int) {
    for dimension in 1...6 where entry.info.dimensions.contains(dimension) {
      guard entry.info.instanceNumbers(dimension: dimension).contains(instance) else { continue }
      let objective = entry.objective(dimension: dimension, instance: instance)
      var generator = SeededGenerator(seed: UInt64(instance))
      let sample = (0..<20_000).map { _ in
        let x = objective.domain.randomPoint(using: &generator)
        return (x: x, value: objective.value(at: x))
      }
      let best = sample.sorted { $0.value < $1.value }.prefix(20).map { compassSearch(objective, from: $0.x).value }
      let allowed = 1e-9 * max(1, objective.minimum.value.magnitude)
      #expect(best.min()! >= objective.minimum.value - allowed, "\(objective.id)")
      // The search is worth its name: it finds the minimum.
      if dimension == 1 || dimension == 2 && !Self.hard.contains(entry.info.id) {
        #expect(best.min()! <= objective.minimum.value + 1e-6, "\(objective.id)")
      }
    }
  }

  @Test("within two dimensions, local search finds every minimizer that is listed", arguments: [0, 1, 3])
  func allMinimizers(_ instance: Int) throws {
    for id in ["himmelblau", "six-hump-camel", "branin", "dixon-price", "bird"] {
      let objective = try ObjectiveCatalogue.objective(id, instance: instance)
      var generator = SeededGenerator(seed: 5)
      var found: [[Double]] = []
      for _ in 0..<200 {
        let end = compassSearch(objective, from: objective.domain.randomPoint(using: &generator))
        guard end.value <= objective.minimum.value + 1e-9 else { continue }
        if !found.contains(where: { distance($0, end.x) < 1e-3 }) { found.append(end.x) }
      }
      #expect(found.count == objective.minimum.minimizers.count, "\(objective.id)")
      for point in found { #expect(objective.minimum.minimizers.contains { distance($0, point) < 1e-3 }) }
    }
  }

  /// Tries a step along each axis, takes the first improvement, halves the step where there is none.
  private func compassSearch(_ objective: any Objective, from start: [Double]) -> (x: [Double], value: Double) {
    let domain = objective.domain
    let widths = domain.widths
    var x = start
    var value = objective.value(at: x)
    var step = 0.02
    for _ in 0..<5000 where step > 1e-10 {
      var improved = false
      var trial = x
      for i in x.indices {
        for sign in [-1.0, 1.0] {
          let moved = x[i] + sign * step * widths[i]
          trial[i] = min(max(moved, domain.lower[i]), domain.upper[i])
          let trialValue = objective.value(at: trial)
          if trialValue < value { (x[i], value, improved) = (trial[i], trialValue, true) }
          trial[i] = x[i]
        }
      }
      step *= improved ? 1.4 : 0.5
    }
    return (x, value)
  }
}
