import Scalars

/// f(x, y) = (1 + (s + 1)² (19 − 14 s + 3 s²)) (30 + t² (18 − 16 t + 3 t²)), s = x + y, t = 2x − 3y.
///
/// Domain [−2, 2]²; minimizer (0, −1); minimum 3. Smooth, multimodal, with values over six orders of magnitude. The
/// published polynomial in x and y is this one multiplied out: 3x² + 6xy + 3y² is 3 s², 12x² − 36xy + 27y² is 3 t².
/// Source: Goldstein and Price, On Descent from Local Minima, Mathematics of Computation 25 (1971),
/// doi:10.1090/S0025-5718-1971-0312365-X.
public struct GoldsteinPrice: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "goldstein-price", name: "Goldstein–Price",
    formula: "(1 + (s + 1)² (19 − 14 s + 3 s²)) (30 + t² (18 − 16 t + 3 t²)), s = x + y, t = 2x − 3y",
    dimensions: .fixed(2),
    character: "multimodal, smooth, badly scaled; 4 minima with values 3, 30, 84 and 840",
    // On ℝ², the first factor is ≥ 1 with equality only at s = −1, the second ≥ 3 with equality only at t = 3.
    instances: .shiftedAndRotated,
    source: "Goldstein and Price, Mathematics of Computation 25 (1971), doi:10.1090/S0025-5718-1971-0312365-X")

  public let domain = Box(-2...2, -2...2)
  public let minimum = KnownMinimum(value: 3, minimizers: [[0, -1]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let s = x[0] + x[1]
    let t = 2 * x[0] - 3 * x[1]
    // 19 − 14 s + 3 s² and 18 − 16 t + 3 t² with completed squares, which enclose more tightly.
    let first = 1 + S.square(s + 1) * (S.square(3 * s - 7) + 8) / 3
    let second = 30 + S.square(t) * (S.square(3 * t - 8) - 10) / 3
    return first * second
  }
}
