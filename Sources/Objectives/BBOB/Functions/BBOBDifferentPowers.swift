import Scalars

/// f14: √(Σ |z_i|^(2 + 4(i−1)/(n−1))) + f_opt with z = R (x − x_opt): the nearer, the more the sensitivities differ.
///
/// Unimodal, not separable; minimizer x_opt, a cone's tip along z_1. Source: INRIA RR-6829 (2009), f14.
struct BBOBDifferentPowers: BBOBFunction {
  static let number = 14
  static let info = describe(
    "BBOB Different Powers", formula: "√(Σ |z_i|^(2 + 4(i−1)/(n−1))), z = R (x − x_opt)",
    character: "unimodal, non-separable; ever worse conditioned towards the minimizer")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let rotation: SquareMatrix
  /// What each exponent has above 2: 0 … 4.
  private let exponents: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    rotation = instance.rotation(seed: instance.secondSeed)
    exponents = instance.bends(4)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { shifted, z in
      shifted.assign(x, minus: minimizer)
      rotation.multiply(shifted, into: z)
      var sum: S = 0
      for i in x.indices {
        // Half the exponent on z²: even, as the formula is, and without a kink at 0.
        let square = S.square(z[i])
        sum += square * S.pow(S.select(square, square, 1), S(0.5 * exponents[i]))
      }
      return S.sqrt(sum) + S(instance.minimum)
    }
  }
}
