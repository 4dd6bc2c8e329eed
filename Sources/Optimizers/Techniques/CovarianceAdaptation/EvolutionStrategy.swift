import Objectives
import Scalars

/// One run of a CMA-ES from a mean and a step size: a generation is drawn, evaluated, ranked and learnt from.
///
/// Lengths are in widths of the domain, so that domains may be wider along one axis than along another.
struct EvolutionStrategy: Sendable {
  let parameters: StrategyParameters
  private(set) var distribution: SearchDistribution
  private(set) var history: GenerationHistory
  private let bounds: SmoothBounds
  private let tolerances: Tolerances
  private let generationLimit: Int

  private var steps: [Double]
  private var squares: [Double]
  private var values: [Double]
  private var ranking: Ranking
  private var point: [Double]

  /// When a strategy calls itself converged.
  struct Tolerances: Sendable {
    /// Of the values, in units of f.
    var value: Double
    /// Of the deviations, in widths of the domain.
    var step: Double
    /// Of the covariance matrix's condition.
    static let condition = 1e14
  }

  /// - Parameters:
  ///   - x: the point that becomes the mean.
  ///   - stepSize: σ in widths of the domain.
  ///   - generationLimit: generations after which the run counts as stagnant.
  init(
    at x: [Double], stepSize: Double, populationSize: Int, bounds: SmoothBounds, tolerances: Tolerances,
    generationLimit: Int = .max
  ) {
    let n = x.count
    parameters = StrategyParameters(dimension: n, populationSize: populationSize)
    let mean = x.indices.map { bounds.coordinate(of: x[$0], coordinate: $0) }
    // A third of the width, as pycma has it: beyond, nearly every point is mirrored.
    distribution = SearchDistribution(mean: mean, stepSize: stepSize, widest: bounds.isOpen ? .infinity : 1 / 3.0)
    history = GenerationHistory(dimension: n, populationSize: populationSize)
    self.bounds = bounds
    self.tolerances = tolerances
    self.generationLimit = generationLimit
    steps = Array(repeating: 0, count: n * populationSize)
    squares = Array(repeating: 0, count: populationSize)
    values = squares
    ranking = Ranking(capacity: populationSize)
    point = x
  }

  /// Writes the mean, as a point of the domain, into `x`.
  func writeMean(into x: inout [Double]) {
    for i in x.indices { x[i] = bounds.image(of: distribution.mean[i], coordinate: i) }
  }

  /// One generation, λ evaluations; throws at once where the last one met a criterion of termination.
  mutating func advance(
    on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if let reason = reasonToEnd() { throw reason }
    let n = point.count
    for k in 0..<parameters.populationSize {
      squares[k] = distribution.draw(into: &steps, row: k, using: &generator)
      for i in 0..<n {
        let u = distribution.mean[i] + distribution.stepSize * steps[k * n + i]
        point[i] = bounds.image(of: u, coordinate: i)
      }
      values[k] = try evaluator.value(at: point)
    }
    ranking.rank(values, in: 0..<parameters.populationSize)
    history.note(values, order: ranking.order)
    distribution.learn(from: steps, squares: squares, order: ranking.order, parameters)
  }

  private mutating func reasonToEnd() -> TerminationReason? {
    guard history.generations > 0 else { return nil }
    if history.isFlat || history.isConverged(tolerance: tolerances.value) { return .stagnated }
    if isTiny || isLostInRounding { return .stepVanished }
    if isIllConditioned { return .failed("condition of the covariance matrix beyond 1e14") }
    return history.generations >= generationLimit || history.isStagnant() ? .stagnated : nil
  }

  /// Whether every deviation, and the evolution path, is below the tolerance.
  private var isTiny: Bool {
    for i in point.indices {
      let path = distribution.stepSize * distribution.covariancePath[i]
      guard distribution.deviation(i) < tolerances.step, path < tolerances.step else { return false }
    }
    return true
  }

  /// Whether a fifth of a deviation along some axis, or a tenth along a principal axis, no longer changes the mean.
  private var isLostInRounding: Bool {
    let n = point.count
    let mean = distribution.mean
    for i in 0..<n where mean[i] == mean[i] + 0.2 * distribution.deviation(i) { return true }
    let axis = history.generations % n
    let length = 0.1 * distribution.stepSize * distribution.axisLengths[axis]
    for i in 0..<n where mean[i] != mean[i] + length * distribution.axes[axis * n + i] { return false }
    return true
  }

  private var isIllConditioned: Bool {
    var (shortest, longest) = (Double.infinity, 0.0)
    for length in distribution.axisLengths {
      shortest = min(shortest, length)
      longest = max(longest, length)
    }
    return !(longest * longest <= Tolerances.condition * shortest * shortest)
  }
}
