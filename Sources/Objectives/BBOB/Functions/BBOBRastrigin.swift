import Scalars

/// f15: 10 (n − Σ cos 2πz_i) + ‖z‖² + f_opt with z = R Λ^10 Q T_asy^0.2(T_osz(R (x − x_opt))): Rastrigin, turned and bent.
///
/// About 10ⁿ local minima, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f15.
struct BBOBRastrigin: BBOBFunction {
  static let number = 15
  static let info = describe(
    "BBOB Rastrigin", formula: "10 (n − Σ cos 2πz_i) + Σ z_i², z = R Λ^10 Q T_asy^0.2(T_osz(R (x − x_opt)))",
    character: "multimodal, non-separable; about 10^n local minima on a bowl")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let rotation: SquareMatrix
  private let map: SquareMatrix
  private let bends: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    rotation = instance.rotation(seed: instance.secondSeed)
    map = instance.doublyRotatedScaling(10)
    bends = instance.bends(0.2)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { z, rotated in
      z.assign(x, minus: minimizer)
      rotation.multiply(z, into: rotated)
      rotated.oscillate()
      rotated.bend(bends)
      map.multiply(rotated, into: z)
      return cosineRipple(z) + squares(z) + S(instance.minimum)
    }
  }
}
