import Scalars

/// f18: (1/(n−1) Σ (√s_i + √s_i sin²(50 s_i^(1/5))))² + 10 f_pen(x) + f_opt: as f17, in a long valley.
///
/// s_i = √(z_i² + z_{i+1}²), z = Λ^1000 Q T_asy^0.5(R (x − x_opt)). Highly multimodal, not separable; minimizer x_opt.
/// Shares the draws of f17.
/// Source: INRIA RR-6829 (2009), f18.
struct BBOBIllConditionedSchaffersF7: TransformedBBOBFunction {
  static let number = 18
  static let info = describe(
    "BBOB Ill-conditioned Schaffer F7",
    formula: BBOBSchaffersF7.formula(condition: 1000),
    character: "multimodal, non-separable, asymmetric; as f17, with condition 1000")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) {
    transform = BBOBSchaffersF7.transform(instance, condition: 1000)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    schaffersF7(z) + 10 * boundaryPenalty(x)
  }
}
