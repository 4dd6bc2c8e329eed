import Scalars

/// f15: 10 (n − Σ cos 2πz_i) + ‖z‖² + f_opt with z = R Λ^10 Q T_asy^0.2(T_osz(R (x − x_opt))): Rastrigin, turned and bent.
///
/// About 10ⁿ local minima, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f15.
struct BBOBRastrigin: TransformedBBOBFunction {
  static let number = 15
  static let info = describe(
    "BBOB Rastrigin", formula: "10 (n − Σ cos 2πz_i) + Σ z_i², z = R Λ^10 Q T_asy^0.2(T_osz(R (x − x_opt)))",
    character: "multimodal, non-separable; about 10^n local minima on a bowl")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(
      instance,
      [
        .multiply(instance.secondRotation), .oscillate, .bend(instance.bends(0.2)),
        .multiply(instance.doublyRotatedScaling(10)),
      ])
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    cosineRipple(z) + squares(z)
  }
}
