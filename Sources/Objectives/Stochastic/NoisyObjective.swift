import Scalars

/// Any objective, seen through additive Gaussian noise.
///
/// As in COCO's noisy functions, what is judged is the value without noise (Hansen, Finck, Ros and Auger, Real-Parameter
/// Black-Box Optimization Benchmarking 2009: Noisy Functions Definitions, INRIA RR-6869).
///
/// This is a property of the problem, the same for every method; the hyper-parameter `noise` of first-order methods is
/// part of a method, which adds it to the gradient it was given, on an objective that may itself be noise-free.
public struct NoisyObjective: StochasticObjective {
  /// The objective without this noise; where it is stochastic itself, noise is added to its estimates.
  public let base: any Objective
  public let exact: any Objective
  public let noise: AdditiveNoise
  public let id: String

  public init(_ base: any Objective, noise: AdditiveNoise) {
    self.base = base
    self.noise = noise
    exact = (base as? any StochasticObjective)?.exact ?? base
    id = base.specification(with: noise.options)
  }

  public var randomness: String {
    [base.whatIsRandom, noise.description].compactMap { $0 }.joined(separator: ", and ")
  }

  public var estimatesPerEpoch: Int { (base as? any StochasticObjective)?.estimatesPerEpoch ?? 1 }

  public func oracle(seed: UInt64) -> any StochasticOracle {
    NoisyOracle(
      exact: exact, inner: (base as? any StochasticObjective)?.oracle(seed: seed), noise: noise,
      generator: SeededGenerator(seed: seed, axes: ["additive noise"]))
  }
}

/// Draws, in this order: the value's noise where there is some, then that of each partial derivative.
private struct NoisyOracle: StochasticOracle {
  let exact: any Objective
  /// What is random beside this noise.
  var inner: (any StochasticOracle)?
  let noise: AdditiveNoise
  var generator: SeededGenerator

  mutating func value(at x: Span<Double>) -> Estimate {
    var estimate = inner?.value(at: x) ?? Estimate(exact.value(at: x))
    addNoise(to: &estimate.sampled)
    return estimate
  }

  mutating func value(at x: Span<Double>, gradient: inout [Double]) -> Estimate {
    var estimate =
      inner?.value(at: x, gradient: &gradient) ?? Estimate(exact.value(at: x, gradient: &gradient))
    addNoise(to: &estimate.sampled)
    if noise.gradientDeviation > 0 {
      for i in gradient.indices { gradient[i] += noise.gradientDeviation * generator.gaussian() }
    }
    return estimate
  }

  private mutating func addNoise(to value: inout Double) {
    if noise.valueDeviation > 0 { value += noise.valueDeviation * generator.gaussian() }
  }
}
