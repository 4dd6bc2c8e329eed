import Scalars

/// Peaks of random place, height, width and direction: what Gallagher's functions f21 and f22 are made of.
///
/// Everything stands in coordinates turned by R, in which the peaks' axes are the coordinate axes.
/// Source: Gallagher and Yuan, A General-Purpose Tunable Landscape Generator, IEEE TEC 10 (2006); as used here,
/// INRIA RR-6829 (2009).
struct GallagherPeaks: Sendable {
  /// y_1, the place of the highest peak.
  let highest: [Double]
  private let rotation: SquareMatrix
  /// R y_i, peak after peak.
  private let centers: [Double]
  /// The diagonals of C_i/(2n), peak after peak.
  private let weights: [Double]
  /// ln(w_i/10), one for each peak; 0 for the first.
  private let heights: [Double]

  /// The first peak has C_1 of condition `firstCondition`; places are drawn from [−`reach`, `reach`]ⁿ, the first from 0.8 of it.
  init(_ instance: BBOBInstance, count: Int, firstCondition: Double, reach: Double) {
    let n = instance.dimension
    rotation = instance.rotation(seed: instance.seed)
    let places = BBOBGenerator.uniforms(n * count, seed: instance.seed).map { 2 * reach * $0 - reach }
    highest = places[..<n].map { 0.8 * $0 }
    let order = BBOBGenerator.permutation(count - 1, seed: instance.seed)
    var centers: [Double] = []
    var weights: [Double] = []
    var heights: [Double] = []
    for peak in 0..<count {
      centers += rotation.multiply(peak == 0 ? highest : Array(places[(peak * n)..<((peak + 1) * n)]))
      let rank = Double(peak - 1) / Double(count - 2)
      let condition =
        peak == 0 ? firstCondition : Elementary.pow(1000, Double(order[peak - 1]) / Double(count - 2))
      let axes = BBOBGenerator.permutation(n, seed: instance.seed + 1000 * peak)
      weights += axes.map { Elementary.pow(condition, Double($0) / Double(n - 1) - 0.5) / Double(2 * n) }
      heights.append(peak == 0 ? 0 : Elementary.log((1.1 + 8 * rank) / 10))
    }
    (self.centers, self.weights, self.heights) = (centers, weights, heights)
  }

  /// 10 − max_i w_i exp(−½ distance_i²): how far below the highest peak x is.
  ///
  /// Computed as 10 (1 − exp(max_i (ln(w_i/10) − ½ distance_i²))): one exponential instead of one for each peak.
  @inline(never)
  func depth<S: RealScalar>(_ x: Span<S>) -> S {
    let n = x.count
    return withTwoVectors(of: S.self, count: n) { plain, turned in
      plain.assign(x)
      rotation.multiply(plain, into: turned)
      var best: S = 0
      for peak in heights.indices {
        var sum: S = 0
        for i in 0..<n { sum += S(weights[peak * n + i]) * S.square(turned[i] - S(centers[peak * n + i])) }
        let height = S(heights[peak]) - sum
        best = peak == 0 ? height : S.max(best, height)
      }
      return -10 * S.expm1(best)
    }
  }
}
