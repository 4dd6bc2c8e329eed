import Scalars

/// f16: 10 (1/n Σ_i Σ_k 2^−k cos(2π 3^k (z_i + ½)) − f_0)³ + 10/n f_pen(x) + f_opt, k = 0 … 11: rugged at every scale.
///
/// z = R Λ^0.01 Q T_osz(R (x − x_opt)); f_0 = Σ_k 2^−k cos(π 3^k) = −2 + 2⁻¹¹. Summed term by term with what each
/// adds to −f_0, 2^−k (1 + cos …), and in radians: COCO's values hold the rounding of angles up to 10⁷. Highly multimodal
/// and repetitive: wherever all z_i are integers f is f_opt; x_opt, where they are 0, is the one minimizer listed. Source: INRIA RR-6829 (2009), f16.
struct BBOBWeierstrass: TransformedBBOBFunction {
  static let number = 16
  static let hasOneMinimizer = false
  static let info = describe(
    "BBOB Weierstrass",
    formula:
      "10 (1/n Σ_i Σ_k 2^−k cos(2π 3^k (z_i + ½)) − f_0)³ + 10/n f_pen(x), k = 0 … 11, z = R Λ^0.01 Q T_osz(R (x − x_opt))",
    character: "multimodal, non-separable; rugged and repetitive")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(
      instance, [.multiply(instance.secondRotation), .oscillate, .multiply(instance.doublyRotatedScaling(0.01))])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    var sum: S = 0
    var weight = 1.0
    var frequency = 2.0
    for _ in 0...11 {
      let angle = S(frequency) * S.pi
      for i in z.indices { sum += S(weight) * (1 + S.cos(angle * (z[i] + 0.5))) }
      weight /= 2
      frequency *= 3
    }
    let n = S(Double(z.count))
    return 10 * S.cube(sum / n) + 10 / n * boundaryPenalty(x)
  }
}
