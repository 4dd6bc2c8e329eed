import Scalars

/// f2: Σ 10^(6(i−1)/(n−1)) z_i² + f_opt with z = T_osz(x − x_opt): long axes, a million times as curved as short ones.
///
/// Unimodal, separable, rippled at every scale; minimizer x_opt. Source: INRIA RR-6829 (2009), f2.
struct BBOBSeparableEllipsoid: TransformedBBOBFunction {
  static let number = 2
  static let info = describe(
    "BBOB Separable Ellipsoid", formula: "Σ 10^(6(i−1)/(n−1)) z_i², z = T_osz(x − x_opt)",
    character: "unimodal, separable; condition 10^6, rippled at every scale")

  let transform: BBOBTransform
  private let weights: [Double]

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.oscillate])
    weights = instance.powers(of: 1e6)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    weightedSquares(weights, z)
  }
}
