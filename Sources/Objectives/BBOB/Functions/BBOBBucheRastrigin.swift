import Scalars

/// f4: 10 (n − Σ cos 2πz_i) + ‖z‖² + 100 f_pen(x) + f_opt with z_i = s_i T_osz(x_i − x_opt,i): a Rastrigin that misleads.
///
/// s_i = 10^((i−1)/(2(n−1))), ten times that where z_i > 0 and i is odd. About 10ⁿ local minima, separable; minimizer
/// x_opt, whose odd coordinates are positive, and which shares f3's draws. Source: INRIA RR-6829 (2009), f4.
struct BBOBBucheRastrigin: TransformedBBOBFunction {
  static let number = 4
  static let info = describe(
    "BBOB Büche–Rastrigin", formula: "10 (n − Σ cos 2πz_i) + Σ z_i² + 100 f_pen(x), z_i = s_i T_osz(x_i − x_opt,i)",
    character: "multimodal, separable, asymmetric; about 10^n local minima")

  let transform: BBOBTransform
  /// s_i where z_i ≤ 0, and where z_i > 0.
  private let lowerScaling: [Double]
  private let upperScaling: [Double]

  init(_ instance: BBOBInstance) {
    let drawn = instance.minimizer()
    let minimizer = drawn.indices.map { $0.isMultiple(of: 2) ? drawn[$0].magnitude : drawn[$0] }
    transform = BBOBTransform(instance, minimizer: minimizer, [.oscillate])
    let scaling = instance.scaling(10)
    lowerScaling = scaling
    upperScaling = scaling.indices.map { $0.isMultiple(of: 2) ? 10 * scaling[$0] : scaling[$0] }
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    for i in z.indices { z[i] *= S.select(z[i], S(upperScaling[i]), S(lowerScaling[i])) }
    return cosineRipple(z) + squares(z) + 100 * boundaryPenalty(x)
  }
}
