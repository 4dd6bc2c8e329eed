import Scalars

/// f(x) = 10 n + Σ (xᵢ² − 10 cos 2πxᵢ): a bowl under a regular grid of 11ⁿ local minima.
///
/// Domain [−5.12, 5.12]ⁿ; minimizer 0; minimum 0. Multimodal, separable, smooth; the local minima lie near the integer
/// points, and their values grow with the distance from 0.
/// Source: Rastrigin, Systems of Extremal Control, Nauka, Moscow 1974; for n > 2 Mühlenbein, Schomisch and Born, The
/// Parallel Genetic Algorithm as Function Optimizer, Parallel Computing 17 (1991).
public struct Rastrigin: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "rastrigin", name: "Rastrigin", formula: "10 n + Σ (x_i² − 10 cos 2πx_i)", dimensions: .scalable(1...100),
    character: "multimodal, separable, smooth; 11^n local minima",
    instances: .shiftedAndRotated,  // f ≥ Σ xᵢ² on ℝⁿ, and 0 only at 0
    source: "Rastrigin, Systems of Extremal Control, Nauka, Moscow 1974")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-5.12...5.12, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    x.sum(from: S(10 * Double(x.count))) { S.square($0) - S.scaled(S.cosPi(S.scaled($0, by: 2)), by: 10) }
  }
}
