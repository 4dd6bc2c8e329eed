import Scalars

/// f(x) = Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²: a narrow, curved valley with a nearly flat floor.
///
/// Domain [−5, 10]ⁿ, n ≥ 2; minimizer (1, …, 1); minimum 0. Smooth, not convex; one minimum for n = 2 and 3, a second,
/// local one near (−1, 1, …, 1) for 4 ≤ n ≤ 30 (Shang and Qiu, Evolutionary Computation 14, 2006).
/// Source: Rosenbrock, An Automatic Method for Finding the Greatest or Least Value of a Function, The Computer
/// Journal 3 (1960), doi:10.1093/comjnl/3.3.175.
public struct Rosenbrock: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "rosenbrock", name: "Rosenbrock", formula: "Σ_{i<n} 100 (x_{i+1} − x_i²)² + (1 − x_i)²",
    dimensions: .scalable(2...100),
    character: "narrow curved valley, smooth; one minimum for n ≤ 3, two for 4 ≤ n ≤ 30",
    instances: .shiftedAndRotated,  // a sum of squares; all vanish only where xᵢ = 1 for i < n, and xₙ = xₙ₋₁²
    source: "Rosenbrock, The Computer Journal 3 (1960), doi:10.1093/comjnl/3.3.175")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 1, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-5...10, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    x.sumOfNeighbours { S.scaled(S.square($1 - S.square($0)), by: 100) + S.square(1 - $0) }
  }

  public var residualCount: Int { 2 * (dimension - 1) }

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    let valleys = x.count - 1
    return i < valleys ? 10 * (x[i + 1] - S.square(x[i])) : 1 - x[i - valleys]
  }
}
