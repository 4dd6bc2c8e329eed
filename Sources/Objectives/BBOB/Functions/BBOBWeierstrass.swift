import Scalars

/// f16: 10 (1/n Σ_i Σ_k 2^−k cos(2π 3^k (z_i + ½)) − f_0)³ + 10/n f_pen(x) + f_opt, k = 0 … 11: rugged at every scale.
///
/// z = R Λ^0.01 Q T_osz(R (x − x_opt)); f_0 = Σ_k 2^−k cos(π 3^k) = −2 + 2⁻¹¹. Summed term by term with what each
/// adds to −f_0, 2^−k (1 + cos …), and in radians: COCO's values hold the rounding of angles up to 10⁷. Highly multimodal
/// and repetitive: wherever all z_i are integers f is f_opt; x_opt, where they are 0, is the one minimizer listed. Source: INRIA RR-6829 (2009), f16.
struct BBOBWeierstrass: BBOBFunction {
  static let number = 16
  static let hasOneMinimizer = false
  static let info = describe(
    "BBOB Weierstrass",
    formula:
      "10 (1/n Σ_i Σ_k 2^−k cos(2π 3^k (z_i + ½)) − f_0)³ + 10/n f_pen(x), k = 0 … 11, z = R Λ^0.01 Q T_osz(R (x − x_opt))",
    character: "multimodal, non-separable; rugged and repetitive")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let rotation: SquareMatrix
  private let map: SquareMatrix

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    rotation = instance.rotation(seed: instance.secondSeed)
    map = instance.doublyRotatedScaling(0.01)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { z, rotated in
      z.assign(x, minus: minimizer)
      rotation.multiply(z, into: rotated)
      rotated.oscillate()
      map.multiply(rotated, into: z)
      var sum: S = 0
      var weight = 1.0
      var frequency = 2.0
      for _ in 0...11 {
        let angle = S(frequency) * S.pi
        for i in x.indices { sum += S(weight) * (1 + S.cos(angle * (z[i] + 0.5))) }
        weight /= 2
        frequency *= 3
      }
      let n = S(Double(x.count))
      return 10 * S.cube(sum / n) + 10 / n * boundaryPenalty(x) + S(instance.minimum)
    }
  }
}
