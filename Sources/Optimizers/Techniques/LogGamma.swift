import Scalars

extension Elementary {
  /// ln Γ(x) for x > 0, to about 10⁻¹⁴.
  ///
  /// Stirling's series from 10 on, where its first eight terms leave 10⁻¹⁷; below it by Γ(x + 1) = x Γ(x).
  /// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 6.1.15 and 6.1.41.
  static func logGamma(_ x: Double) -> Double {
    var x = x
    var factor = 1.0
    while x < 10 {
      factor *= x
      x += 1
    }
    let r = 1 / (x * x)
    // B₂ₖ / (2k (2k − 1)), k = 1 … 8.
    let coefficients: InlineArray<8, Double> = [
      1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
    ]
    var series = 0.0
    for k in coefficients.indices.reversed() { series = series * r + coefficients[k] }
    let halfLogTwoPi = 0.91893853320467274178
    return (x - 0.5) * log(x) - x + halfLogTwoPi + series / x - log(factor)
  }
}
