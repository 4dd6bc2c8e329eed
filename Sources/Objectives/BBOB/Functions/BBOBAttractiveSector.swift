import Scalars

/// f6: T_osz(Σ (s_i z_i)²)^0.9 + f_opt with z = Q Λ^10 R (x − x_opt): low only in one of 2ⁿ sectors.
///
/// s_i = 100 where z_i and x_opt,i have the same sign, else 1. Unimodal, highly asymmetric; minimizer x_opt.
/// Source: INRIA RR-6829 (2009), f6.
struct BBOBAttractiveSector: TransformedBBOBFunction {
  static let number = 6
  static let info = describe(
    "BBOB Attractive Sector", formula: "T_osz(Σ (s_i z_i)²)^0.9, z = Q Λ^10 R (x − x_opt), s_i = 100 or 1",
    character: "unimodal, highly asymmetric; kinks between sectors")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.doublyRotatedScaling(10))])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    var sum: S = 0
    for i in z.indices { sum += S.square(S.select(S(minimizer[i]) * z[i], 100, 1) * z[i]) }
    let rippled = oscillated(sum)
    // r^0.9 as r · r^(−0.1): at the minimizer the slope of the root is infinite, that of f is 0.
    return rippled * S.pow(S.select(rippled, rippled, 1), -0.1)
  }
}
