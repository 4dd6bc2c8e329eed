import Scalars

/// f11: 10⁶ z_1² + Σ_{i≥2} z_i² + f_opt with z = T_osz(R (x − x_opt)): one direction a million times as curved as the rest.
///
/// Unimodal, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f11.
struct BBOBDiscus: BBOBFunction {
  static let number = 11
  static let info = describe(
    "BBOB Discus", formula: "10^6 z_1² + z_2² + … + z_n², z = T_osz(R (x − x_opt))",
    character: "unimodal, non-separable; one short axis, condition 10^6")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let rotation: SquareMatrix

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    rotation = instance.rotation(seed: instance.secondSeed)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { shifted, z in
      shifted.assign(x, minus: minimizer)
      rotation.multiply(shifted, into: z)
      z.oscillate()
      z[0] *= 1000
      return squares(z) + S(instance.minimum)
    }
  }
}
