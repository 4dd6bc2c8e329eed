import Scalars

/// f10: Σ 10^(6(i−1)/(n−1)) z_i² + f_opt with z = T_osz(R (x − x_opt)): the ellipsoid f2, turned.
///
/// Unimodal, not separable; minimizer x_opt. Source: INRIA RR-6829 (2009), f10.
struct BBOBEllipsoid: TransformedBBOBFunction {
  static let number = 10
  static let info = describe(
    "BBOB Ellipsoid", formula: "Σ 10^(6(i−1)/(n−1)) z_i², z = T_osz(R (x − x_opt))",
    character: "unimodal, non-separable; condition 10^6, rippled at every scale")

  let transform: BBOBTransform
  private let weights: [Double]

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.secondRotation), .oscillate])
    weights = instance.powers(of: 1e6)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    weightedSquares(weights, z)
  }
}
