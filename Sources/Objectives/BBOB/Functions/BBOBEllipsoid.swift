import Scalars

/// f10: Σ 10^(6(i−1)/(n−1)) z_i² + f_opt with z = T_osz(R (x − x_opt)): the ellipsoid f2, turned.
///
/// Unimodal, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f10.
struct BBOBEllipsoid: BBOBFunction {
  static let number = 10
  static let info = describe(
    "BBOB Ellipsoid", formula: "Σ 10^(6(i−1)/(n−1)) z_i², z = T_osz(R (x − x_opt))",
    character: "unimodal, non-separable; condition 10^6, rippled at every scale")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let rotation: SquareMatrix
  private let weights: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    rotation = instance.rotation(seed: instance.secondSeed)
    weights = instance.powers(of: 1e6)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { shifted, z in
      shifted.assign(x, minus: minimizer)
      rotation.multiply(shifted, into: z)
      z.oscillate()
      return weightedSquares(weights, z) + S(instance.minimum)
    }
  }
}
