import Scalars

/// f(x) = Σ xᵢ² + s² + s⁴, s = Σ ½ i xᵢ: a long, flat valley that the quartic walls in.
///
/// Domain [−5, 10]ⁿ; minimizer 0; minimum 0. Smooth, convex, not separable; the more dimensions, the narrower.
/// Source: Rahnamayan, Tizhoosh and Salama, A Novel Population Initialization Method for Accelerating Evolutionary
/// Algorithms, Computers & Mathematics with Applications 53 (2007), doi:10.1016/j.camwa.2006.07.013.
public struct Zakharov: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "zakharov", name: "Zakharov", formula: "Σ x_i² + s² + s⁴, s = Σ ½ i x_i", dimensions: .scalable(1...100),
    character: "convex, non-separable, smooth; one minimum in a flat valley",
    instances: .shiftedAndRotated,  // a sum of even powers; Σ xᵢ² is 0 only at 0
    source: "Rahnamayan, Tizhoosh and Salama, Computers & Mathematics with Applications 53 (2007), "
      + "doi:10.1016/j.camwa.2006.07.013")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-5...10, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var squares: S = 0
    var s: S = 0
    for i in x.indices {
      squares += S.square(x[i])
      s += S(0.5 * Double(i + 1)) * x[i]
    }
    return squares + S.square(s) + S.fourthPower(s)
  }

  public var residualCount: Int { dimension + 2 }

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    if i < x.count { return x[i] }
    var s: S = 0
    for k in x.indices { s += S(0.5 * Double(k + 1)) * x[k] }
    return i == x.count ? s : S.square(s)
  }
}
