/// Gaussian noise that is added to values and gradients, independent for every evaluation.
///
/// Deviations are absolute: in units of f, and of f per unit of x; every partial derivative has the same.
public struct AdditiveNoise: Sendable, Equatable {
  /// Standard deviation of the noise on each partial derivative; 0 for none.
  public var gradientDeviation: Double
  /// Standard deviation of the noise on the value; 0 for none.
  public var valueDeviation: Double

  public init(gradientDeviation: Double = 0, valueDeviation: Double = 0) {
    precondition(gradientDeviation >= 0 && gradientDeviation.isFinite, "a standard deviation is at least 0 and finite")
    precondition(valueDeviation >= 0 && valueDeviation.isFinite, "a standard deviation is at least 0 and finite")
    self.gradientDeviation = gradientDeviation
    self.valueDeviation = valueDeviation
  }

  public var isSilent: Bool { gradientDeviation == 0 && valueDeviation == 0 }

  /// "Gaussian noise of standard deviation 0.5 on each partial derivative and 0.01 on the value".
  var description: String {
    var parts: [String] = []
    if gradientDeviation > 0 { parts.append("\(gradientDeviation.shortest) on each partial derivative") }
    if valueDeviation > 0 { parts.append("\(valueDeviation.shortest) on the value") }
    return parts.isEmpty ? "no noise" : "Gaussian noise of standard deviation " + parts.joined(separator: " and ")
  }

  /// As options of a specification: those above 0, in a fixed order.
  public var options: [Spec.Option] {
    [("gradientNoise", gradientDeviation), ("valueNoise", valueDeviation)].filter { $0.1 > 0 }
      .map { Spec.Option(key: $0.0, value: $0.1.shortest) }
  }
}
