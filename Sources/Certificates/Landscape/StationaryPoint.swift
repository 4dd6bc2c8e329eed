/// A point of the domain where the gradient vanishes, or where a face of the domain holds descent back.
public struct StationaryPoint: Sendable, Equatable {
  /// What f does around the point.
  public enum Kind: String, Sendable, CaseIterable {
    case minimum, saddle, maximum
    /// The second derivatives, and the values around the point, leave it open.
    case degenerate
  }

  public let x: [Double]
  /// f(x).
  public let value: Double
  /// The length of ∇f(x); not small at a boundary point, where f falls outwards, nor at a kink.
  public let gradientNorm: Double
  /// Of the Hessian at x, ascending; empty where it does not exist, at a kink.
  public let eigenvalues: [Double]
  public let kind: Kind
  /// Whether interval arithmetic proves that there is exactly one stationary point here, and of this kind.
  public let isProved: Bool
  /// Whether it lies on a face, an edge or a corner of the domain.
  ///
  /// Those points of the boundary are listed from which f rises inwards across every face they lie on: minima of f
  /// over the domain, and saddles between them. Descent comes to rest at the former.
  public let isBoundary: Bool
}

extension StationaryPoint {
  /// Whether an eigenvalue is 0 to rounding.
  var isSingular: Bool {
    let sizes = eigenvalues.map(\.magnitude)
    return (sizes.min() ?? 1) <= 1e-10 * (sizes.max() ?? 0)
  }

  /// The index of the gradient's field there, as far as it is known: 1 for extremes, −1 for saddles in the plane.
  ///
  /// Over all points that are listed the indices of an isolated, non-degenerate set add up to 1, the Euler
  /// characteristic of a box. Source: Goresky and MacPherson, Stratified Morse Theory, Springer 1988.
  func index(dimension: Int) -> Int {
    switch kind {
    case .minimum: 1
    case .saddle: -1
    case .maximum: dimension.isMultiple(of: 2) ? 1 : -1
    case .degenerate: 0
    }
  }
}
