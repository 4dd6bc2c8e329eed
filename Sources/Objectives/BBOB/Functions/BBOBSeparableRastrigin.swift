import Scalars

/// f3: 10 (n − Σ cos 2πz_i) + ‖z‖² + f_opt with z = Λ^10 T_asy^0.2(T_osz(x − x_opt)): a bent, irregular Rastrigin.
///
/// About 10ⁿ local minima, separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f3.
struct BBOBSeparableRastrigin: TransformedBBOBFunction {
  static let number = 3
  static let info = describe(
    "BBOB Separable Rastrigin", formula: "10 (n − Σ cos 2πz_i) + Σ z_i², z = Λ^10 T_asy^0.2(T_osz(x − x_opt))",
    character: "multimodal, separable; about 10^n local minima")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(
      instance, [.oscillate, .bend(instance.bends(0.2)), .scale(instance.scaling(10))])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    cosineRipple(z) + squares(z)
  }
}
