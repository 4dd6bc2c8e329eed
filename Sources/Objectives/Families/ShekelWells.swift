import Scalars

/// The ten wells in four dimensions that Shekel's functions are sums of.
///
/// Source: Dixon and Szegő, The Global Optimization Problem: An Introduction, in Towards Global Optimisation 2,
/// North-Holland 1978.
enum ShekelWells {
  /// Σ 1/(|x − aᵢ|² + cᵢ) over the first `count` wells: 5, 7 or 10.
  @inline(__always)
  static func depth<S: RealScalar>(at x: Span<S>, of count: Int) -> S {
    var depth = well(x, [4, 4, 4, 4], 0.1)
    depth += well(x, [1, 1, 1, 1], 0.2)
    depth += well(x, [8, 8, 8, 8], 0.2)
    depth += well(x, [6, 6, 6, 6], 0.4)
    depth += well(x, [3, 7, 3, 7], 0.4)
    if count == 5 { return depth }
    depth += well(x, [2, 9, 2, 9], 0.6)
    depth += well(x, [5, 5, 3, 3], 0.3)
    if count == 7 { return depth }
    depth += well(x, [8, 1, 8, 1], 0.7)
    depth += well(x, [6, 2, 6, 2], 0.5)
    depth += well(x, [7, 3.6, 7, 3.6], 0.5)
    return depth
  }

  /// 1/(|x − a|² + c).
  @inline(__always)
  private static func well<S: RealScalar>(_ x: Span<S>, _ a: InlineArray<4, S>, _ c: S) -> S {
    var sum = c
    for j in 0..<4 { sum += S.square(x[j] - a[j]) }
    return 1 / sum
  }
}
