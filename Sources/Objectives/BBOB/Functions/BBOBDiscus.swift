import Scalars

/// f11: 10⁶ z_1² + Σ_{i≥2} z_i² + f_opt with z = T_osz(R (x − x_opt)): one direction a million times as curved as the rest.
///
/// Unimodal, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f11.
struct BBOBDiscus: TransformedBBOBFunction {
  static let number = 11
  static let info = describe(
    "BBOB Discus", formula: "10^6 z_1² + z_2² + … + z_n², z = T_osz(R (x − x_opt))",
    character: "unimodal, non-separable; one short axis, condition 10^6")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.secondRotation), .oscillate])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    z[0] *= 1000
    return squares(z)
  }
}
