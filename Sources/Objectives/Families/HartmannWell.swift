import Scalars

/// A Gaussian well, four of which make up each of Hartman's functions.
enum HartmannWell {
  /// exp(−Σ aⱼ (xⱼ − pⱼ)²).
  @inline(__always)
  static func depth<S: RealScalar, let n: Int>(at x: Span<S>, _ a: InlineArray<n, S>, _ p: InlineArray<n, S>) -> S {
    var exponent: S = 0
    for j in 0..<n { exponent += a[j] * S.square(x[j] - p[j]) }
    return S.exp(-exponent)
  }
}
