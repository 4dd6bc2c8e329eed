import Scalars

/// f23: 10/n² Π_i (1 + i Σ_j |2^j z_i − round(2^j z_i)|/2^j)^(10/n^1.2) − 10/n² + f_pen(x) + f_opt, j = 1 … 32.
///
/// z = Q Λ^100 R (x − x_opt). Continuous, with kinks at every multiple of 2⁻³³ in z, and more than 10ⁿ global
/// minima: wherever all 2z_i are integers f is f_opt; x_opt is the one minimizer that is listed. Source: INRIA RR-6829 (2009), f23.
struct BBOBKatsuura: TransformedBBOBFunction {
  static let number = 23
  static let hasOneMinimizer = false
  static let info = describe(
    "BBOB Katsuura",
    formula:
      "10/n² Π_i (1 + i Σ_j |2^j z_i − round(2^j z_i)|/2^j)^(10/n^1.2) − 10/n² + f_pen(x), j = 1 … 32, z = Q Λ^100 R (x − x_opt)",
    character: "multimodal, non-separable; rugged, kinks everywhere")

  let transform: BBOBTransform
  /// 10/n^1.2 and 10/n².
  private let exponent: Double
  private let factor: Double

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.doublyRotatedScaling(100))])
    let n = Double(instance.dimension)
    exponent = 10 / Elementary.pow(n, 1.2)
    factor = 10 / (n * n)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    var product: S = 1
    for i in z.indices { product *= 1 + S(Double(i + 1)) * sawteeth(z[i]) }
    return S(factor) * (S.pow(product, S(exponent)) - 1) + boundaryPenalty(x)
  }

  /// Σ_j |2^j z − round(2^j z)|/2^j.
  @inline(never)
  private func sawteeth<S: RealScalar>(_ z: S) -> S {
    var sum: S = 0
    var frequency = 2.0
    for _ in 1...32 {
      let t = S(frequency) * z
      // No number is further than ½ from an integer; an enclosure over a wide box does not know that.
      sum += S.min(S.abs(t - S.floor(t + 0.5)), 0.5) * S(1 / frequency)
      frequency *= 2
    }
    return sum
  }
}
