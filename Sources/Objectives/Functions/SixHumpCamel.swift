import Scalars

/// f(x, y) = (4 − 2.1 x² + x⁴/3) x² + x y + (4 y² − 4) y²: six minima, two of them global.
///
/// Domain [−3, 3] × [−2, 2]; minimizers ±(0.08984201310031806, −0.7126564030207396); minimum −1.03162845348987735….
/// Smooth, multimodal, unchanged when both coordinates change sign.
/// Source: Dixon and Szegő, The Global Optimization Problem: An Introduction, in Towards Global Optimisation 2,
/// North-Holland 1978.
public struct SixHumpCamel: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "six-hump-camel", name: "Six-hump camel", formula: "(4 − 2.1 x² + x⁴/3) x² + x y + (4 y² − 4) y²",
    dimensions: .fixed(2), character: "multimodal, smooth; 6 minima, 2 of them global",
    // With 4 − 2.1 x² + x⁴/3 > 0.69, f ≥ 0.69 x² + x y + 4 y⁴ − 4 y² > 0 outside the domain.
    instances: .shiftedAndRotated,
    source: "Dixon and Szegő, Towards Global Optimisation 2, North-Holland 1978")

  public let domain = Box(-3...3, -2...2)
  public let minimum = KnownMinimum(
    value: -1.0316284534898774,
    minimizers: [
      [0.08984201310031806, -0.7126564030207396],
      [-0.08984201310031806, 0.7126564030207396],
    ])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let xx = S.square(x[0])
    let yy = S.square(x[1])
    let humps = (4 - 2.1 * xx + S.square(xx) / 3) * xx
    let wells = (4 * yy - 4) * yy
    return humps + x[0] * x[1] + wells
  }
}
