import Scalars

/// f13: z_1² + 100 √(z_2² + … + z_n²) + f_opt with z = Q Λ^10 R (x − x_opt): a ridge with a crease as its floor.
///
/// Unimodal, not differentiable on the ridge z_2 = … = z_n = 0, where the gradient across it is taken as 0; minimizer
/// x_opt. Source: INRIA RR-6829 (2009), f13.
struct BBOBSharpRidge: TransformedBBOBFunction {
  static let number = 13
  static let info = describe(
    "BBOB Sharp Ridge", formula: "z_1² + 100 √(z_2² + … + z_n²), z = Q Λ^10 R (x − x_opt)",
    character: "unimodal, non-separable; not differentiable on the ridge that leads to the minimizer")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.doublyRotatedScaling(10))])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    let first = S.square(z[0])
    z[0] = 0
    return first + 100 * S.sqrt(squares(z))
  }
}
