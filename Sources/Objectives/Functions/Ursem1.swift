import Scalars

/// f(x, y) = cos 2x − 3 cos y − x/2: two valleys of different depth side by side.
///
/// Domain [−2.5, 3] × [−2, 2]; minimizer (1.697136454365936, 0); minimum −4.81681406373482219…. Smooth, multimodal,
/// separable. Published as a maximum and with −sin(2x − π/2) for cos 2x, which is the same.
/// Source: Ursem, Multinational Evolutionary Algorithms, Proceedings of the Congress on Evolutionary Computation 1999.
public struct Ursem1: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "ursem-1", name: "Ursem 1", formula: "cos 2x − 3 cos y − x/2", dimensions: .fixed(2),
    character: "multimodal, separable, smooth; 2 minima, one of them global",
    instances: .mirroredAlong([0]),  // falls without bound as x grows; even in y
    source: "Ursem, Multinational Evolutionary Algorithms, Congress on Evolutionary Computation 1999")

  public let domain = Box(-2.5...3, -2...2)
  public let minimum = KnownMinimum(value: -4.816814063734822, minimizers: [[1.697136454365936, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.cos(2 * x[0]) - 3 * S.cos(x[1]) - 0.5 * x[0]
  }
}
