import Scalars

/// f14: √(Σ |z_i|^(2 + 4(i−1)/(n−1))) + f_opt with z = R (x − x_opt): the nearer, the more the sensitivities differ.
///
/// Unimodal, not separable; minimizer x_opt, a cone's tip along z_1. Source: INRIA RR-6829 (2009), f14.
struct BBOBDifferentPowers: TransformedBBOBFunction {
  static let number = 14
  static let info = describe(
    "BBOB Different Powers", formula: "√(Σ |z_i|^(2 + 4(i−1)/(n−1))), z = R (x − x_opt)",
    character: "unimodal, non-separable; ever worse conditioned towards the minimizer")

  let transform: BBOBTransform
  /// What each exponent has above 2: 0 … 4.
  private let exponents: [Double]

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.secondRotation)])
    exponents = instance.bends(4)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    var sum: S = 0
    for i in z.indices {
      // Half the exponent on z²: even, as the formula is, and without a kink at 0.
      let square = S.square(z[i])
      sum += square * S.pow(S.select(square, square, 1), S(0.5 * exponents[i]))
    }
    return S.sqrt(sum)
  }
}
