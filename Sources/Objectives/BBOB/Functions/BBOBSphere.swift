import Scalars

/// f1: Σ z_i² + f_opt with z = x − x_opt: the easiest function there is, the same in all directions.
///
/// Unimodal, convex, separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f1.
struct BBOBSphere: TransformedBBOBFunction {
  static let number = 1
  static let info = describe("BBOB Sphere", formula: "Σ (x_i − x_opt,i)²", character: "unimodal, separable; isotropic")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    squares(z)
  }
}
