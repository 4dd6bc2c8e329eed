import Scalars

/// f17: (1/(n−1) Σ (√s_i + √s_i sin²(50 s_i^(1/5))))² + 10 f_pen(x) + f_opt: ripples ever finer and lower towards the minimizer.
///
/// s_i = √(z_i² + z_{i+1}²), z = Λ^10 Q T_asy^0.5(R (x − x_opt)). Highly multimodal, not separable; minimizer x_opt.
/// Source: INRIA RR-6829 (2009), f17.
struct BBOBSchaffersF7: TransformedBBOBFunction {
  static let number = 17
  static let info = describe(
    "BBOB Schaffer F7",
    formula: formula(condition: 10),
    character: "multimodal, non-separable, asymmetric; ripples that narrow towards the minimizer")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = Self.transform(instance, condition: 10)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    schaffersF7(z) + 10 * boundaryPenalty(x)
  }
}

/// What f18 shares.
extension BBOBSchaffersF7 {
  static func formula(condition: Int) -> String {
    "(1/(n−1) Σ √s_i (1 + sin²(50 s_i^(1/5))))² + 10 f_pen(x), s_i = √(z_i² + z_{i+1}²), "
      + "z = Λ^\(condition) Q T_asy^0.5(R (x − x_opt))"
  }

  static func transform(_ instance: BBOBInstance, condition: Double) -> BBOBTransform {
    BBOBTransform(
      instance,
      [
        .multiply(instance.secondRotation), .bend(instance.bends(0.5)), .multiply(instance.scaledRotation(condition)),
      ])
  }
}
