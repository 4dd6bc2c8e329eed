import Scalars

/// A lower bound of f over a box X from f(c) and ∇f(c) at its centre and an enclosure H of the Hessian over X.
///
/// With d = x − c and any symmetric matrix B, f(x) ≥ f(c) + q(d) + ½ dᵀ(H − B)d where q(d) = ∇f(c)·d + ½ dᵀB d. B takes
/// H's middle off the diagonal and its lower ends on it, raised where needed until B is proved positive definite. Then
/// q is convex, and q(d) ≥ q(e) + ∇q(e)·(d − e) for whatever e; the best e is q's minimizer over X − c. Narrow curved
/// valleys, in which term-by-term forms lose everything to the mixed terms, are bounded to third order in this way.
/// After the αBB underestimators: Adjiman, Dallwig, Floudas and Neumaier, Computers and Chemical Engineering 22 (1998),
/// doi:10.1016/S0098-1354(98)00027-1.
struct QuadraticBound {
  /// Below f over the box.
  let lower: Double
  /// Where the quadratic model has its minimum over the box, a good place to look for small values.
  let point: [Double]

  /// Coordinates outside `free` have no width. Entries of `hessian`, n × n row-major, are bounded.
  init(
    value: Interval, gradient: [Interval], hessian: [Interval], box: [Interval], center: [Double], free: [Int]
  ) {
    let n = box.count
    let offsets = free.map { box[$0] - Interval(center[$0]) }
    let model = Self.convexModel(hessian, free: free, dimension: n, offsets: offsets)
    let slope = free.map { gradient[$0].midpoint }
    let minimizer = BoxQuadratic(matrix: model, slope: slope, range: offsets).minimizer()

    var bound = value
    // The part of H that the model leaves out.
    for (a, i) in free.enumerated() {
      bound += 0.5 * (hessian[i * n + i] - Interval(model[a, a])) * .square(offsets[a])
      for (b, j) in free.enumerated().dropFirst(a + 1) {
        bound += (hessian[i * n + j] - Interval(model[a, b])) * (offsets[a] * offsets[b])
      }
    }
    // q(e) + ∇q(e)·(d − e) = (∇q(e) − ½ B e)·e + ∇q(e)·(d − e).
    for (a, i) in free.enumerated() {
      var half: Interval = 0
      for b in free.indices { half += 0.5 * Interval(model[a, b]) * Interval(minimizer[b]) }
      let e = Interval(minimizer[a])
      bound += (gradient[i] + half) * e + (gradient[i] + 2 * half) * (offsets[a] - e)
    }
    let matrix = IntervalMatrix(count: free.count, entries: model.entries.map { Interval($0) })
    lower = matrix.isPositiveDefinite ? bound.lower : -.infinity
    var point = center
    for (a, i) in free.enumerated() { point[i] += minimizer[a] }
    self.point = point
  }

  private static func convexModel(
    _ hessian: [Interval], free: [Int], dimension n: Int, offsets: [Interval]
  ) -> SymmetricMatrix {
    var model = SymmetricMatrix(
      count: free.count, entries: free.flatMap { i in free.map { hessian[i * n + $0].midpoint } })
    for (a, i) in free.enumerated() { model[a, a] = hessian[i * n + i].lower }
    let weights = offsets.map { 1 / Swift.max($0.magnitude * $0.magnitude, 1e-300) }
    let shift = model.shift(weights: weights)
    if shift > 0 { for a in free.indices { model[a, a] += shift * weights[a] } }
    return model
  }
}
