import Scalars

/// f7: 0.1 max(|ẑ_1|/10⁴, Σ 10^(2(i−1)/(n−1)) z_i²) + f_pen(x) + f_opt: an ellipsoid in steps, flat almost everywhere.
///
/// ẑ = Λ^10 R (x − x_opt); z = Q z̃, where z̃_i is ẑ_i rounded to integers if |ẑ_i| > 0.5 and else to tenths. The minimum
/// is attained at x_opt and on a small plate around it: ẑ_1 = 0 and |ẑ_i| < 0.05. Source: INRIA RR-6829 (2009), f7.
struct BBOBStepEllipsoid: BBOBFunction {
  static let number = 7
  static let hasOneMinimizer = false
  static let info = describe(
    "BBOB Step Ellipsoid",
    formula: "0.1 max(|ẑ_1|/10^4, Σ 10^(2(i−1)/(n−1)) z_i²) + f_pen(x), z = Q round(ẑ), ẑ = Λ^10 R (x − x_opt)",
    character: "unimodal up to its plateaus, condition 100; gradients say next to nothing")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let inner: SquareMatrix
  private let outer: SquareMatrix
  private let weights: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer()
    inner = instance.rotation(seed: instance.seed).scalingRows(by: instance.scaling(10))
    outer = instance.rotation(seed: instance.secondSeed)
    weights = instance.powers(of: 100)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { z, rounded in
      z.assign(x, minus: minimizer)
      inner.multiply(z, into: rounded)
      let tilt = S.abs(rounded[0]) / 1e4
      for i in x.indices {
        let value = rounded[i]
        let tenths = S.floor(10 * value + 0.5) / 10
        rounded[i] = S.select(S.abs(value) - 0.5, S.floor(value + 0.5), tenths)
      }
      outer.multiply(rounded, into: z)
      return 0.1 * S.max(tilt, weightedSquares(weights, z)) + boundaryPenalty(x) + S(instance.minimum)
    }
  }
}
