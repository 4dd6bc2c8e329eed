import Scalars

/// f20: −1/(100 n) Σ z_i sin √|z_i| + 4.189828872724339 + 100 f_pen(z/100) + f_opt: the best basins lie far apart.
///
/// With signs σ and m = 4.2096874637: x̂ = 2σx; ẑ_1 = x̂_1, ẑ_{i+1} = x̂_{i+1} + ¼(x̂_i − m); z = 100 (Λ^10(ẑ − m) + m).
/// Multimodal, hardly separable; minimizer σ 4.2096874633/2, whose last digit is
/// COCO's too: either m is the best place to ten digits, 4.20968746360. Source: INRIA RR-6829 (2009), f20; after Schwefel (1981).
struct BBOBSchwefel: BBOBFunction {
  static let number = 20
  static let info = describe(
    "BBOB Schwefel",
    formula:
      "−1/(100 n) Σ z_i sin √|z_i| + 4.189828872724339 + 100 f_pen(z/100), z = 100 (Λ^10(ẑ − 2|x_opt|) + 2|x_opt|)",
    character: "multimodal, partly separable; the best minima are far apart")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let signs: [Double]
  private let scaling: [Double]

  init(_ instance: BBOBInstance) {
    self.instance = instance
    signs = BBOBGenerator.uniforms(instance.dimension, seed: instance.seed).map { $0 < 0.5 ? -1 : 1 }
    minimizer = signs.map { $0 * 4.2096874633 / 2 }
    scaling = instance.scaling(10)
  }

  func excess<S: RealScalar>(_ x: Span<S>) -> S {
    withTemporaryScalars(S.self, count: x.count) { z in
      let middle: S = 4.2096874637
      var previous = middle
      var sum: S = 0
      for i in x.indices {
        let reflected = S(2 * signs[i]) * x[i]
        let chained = reflected + 0.25 * (previous - middle)
        previous = reflected
        z[i] = S(scaling[i]) * (chained - middle) + middle
        let hundredfold = 100 * z[i]
        sum += hundredfold * S.sin(S.sqrt(S.abs(hundredfold)))
      }
      let mean = sum / S(Double(x.count))
      return 4.189828872724339 - 0.01 * mean + 100 * boundaryPenalty(z.span)
    }
  }
}
