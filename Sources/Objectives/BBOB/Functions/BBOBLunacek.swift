import Scalars

/// f24: min(Σ (x̂_i − μ_0)², n + s Σ (x̂_i − μ_1)²) + 10 (n − Σ cos 2πz_i) + 10⁴ f_pen(x) + f_opt: two funnels, one misleads.
///
/// μ_0 = 2.5, s = 1 − 1/(2√(n+20) − 8.2), μ_1 = −√((μ_0² − 1)/s); x̂ = 2σx with signs σ; z = Q Λ^100 R (x̂ − μ_0).
/// Multimodal; the wider funnel leads away from the minimizer σμ_0/2. Source: INRIA RR-6829 (2009), f24; after Lunacek,
/// Whitley and Sutton, The Impact of Global Structure on Search, PPSN X (2008).
struct BBOBLunacek: BBOBFunction {
  static let number = 24
  static let info = describe(
    "BBOB Lunacek bi-Rastrigin",
    formula:
      "min(Σ (x̂_i − μ_0)², n + s Σ (x̂_i − μ_1)²) + 10 (n − Σ cos 2πz_i) + 10^4 f_pen(x), z = Q Λ^100 R (x̂ − μ_0)",
    character: "multimodal, non-separable; two funnels, the wider one misleads")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let signs: [Double]
  private let map: SquareMatrix
  private let s: Double
  private let secondCenter: Double

  init(_ instance: BBOBInstance) {
    self.instance = instance
    signs = BBOBGenerator.gaussians(instance.dimension, seed: instance.seed).map { $0 < 0 ? -1 : 1 }
    minimizer = signs.map { 1.25 * $0 }
    map = instance.doublyRotatedScaling(100)
    s = 1 - 0.5 / (Double(instance.dimension + 20).squareRoot() - 4.1)
    secondCenter = -((2.5 * 2.5 - 1) / s).squareRoot()
  }

  func excess<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { shifted, z in
      var first: S = 0
      var second: S = 0
      for i in x.indices {
        let reflected = S(2 * signs[i]) * x[i]
        shifted[i] = reflected - 2.5
        first += S.square(shifted[i])
        second += S.square(reflected - S(secondCenter))
      }
      map.multiply(shifted, into: z)
      let funnels = S.min(first, S(Double(x.count)) + S(s) * second)
      return funnels + cosineRipple(z) + 1e4 * boundaryPenalty(x)
    }
  }
}
