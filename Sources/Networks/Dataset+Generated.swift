import Scalars

/// Data sets that are drawn: the same seed gives the same bits.
extension Dataset {
  /// Two interleaved spirals of one and a half turns in [−1, 1]², one class each, with Gaussian noise on both coordinates.
  ///
  /// Row 2k + c is point k of spiral c: radius t, angle 3πt + cπ with t from 0.1 to 1.
  /// After Lang and Witbrock, Learning to Tell Two Spirals Apart (1988).
  public static func twoSpirals(
    count pairs: Int, noise: Double = 0, using generator: inout SeededGenerator
  ) throws(InvalidModel) -> Dataset {
    try checkNoise(noise)
    guard pairs > 1 else { throw InvalidModel("count", pairs, allowed: "2 or more points a spiral") }
    var features: [Double] = []
    for k in 0..<pairs {
      let t = 0.1 + 0.9 * Double(k) / Double(pairs - 1)
      for sign in [1.0, -1.0] {
        features.append(sign * t * Elementary.cosPi(3 * t) + noise * generator.gaussian())
        features.append(sign * t * Elementary.sinPi(3 * t) + noise * generator.gaussian())
      }
    }
    let labels = (0..<2 * pairs).map { $0 % 2 }
    return try Dataset(features: features, featureCount: 2, target: .labels(labels, classCount: 2))
  }

  /// The corners of [−1, 1]², `repetitions` times with Gaussian noise; class 1 where the signs of a corner differ.
  public static func xor(
    repetitions: Int = 1, noise: Double = 0, using generator: inout SeededGenerator
  ) throws(InvalidModel) -> Dataset {
    try checkNoise(noise)
    guard repetitions > 0 else { throw InvalidModel("repetitions", repetitions, allowed: "1 or more") }
    var features: [Double] = []
    var labels: [Int] = []
    for _ in 0..<repetitions {
      for (x, y, label) in [(-1.0, -1.0, 0), (-1.0, 1.0, 1), (1.0, -1.0, 1), (1.0, 1.0, 0)] {
        features += [x + noise * generator.gaussian(), y + noise * generator.gaussian()]
        labels.append(label)
      }
    }
    return try Dataset(features: features, featureCount: 2, target: .labels(labels, classCount: 2))
  }

  /// y = w·x + b + noise with Gaussian features, where `weights` holds w, then b.
  public static func linearRegression(
    count: Int, weights: [Double], noise: Double, using generator: inout SeededGenerator
  ) throws(InvalidModel) -> Dataset {
    try checkNoise(noise)
    guard count > 0 else { throw InvalidModel("count", count, allowed: "1 or more") }
    guard weights.count > 1 else { throw InvalidModel("weights", weights.count, allowed: "2 or more, the last a bias") }
    var features: [Double] = []
    var values: [Double] = []
    for _ in 0..<count {
      var answer = weights[weights.count - 1]
      for weight in weights.dropLast() {
        let feature = generator.gaussian()
        features.append(feature)
        answer += weight * feature
      }
      values.append(answer + noise * generator.gaussian())
    }
    return try Dataset(features: features, featureCount: weights.count - 1, target: .values(values, width: 1))
  }

  /// y = c₀ + c₁x + c₂x² + … + noise at x uniform in [−1, 1); the features are x, x², … to the power `degree`.
  ///
  /// With `degree` 1 a network gets x alone; with a high one, linear regression overfits.
  public static func polynomial(
    count: Int, coefficients: [Double], degree: Int = 1, noise: Double, using generator: inout SeededGenerator
  ) throws(InvalidModel) -> Dataset {
    try checkNoise(noise)
    guard count > 0 else { throw InvalidModel("count", count, allowed: "1 or more") }
    guard degree > 0 else { throw InvalidModel("degree", degree, allowed: "1 or more") }
    var features: [Double] = []
    var values: [Double] = []
    for _ in 0..<count {
      let x = generator.uniform(from: -1, to: 1)
      var power = 1.0
      for _ in 0..<degree {
        power *= x
        features.append(power)
      }
      values.append(coefficients.reversed().reduce(0) { $0 * x + $1 } + noise * generator.gaussian())
    }
    return try Dataset(features: features, featureCount: degree, target: .values(values, width: 1))
  }

  private static func checkNoise(_ noise: Double) throws(InvalidModel) {
    guard noise >= 0, noise.isFinite else {
      throw InvalidModel("noise", noise, allowed: "a standard deviation, 0 or more")
    }
  }
}
