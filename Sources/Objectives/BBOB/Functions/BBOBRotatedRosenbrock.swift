import Scalars

/// f9: Σ (100 (z_i² − z_{i+1})² + (z_i − 1)²) + f_opt with z = max(1, √n/8) R x + ½: the bent valley, turned.
///
/// Not separable; minimizer Rᵀ(½, …, ½)/max(1, √n/8), up to rounding. Source: INRIA RR-6829 (2009), f9.
struct BBOBRotatedRosenbrock: TransformedBBOBFunction {
  static let number = 9
  static let info = describe(
    "BBOB Rotated Rosenbrock", formula: "Σ (100 (z_i² − z_{i+1})² + (z_i − 1)²), z = max(1, √n/8) R x + ½",
    character: "a bent valley, not separable; a second minimum in higher dimensions")

  let transform: BBOBTransform

  init(_ instance: BBOBInstance) { transform = instance.rotatedRosenbrock }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<(z.count - 1) { sum += rosenbrockLink(z[i] + 0.5, z[i + 1] + 0.5) }
    return sum
  }
}
