import Scalars

/// f5: Σ s_i max(0, 5 − σ_i x_i) + f_opt with s_i = 10^((i−1)/(n−1)) and signs σ: a plane down to a corner of the box.
///
/// Linear inside the domain, constant beyond the corner; minimizer x_opt = 5σ. Source: INRIA RR-6829 (2009), f5.
struct BBOBLinearSlope: BBOBFunction {
  static let number = 5
  static let info = describe(
    "BBOB Linear Slope", formula: "Σ s_i max(0, 5 − σ_i x_i), s_i = 10^((i−1)/(n−1)), σ_i = ±1",
    character: "linear in the domain, separable; the minimizer is a corner of the box")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let signs: [Double]
  private let slopes: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    signs = instance.minimizer().map { $0 > 0 ? 1 : -1 }
    minimizer = signs.map { 5 * $0 }
    slopes = instance.powers(of: 10)
  }

  func excess<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += S(slopes[i]) * S.max(5 - S(signs[i]) * x[i], 0) }
    return sum
  }
}
