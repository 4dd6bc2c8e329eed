import Scalars

/// f6: T_osz(Σ (s_i z_i)²)^0.9 + f_opt with z = Q Λ^10 R (x − x_opt): low only in one of 2ⁿ sectors.
///
/// s_i = 100 where z_i and x_opt,i have the same sign, else 1. Unimodal, highly asymmetric; minimizer x_opt.
/// Source: INRIA RR-6829 (2009), f6.
struct BBOBAttractiveSector: BBOBFunction {
  static let number = 6
  static let info = describe(
    "BBOB Attractive Sector", formula: "T_osz(Σ (s_i z_i)²)^0.9, z = Q Λ^10 R (x − x_opt), s_i = 100 or 1",
    character: "unimodal, highly asymmetric; kinks between sectors")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let map: SquareMatrix

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    map = instance.doublyRotatedScaling(10)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { shifted, z in
      shifted.assign(x, minus: minimizer)
      map.multiply(shifted, into: z)
      var sum: S = 0
      for i in x.indices { sum += S.square(S.select(S(minimizer[i]) * z[i], 100, 1) * z[i]) }
      let rippled = oscillated(sum)
      // r^0.9 as r · r^(−0.1): at the minimizer the slope of the root is infinite, that of f is 0.
      return rippled * S.pow(S.select(rippled, rippled, 1), -0.1) + S(instance.minimum)
    }
  }
}
