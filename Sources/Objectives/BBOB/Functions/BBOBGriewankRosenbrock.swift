import Scalars

/// f19: 10/(n−1) Σ (s_i/4000 − cos s_i) + 10 + f_opt with s_i = 100 (z_i² − z_{i+1})² + (z_i − 1)²: ripples in a bent valley.
///
/// z = max(1, √n/8) R x + ½. Highly multimodal, not separable; minimizer Rᵀ(½, …, ½)/max(1, √n/8), up to rounding.
/// Summed as s_i/4000 + 2 sin²(s_i/2), which loses nothing near 0. Source: INRIA RR-6829 (2009), f19.
struct BBOBGriewankRosenbrock: TransformedBBOBFunction {
  static let number = 19
  static let info = describe(
    "BBOB Griewank–Rosenbrock",
    formula: "10/(n−1) Σ (s_i/4000 − cos s_i) + 10, s_i = 100 (z_i² − z_{i+1})² + (z_i − 1)², z = max(1, √n/8) R x + ½",
    character: "multimodal, non-separable; ripples that follow a bent valley")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) { transform = instance.rotatedRosenbrock }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<(z.count - 1) {
      let link = rosenbrockLink(z[i] + 0.5, z[i + 1] + 0.5)
      sum += link / 4000 + 2 * S.square(S.sin(0.5 * link))
    }
    return 10 * sum / S(Double(z.count - 1))
  }
}
