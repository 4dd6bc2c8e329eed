import Scalars

/// f7: 0.1 max(|ẑ_1|/10⁴, Σ 10^(2(i−1)/(n−1)) z_i²) + f_pen(x) + f_opt: an ellipsoid in steps, flat almost everywhere.
///
/// ẑ = Λ^10 R (x − x_opt); z = Q z̃, where z̃_i is ẑ_i rounded to integers if |ẑ_i| > 0.5 and else to tenths. The minimum
/// is attained at x_opt and on a small plate around it: ẑ_1 = 0 and |ẑ_i| < 0.05. Source: INRIA RR-6829 (2009), f7.
struct BBOBStepEllipsoid: TransformedBBOBFunction {
  static let number = 7
  static let hasOneMinimizer = false
  static let info = describe(
    "BBOB Step Ellipsoid",
    formula: "0.1 max(|ẑ_1|/10^4, Σ 10^(2(i−1)/(n−1)) z_i²) + f_pen(x), z = Q round(ẑ), ẑ = Λ^10 R (x − x_opt)",
    character: "unimodal up to its plateaus, condition 100; gradients say next to nothing")

  let transform: BBOBTransform
  private let outer: SquareMatrix
  private let weights: [Double]

  init(_ instance: BBOBInstance) {
    transform = BBOBTransform(instance, [.multiply(instance.scaledRotation(10))])
    outer = instance.secondRotation
    weights = instance.powers(of: 100)
  }

  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S {
    let tilt = S.abs(z[0]) / 1e4
    for i in z.indices {
      let tenths = S.floor(10 * z[i] + 0.5) / 10
      z[i] = S.select(S.abs(z[i]) - 0.5, S.floor(z[i] + 0.5), tenths)
    }
    return withTemporaryScalars(S.self, count: z.count) { turned in
      outer.multiply(z, into: turned)
      return 0.1 * S.max(tilt, weightedSquares(weights, turned)) + boundaryPenalty(x)
    }
  }
}
