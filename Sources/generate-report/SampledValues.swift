import Objectives

/// Means of what methods see of a stochastic objective at one point.
struct SampledValues {
  /// A mean and its standard error, updated draw by draw (Welford, Technometrics 4, 1962).
  struct Moments {
    private(set) var mean = 0.0
    private var squares = 0.0
    private var count = 0.0

    mutating func add(_ x: Double) {
      count += 1
      let deviation = x - mean
      mean += deviation / count
      squares += deviation * (x - mean)
    }

    var standardError: Double { (squares / (count - 1) / count).squareRoot() }
  }

  let count: Int
  private(set) var value = Moments()
  private(set) var gradient: [Moments]

  /// Draws `count` estimates of value and gradient.
  init(of objective: any Objective, at x: [Double], count: Int, seed: UInt64) throws(InvalidInput) {
    guard (2...10_000_000).contains(count) else {
      throw InvalidInput(
        key: "--samples", value: String(count), allowed: "expected a whole number from 2 to 10000000")
    }
    guard let stochastic = objective as? any StochasticObjective else {
      throw InvalidInput(
        key: "--samples", value: String(count),
        allowed: "\(objective.id) is not stochastic; add noise, as in '\(objective.id)[gradientNoise=1]'")
    }
    self.count = count
    gradient = Array(repeating: Moments(), count: x.count)
    var oracle = stochastic.oracle(seed: seed)
    var partials = [Double](repeating: 0, count: x.count)
    for _ in 0..<count {
      value.add(oracle.value(at: x.span, gradient: &partials).sampled)
      for i in x.indices { gradient[i].add(partials[i]) }
    }
  }
}
