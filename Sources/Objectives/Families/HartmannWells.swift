import Scalars

/// Four Gaussian wells, which make up each of Hartman's functions.
enum HartmannWells {
  /// Σ cᵢ exp(−Σ aᵢⱼ (xⱼ − pᵢⱼ)²), a row of each table being a well.
  @inline(__always)
  static func depth<S: RealScalar, let n: Int>(
    at x: Span<S>, _ a: InlineArray<4, InlineArray<n, S>>, _ p: InlineArray<4, InlineArray<n, S>>
  ) -> S {
    well(x, a[0], p[0]) + 1.2 * well(x, a[1], p[1]) + 3 * well(x, a[2], p[2]) + 3.2 * well(x, a[3], p[3])
  }

  @inline(__always)
  private static func well<S: RealScalar, let n: Int>(
    _ x: Span<S>, _ a: InlineArray<n, S>, _ p: InlineArray<n, S>
  ) -> S {
    var exponent: S = 0
    for j in 0..<n { exponent += a[j] * S.square(x[j] - p[j]) }
    return S.exp(-exponent)
  }
}
