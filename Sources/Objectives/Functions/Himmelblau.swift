import Scalars

/// f(x, y) = (x² + y − 11)² + (x + y² − 7)²: four minima of the same depth around one hill.
///
/// Domain [−5, 5]²; four minimizers, of which (3, 2) is exact; minimum 0. Smooth, multimodal, all minima global.
/// Source: Himmelblau, Applied Nonlinear Programming, McGraw-Hill 1972.
public struct Himmelblau: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "himmelblau", name: "Himmelblau", formula: "(x² + y − 11)² + (x + y² − 7)²", dimensions: .fixed(2),
    character: "multimodal, smooth; 4 minima, all global",
    instances: .shiftedAndRotated,  // f = 0 where two parabolas meet: four points at most in ℝ² (Bézout), all listed
    source: "Himmelblau, Applied Nonlinear Programming, McGraw-Hill 1972")

  public let domain = Box(-5...5, -5...5)
  public let minimum = KnownMinimum(
    value: 0,
    minimizers: [
      [3, 2],
      [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.2831859912861696],
      [3.5844283403304917, -1.8481265269644036],
    ])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let first = S.square(x[0]) + x[1] - 11
    let second = x[0] + S.square(x[1]) - 7
    return S.square(first) + S.square(second)
  }

  public let residualCount = 2

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    i == 0 ? S.square(x[0]) + x[1] - 11 : x[0] + S.square(x[1]) - 7
  }
}
