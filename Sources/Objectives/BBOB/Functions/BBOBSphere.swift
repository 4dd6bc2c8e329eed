import Scalars

/// f1: Σ z_i² + f_opt with z = x − x_opt: the easiest function there is, the same in all directions.
///
/// Unimodal, convex, separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f1.
struct BBOBSphere: BBOBFunction {
  static let number = 1
  static let info = describe("BBOB Sphere", formula: "Σ (x_i − x_opt,i)²", character: "unimodal, separable; isotropic")

  let instance: BBOBInstance
  let minimizer: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTemporaryScalars(S.self, count: x.count) { z in
      z.assign(x, minus: minimizer)
      return squares(z) + S(instance.minimum)
    }
  }
}
