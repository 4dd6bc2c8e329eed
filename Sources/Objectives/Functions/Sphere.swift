import Scalars

/// f(x) = Σ xᵢ²: the simplest bowl, with the same curvature everywhere.
///
/// Domain [−5.12, 5.12]ⁿ; minimizer 0; minimum 0. Convex, separable, smooth.
/// Source: De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, University of Michigan, 1975.
public struct Sphere: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "sphere", name: "Sphere", formula: "Σ x_i²", dimensions: .scalable(1...100),
    character: "convex, separable, smooth; one minimum",
    instances: .shiftedAndRotated,  // f ≥ 0 on ℝⁿ, and 0 only at 0
    source: "De Jong, An Analysis of the Behavior of a Class of Genetic Adaptive Systems, University of Michigan, 1975")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-5.12...5.12, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    x.sum { S.square($0) }
  }

  public var residualCount: Int { dimension }

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    x[i]
  }
}
