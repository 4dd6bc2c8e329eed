import Scalars

/// f3: 10 (n − Σ cos 2πz_i) + ‖z‖² + f_opt with z = Λ^10 T_asy^0.2(T_osz(x − x_opt)): a bent, irregular Rastrigin.
///
/// About 10ⁿ local minima, separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f3.
struct BBOBSeparableRastrigin: BBOBFunction {
  static let number = 3
  static let info = describe(
    "BBOB Separable Rastrigin", formula: "10 (n − Σ cos 2πz_i) + Σ z_i², z = Λ^10 T_asy^0.2(T_osz(x − x_opt))",
    character: "multimodal, separable; about 10^n local minima")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let bends: [Double]
  private let scaling: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    bends = instance.bends(0.2)
    scaling = instance.scaling(10)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTemporaryScalars(S.self, count: x.count) { z in
      z.assign(x, minus: minimizer)
      z.oscillate()
      z.bend(bends)
      z.scale(by: scaling)
      return cosineRipple(z) + squares(z) + S(instance.minimum)
    }
  }
}
