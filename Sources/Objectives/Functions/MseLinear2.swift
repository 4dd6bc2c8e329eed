import Scalars

/// f(b, w) = ¼ Σ (b + w t − y)² over (t, y) = (0, 1), (1, 3), (2, 4), (3, 8): a line fitted by least squares.
///
/// Domain [−10, 10]²; minimizer b = 0.7, w = 2.2; minimum 0.45. Convex, smooth, with condition number 14: the mean
/// squared error of linear regression.
/// Source: made for this catalogue; least squares as in Hastie, Tibshirani and Friedman, The Elements of Statistical
/// Learning, 2nd edition, Springer 2009, section 3.2.
public struct MseLinear2: CatalogueFunction, FiniteSum, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "mse-linear-2", name: "Mean squared error of a line",
    formula: "¼ Σ (b + w t − y)² over (t, y) = (0, 1), (1, 3), (2, 4), (3, 8)", dimensions: .fixed(2),
    character: "convex, non-separable, smooth; one minimum",
    instances: .shiftedAndRotated,  // a convex quadratic
    source: "made for this catalogue; least squares as in Hastie, Tibshirani and Friedman, "
      + "The Elements of Statistical Learning, Springer 2009")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(value: 0.45, minimizers: [[0.7, 2.2]])

  public init(dimension: Int = 2) {}

  public let termCount = 4

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for t in 0..<termCount { sum += term(t, at: x) }
    return sum / 4
  }

  @inline(__always)
  public func evaluate<S: RealScalar>(terms: Span<Int>, at x: Span<S>) -> S {
    var sum: S = 0
    for i in terms.indices { sum += term(terms[i], at: x) }
    return sum / S(Double(terms.count))
  }

  /// The squared error at t = `t`.
  private func term<S: RealScalar>(_ t: Int, at x: Span<S>) -> S {
    let y: InlineArray<4, Double> = [1, 3, 4, 8]
    return S.square(x[0] + S(Double(t)) * x[1] - S(y[t]))
  }

  public let residualCount = 4

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    let y: InlineArray<4, Double> = [1, 3, 4, 8]
    return 0.5 * (x[0] + S(Double(i)) * x[1] - S(y[i]))
  }
}
