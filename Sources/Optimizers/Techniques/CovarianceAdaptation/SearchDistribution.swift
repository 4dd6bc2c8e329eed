import Scalars

/// The normal distribution N(m, σ²C) that a CMA-ES samples, and how it learns from a ranked generation.
///
/// With C = Σ dⱼ² vⱼ vⱼᵀ, a sample is m + σy with y = Σ dⱼ zⱼ vⱼ and z standard normal.
struct SearchDistribution: Sendable {
  private(set) var mean: [Double]
  /// σ.
  private(set) var stepSize: Double
  /// C, n × n, of which the upper triangle is kept.
  private(set) var covariance: [Double]
  /// p_c.
  private(set) var covariancePath: [Double]
  /// dⱼ, in the order of the eigenvectors.
  private(set) var axisLengths: [Double]

  private var stepPath: [Double]
  /// (1 − c_σ)^2g, which tells how much of the step path is still its start at 0.
  private var startOfPath = 1.0
  private var solver: TridiagonalEigensolver
  private var generationsSinceDecomposition = 0
  private var shift: [Double]
  /// The largest σ√Cᵢᵢ allowed.
  private let widest: Double

  init(mean: [Double], stepSize: Double, widest: Double) {
    let n = mean.count
    self.mean = mean
    self.stepSize = stepSize
    self.widest = widest
    solver = TridiagonalEigensolver(dimension: n)
    covariance = (0..<n * n).map { $0 % (n + 1) == 0 ? 1 : 0 }
    covariancePath = Array(repeating: 0, count: n)
    stepPath = covariancePath
    axisLengths = covariancePath
    shift = covariancePath
    decompose()
  }

  var dimension: Int { mean.count }
  /// vⱼ, n × n, one a row.
  var axes: [Double] { _read { yield solver.vectors } }

  /// σ√Cᵢᵢ.
  func deviation(_ i: Int) -> Double { stepSize * covariance[i * dimension + i].squareRoot() }

  /// Draws y into row `row` of `steps`, n elements a row; returns ‖z‖².
  func draw(
    into steps: inout [Double], row: Int, using generator: inout SeededGenerator
  ) -> Double {
    let n = dimension
    var square = 0.0
    for i in 0..<n { steps[row * n + i] = 0 }
    for j in 0..<n {
      let z = generator.gaussian()
      square += z * z
      let length = axisLengths[j] * z
      for i in 0..<n { steps[row * n + i] += length * solver.vectors[j * n + i] }
    }
    return square
  }

  /// Moves mean, step size and covariance: row `order[i]` of `steps` holds the y of rank i, `squares` each one's ‖z‖².
  mutating func learn(
    from steps: [Double], squares: [Double], order: [Int], _ parameters: StrategyParameters
  ) {
    let n = dimension
    for i in 0..<n { shift[i] = 0 }
    for rank in 0..<parameters.parents {
      let row = order[rank] * n
      for i in 0..<n { shift[i] += parameters.weights[rank] * steps[row + i] }
    }
    for i in 0..<n { mean[i] += stepSize * shift[i] }
    let length = extendStepPath(parameters)
    let relative = length * length / (1 - startOfPath) / Double(n)
    let isShort = relative < 2 + 4 / (Double(n) + 1)
    let cc = parameters.covariancePathRate
    let gain = isShort ? (cc * (2 - cc) * parameters.effectiveParents).squareRoot() : 0
    for i in 0..<n { covariancePath[i] = (1 - cc) * covariancePath[i] + gain * shift[i] }
    adaptCovariance(steps, squares, order, lostVariance: isShort ? 0 : cc * (2 - cc), parameters)
    let growth = parameters.stepPathRate / parameters.stepDamping * (length / parameters.expectedLength - 1)
    stepSize *= Elementary.exp(min(1, growth))
    generationsSinceDecomposition += 1
    if generationsSinceDecomposition >= parameters.decompositionInterval {
      limitDeviations()
      decompose()
    }
  }

  /// Adds C^−½ · shift to the step path; returns its length.
  private mutating func extendStepPath(_ parameters: StrategyParameters) -> Double {
    let n = dimension
    let cs = parameters.stepPathRate
    let gain = (cs * (2 - cs) * parameters.effectiveParents).squareRoot()
    startOfPath *= (1 - cs) * (1 - cs)
    for i in 0..<n { stepPath[i] *= 1 - cs }
    for j in 0..<n {
      var projection = 0.0
      for i in 0..<n { projection += solver.vectors[j * n + i] * shift[i] }
      let along = gain * projection / axisLengths[j]
      for i in 0..<n { stepPath[i] += along * solver.vectors[j * n + i] }
    }
    return stepPath.norm
  }

  private mutating func adaptCovariance(
    _ steps: [Double], _ squares: [Double], _ order: [Int], lostVariance: Double, _ parameters: StrategyParameters
  ) {
    let n = dimension
    let (c1, cMu) = (parameters.rankOneRate, parameters.rankMuRate)
    var sum = 0.0
    for weight in parameters.weights { sum += weight }
    let kept = 1 + c1 * lostVariance - c1 - cMu * sum
    for i in 0..<n {
      let path = c1 * covariancePath[i]
      for j in i..<n { covariance[i * n + j] = kept * covariance[i * n + j] + path * covariancePath[j] }
    }
    for rank in 0..<parameters.populationSize {
      let k = order[rank]
      var weight = cMu * parameters.weights[rank]
      // However long an unsuccessful step was, what it takes away is bounded.
      if weight < 0 { weight *= Double(n) / max(squares[k], .leastNormalMagnitude) }
      for i in 0..<n {
        let scaled = weight * steps[k * n + i]
        for j in i..<n { covariance[i * n + j] += scaled * steps[k * n + j] }
      }
    }
  }

  /// Shrinks the coordinates whose deviation is larger than what is allowed.
  private mutating func limitDeviations() {
    let n = dimension
    for i in 0..<n where deviation(i) > widest {
      let factor = widest / deviation(i)
      for j in 0..<n { covariance[min(i, j) * n + max(i, j)] *= j == i ? factor * factor : factor }
      covariancePath[i] *= factor
    }
  }

  private mutating func decompose() {
    solver.decompose(covariance)
    // Rounding may leave an eigenvalue at 0 or below where the condition is beyond 10¹⁶; the run then ends for it.
    for j in axisLengths.indices { axisLengths[j] = max(solver.values[j], 0x1p-1022).squareRoot() }
    generationsSinceDecomposition = 0
  }
}
