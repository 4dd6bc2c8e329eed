import Scalars

/// f(x, y) = 2x² − 1.05x⁴ + x⁶/6 + xy + y²: three minima, one of them global.
///
/// Domain [−5, 5]²; minimizer (0, 0); minimum 0. Smooth, unchanged when both coordinates change sign. Evaluated as
/// (y + x/2)² + x² ((x² − 3.15)²/6 + 0.09625), the same polynomial as a sum of squares.
/// Source: Dixon and Szegő, Towards Global Optimisation, North-Holland 1975; as in Ali, Khompatraporn and Zabinsky,
/// Journal of Global Optimization 31 (2005), doi:10.1007/s10898-004-9972-2.
public struct ThreeHumpCamel: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "three-hump-camel", name: "Three-hump camel", formula: "2x² − 1.05x⁴ + x⁶/6 + xy + y²", dimensions: .fixed(2),
    character: "multimodal, smooth; 3 minima, one of them global",
    instances: .shiftedAndRotated,  // the sum of squares vanishes only at (0, 0)
    source: "Dixon and Szegő, Towards Global Optimisation, North-Holland 1975")

  public let domain = Box(-5...5, -5...5)
  public let minimum = KnownMinimum(value: 0, minimizers: [[0, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let square = S.square(x[0])
    let humps = S.square(square - 3.15) / 6 + 0.09625
    return S.square(x[1] + 0.5 * x[0]) + square * humps
  }
}
