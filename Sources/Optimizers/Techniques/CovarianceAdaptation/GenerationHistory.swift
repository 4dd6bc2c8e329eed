/// The values of past generations, by which a strategy sees that it has converged or gets nowhere.
///
/// Criteria and defaults of pycma: `tolfun`, `tolfunhist`, `tolflatfitness` and `tolstagnation`.
struct GenerationHistory: Sendable {
  /// Generations told so far.
  private(set) var generations = 0
  /// The best values of the last 10 + 30n/λ generations, as a ring.
  private var recentBest: [Double] = []
  private let recentCapacity: Int
  private var flatGenerations = 0
  /// The range of the last generation's values.
  private var currentRange = Double.infinity

  /// The best and the median value of every fifth generation; of the last 1000 to 2000 such.
  private var best: [Double] = []
  private var median: [Double] = []
  private static let capacity = 2000
  private var ranking = Ranking(capacity: capacity / 10 + 1)
  private var lowest = Double.infinity
  private var lowestGeneration = 0
  private let stagnationGenerations: Double
  private let earliestStagnation: Double

  init(dimension: Int, populationSize: Int) {
    let (n, lambda) = (Double(dimension), Double(populationSize))
    recentCapacity = 10 + Int(30 * n / lambda)
    stagnationGenerations = (100 + 100 * n * n.squareRoot() / lambda).rounded(.down)
    earliestStagnation = n * (5 + 100 / lambda)
    recentBest.reserveCapacity(recentCapacity)
  }

  /// Notes a generation whose values stand in `values`, ranked by `order`.
  mutating func note(_ values: [Double], order: [Int]) {
    let lambda = values.count
    let generationBest = values[order[0]]
    currentRange = values[order[lambda - 1]] - generationBest
    flatGenerations = generationBest == values[order[lambda * 3 / 4]] ? flatGenerations + 1 : 0
    if recentBest.count < recentCapacity {
      recentBest.append(generationBest)
    } else {
      recentBest[generations % recentCapacity] = generationBest
    }
    generations += 1
    if generationBest < lowest {
      lowest = generationBest
      lowestGeneration = generations
    }
    guard generations % 5 == 0 else { return }
    if best.count == Self.capacity {
      best.removeFirst(Self.capacity / 2)
      median.removeFirst(Self.capacity / 2)
    }
    best.append(generationBest)
    let middle = values[order[lambda / 2]]
    median.append(lambda % 2 == 1 ? middle : 0.5 * (middle + values[order[lambda / 2 - 1]]))
  }

  /// Whether the values no longer differ by more than `tolerance`, a tenth of it over the generations alone.
  func isConverged(tolerance: Double) -> Bool {
    let range = (recentBest.max() ?? .infinity) - (recentBest.min() ?? 0)
    return (currentRange < tolerance && range < tolerance) || (recentBest.count > 9 && range < 0.1 * tolerance)
  }

  /// Whether three quarters of the values have been equal twice in a row.
  var isFlat: Bool { flatGenerations > 1 }

  /// Whether neither best nor median values have become lower between the last two tenths of the generations.
  mutating func isStagnant() -> Bool {
    guard Double(generations) > earliestStagnation, best.count > 100,
      Double(generations - lowestGeneration) > 0.5 * stagnationGenerations
    else { return false }
    let length = max(Int(stagnationGenerations / 10), best.count / 10)
    guard 2 * length < best.count, length < Self.capacity / 10 + 1 else { return false }
    return !hasFallen(best, length) && !hasFallen(median, length)
  }

  private mutating func hasFallen(_ values: [Double], _ length: Int) -> Bool {
    let end = values.count
    let now = middle(of: values, in: end - length..<end)
    return now < middle(of: values, in: end - 2 * length..<end - length)
  }

  /// The median of `values[range]`.
  private mutating func middle(of values: [Double], in range: Range<Int>) -> Double {
    ranking.rank(values, in: range)
    let upper = values[ranking.order[range.count / 2]]
    return range.count % 2 == 1 ? upper : 0.5 * (upper + values[ranking.order[range.count / 2 - 1]])
  }
}
