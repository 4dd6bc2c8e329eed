import Scalars

/// The jumps of generalized simulated annealing: Gaussian as q → 1, Cauchy at q = 2, longer tails beyond.
///
/// A jump is σ(T) · g / |h|^((q − 1)/(3 − q)) with independent standard normal g and h.
/// Source: Tsallis and Stariolo, Generalized Simulated Annealing, Physica A 233, 1996, doi:10.1016/S0378-4371(96)00271-3;
/// generated after Schanze, An Exact D-dimensional Tsallis Random Number Generator for Generalized Simulated Annealing,
/// Computer Physics Communications 175, 2006, doi:10.1016/j.cpc.2006.07.012.
struct VisitingDistribution: Sendable {
  private let q: Double
  /// (q − 1)/(3 − q).
  private let power: Double
  /// ln of √π (q − 1)^(4 − q) / (2^((2 − q)/(q − 1)) (3 − q) Γ(1/(q − 1) − ½)).
  private let logConstant: Double

  /// - Parameter q: the visiting parameter, 1 < q < 3.
  init(q: Double) {
    self.q = q
    power = (q - 1) / (3 - q)
    logConstant =
      0.5 * Elementary.log(Double.pi) + (4 - q) * Elementary.log(q - 1) - (2 - q) / (q - 1) * Elementary.log(2)
      - Elementary.log(3 - q) - Elementary.logGamma(1 / (q - 1) - 0.5)
  }

  /// σ(T), the same for every coordinate of a jump.
  func scale(temperature: Double) -> Double {
    Elementary.exp(power * (logConstant + Elementary.log(temperature) / (q - 1)))
  }

  /// One jump; beyond `limit` it is a uniform share of `limit`, with the sign kept.
  func jump(scale: Double, limit: Double, using generator: inout SeededGenerator) -> Double {
    let numerator = scale * generator.gaussian()
    let denominator = Elementary.exp(power * Elementary.log(generator.gaussian().magnitude))
    let length = numerator / denominator
    guard !(length.magnitude <= limit) else { return length }
    return (length < 0 ? -limit : limit) * generator.uniform()
  }
}
