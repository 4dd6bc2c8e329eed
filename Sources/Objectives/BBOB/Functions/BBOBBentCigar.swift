import Scalars

/// f12: z_1² + 10⁶ Σ_{i≥2} z_i² + f_opt with z = R T_asy^0.5(R (x − x_opt)): a narrow ridge that is not straight.
///
/// Unimodal, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f12.
struct BBOBBentCigar: TransformedBBOBFunction {
  static let number = 12
  static let info = describe(
    "BBOB Bent Cigar", formula: "z_1² + 10^6 (z_2² + … + z_n²), z = R T_asy^0.5(R (x − x_opt))",
    character: "unimodal, non-separable; one long bent axis, condition 10^6")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    let rotation = instance.secondRotation
    transform = BBOBTransform(
      instance, minimizer: instance.minimizer(seed: instance.secondSeed),
      [.multiply(rotation), .bend(instance.bends(0.5)), .multiply(rotation)])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    let first = S.square(z[0])
    z[0] = 0
    return first + 1e6 * squares(z)
  }
}
