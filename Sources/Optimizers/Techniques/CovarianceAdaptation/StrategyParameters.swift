import Scalars

/// The constants of a CMA-ES: weights, learning rates and damping, all functions of dimension and population size.
///
/// Source: Hansen, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772 (2016, revised 2023), table 1.
struct StrategyParameters: Sendable, Equatable {
  /// λ, the points of a generation.
  let populationSize: Int
  /// wᵢ by rank, best first: λ of them, the positive ones with sum 1.
  let weights: [Double]
  /// μ, how many weights are positive.
  let parents: Int
  /// μ_eff, 1 over the sum of the squared positive weights.
  let effectiveParents: Double
  /// c_σ and d_σ of the step size.
  let stepPathRate: Double
  let stepDamping: Double
  /// c_c, c₁ and c_μ of the covariance matrix.
  let covariancePathRate: Double
  let rankOneRate: Double
  let rankMuRate: Double
  /// E‖N(0, I)‖.
  let expectedLength: Double
  /// Generations between two decompositions of the covariance matrix.
  let decompositionInterval: Int

  /// λ = 4 + ⌊3 ln n⌋.
  static func defaultPopulationSize(_ dimension: Int) -> Int { 4 + Int(3 * Elementary.log(Double(dimension))) }

  init(dimension: Int, populationSize: Int) {
    let n = Double(dimension)
    self.populationSize = populationSize
    parents = populationSize / 2
    let middle = Elementary.log(0.5 * (Double(populationSize) + 1))
    let raw = (1...populationSize).map { middle - Elementary.log(Double($0)) }
    let positive = Self.summary(raw[..<parents])
    let negative = Self.summary(raw[parents...])
    let mu = positive.effective
    effectiveParents = mu
    stepPathRate = (mu + 2) / (n + mu + 5)
    stepDamping = 1 + 2 * max(0, ((mu - 1) / (n + 1)).squareRoot() - 1) + stepPathRate
    covariancePathRate = (4 + mu / n) / (n + 4 + 2 * mu / n)
    let c1 = 2 / ((n + 1.3) * (n + 1.3) + mu)
    let cMu = min(1 - c1, 2 * (0.25 + mu + 1 / mu - 2) / ((n + 2) * (n + 2) + mu))
    rankOneRate = c1
    rankMuRate = cMu
    // The three bounds on the sum of the negative weights; the last keeps the matrix positive definite.
    let allowed = min(1 + c1 / cMu, 1 + 2 * negative.effective / (mu + 2), (1 - c1 - cMu) / (n * cMu))
    weights = raw.map { $0 >= 0 ? $0 / positive.sum : $0 * allowed / -negative.sum }
    expectedLength = n.squareRoot() * (1 - 1 / (4 * n) + 1 / (21 * n * n))
    decompositionInterval = max(1, Int(1 / ((c1 + cMu) * n * 10)))
  }

  /// The sum of some weights, and its square over the sum of their squares.
  private static func summary(_ weights: ArraySlice<Double>) -> (sum: Double, effective: Double) {
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    return (sum, squares == 0 ? 0 : sum * sum / squares)
  }
}
