import Scalars

/// f9: Σ (100 (z_i² − z_{i+1})² + (z_i − 1)²) + f_opt with z = max(1, √n/8) R x + ½: the bent valley, turned.
///
/// Not separable; minimizer Rᵀ(½, …, ½)/max(1, √n/8), up to rounding. Source: INRIA RR-6829 (2009), f9.
struct BBOBRotatedRosenbrock: BBOBFunction {
  static let number = 9
  static let info = describe(
    "BBOB Rotated Rosenbrock", formula: "Σ (100 (z_i² − z_{i+1})² + (z_i − 1)²), z = max(1, √n/8) R x + ½",
    character: "a bent valley, not separable; a second minimum in higher dimensions")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let map: SquareMatrix

  init(_ instance: BBOBInstance) {
    self.instance = instance
    (map, minimizer) = instance.rotatedRosenbrock
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { plain, z in
      plain.assign(x)
      map.multiply(plain, into: z)
      var sum: S = 0
      for i in 0..<(x.count - 1) { sum += rosenbrockLink(z[i] + 0.5, z[i + 1] + 0.5) }
      return sum + S(instance.minimum)
    }
  }
}
