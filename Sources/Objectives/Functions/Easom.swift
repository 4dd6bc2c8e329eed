import Scalars

/// f(x, y) = −cos x cos y exp(−(x − π)² − (y − π)²): a needle's hole in a plain.
///
/// Domain [−100, 100]²; minimizer (π, π); minimum −1. Smooth; beyond a few units from the minimizer value and gradient
/// underflow to 0, so that no local method has anything to go by.
/// Source: Easom, A Survey of Global Optimization Techniques, M.Eng. thesis, University of Louisville 1990.
public struct Easom: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "easom", name: "Easom", formula: "−cos x cos y exp(−(x − π)² − (y − π)²)", dimensions: .fixed(2),
    character: "multimodal, smooth; one deep minimum in a numerically flat plain, the next is −8·10⁻⁵",
    instances: .shiftedAndRotated,  // no factor exceeds 1, and the last is 1 only at (π, π)
    source: "Easom, M.Eng. thesis, University of Louisville 1990")

  public let domain = Box(-100...100, -100...100)
  public let minimum = KnownMinimum(value: -1, minimizers: [[Double.pi, Double.pi]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let apart = S.square(x[0] - S.pi) + S.square(x[1] - S.pi)
    return -(S.cos(x[0]) * S.cos(x[1]) * S.exp(-apart))
  }
}
