import Scalars

/// f18: (1/(n−1) Σ (√s_i + √s_i sin²(50 s_i^(1/5))))² + 10 f_pen(x) + f_opt: as f17, in a long valley.
///
/// s_i = √(z_i² + z_{i+1}²), z = Λ^1000 Q T_asy^0.5(R (x − x_opt)). Highly multimodal, not separable; minimizer x_opt.
/// Shares the draws of f17.
/// Source: INRIA RR-6829 (2009), f18.
struct BBOBIllConditionedSchaffersF7: BBOBFunction {
  static let number = 18
  static let info = describe(
    "BBOB Ill-conditioned Schaffer F7",
    formula:
      "(1/(n−1) Σ √s_i (1 + sin²(50 s_i^(1/5))))² + 10 f_pen(x), s_i = √(z_i² + z_{i+1}²), z = Λ^1000 Q T_asy^0.5(R (x − x_opt))",
    character: "multimodal, non-separable, asymmetric; as f17, with condition 1000")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let rotation: SquareMatrix
  private let map: SquareMatrix
  private let bends: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    rotation = instance.rotation(seed: instance.secondSeed)
    map = instance.rotation(seed: instance.seed).scalingRows(by: instance.scaling(1000))
    bends = instance.bends(0.5)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { z, rotated in
      z.assign(x, minus: minimizer)
      rotation.multiply(z, into: rotated)
      rotated.bend(bends)
      map.multiply(rotated, into: z)
      return schaffersF7(z) + 10 * boundaryPenalty(x) + S(instance.minimum)
    }
  }
}
