import Scalars

/// f(x, y) = sin(x + y) + (x − y)² − 1.5x + 2.5y + 1: a channel with waves along it.
///
/// Domain [−1.5, 4] × [−3, 4]; minimizer (1/2 − π/3, −1/2 − π/3); minimum −√3/2 − π/3 = −1.91322295498103639…. Smooth,
/// two minima. Evaluated with s = x + y as sin s + s/2 + (x − y − 1)², the same function with fewer terms.
/// Source: McCormick, Computability of Global Solutions to Factorable Nonconvex Programs: Part I, Mathematical
/// Programming 10 (1976), doi:10.1007/BF01580665; the domain is Adorio and Diliman's, 2005.
public struct McCormick: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "mccormick", name: "McCormick", formula: "sin(x + y) + (x − y)² − 1.5x + 2.5y + 1", dimensions: .fixed(2),
    character: "multimodal, smooth; 2 minima, one of them global",
    instances: .mirrored,  // unbounded below along the channel
    source: "McCormick, Mathematical Programming 10 (1976), doi:10.1007/BF01580665")

  public let domain = Box(-1.5...4, -3...4)
  public let minimum = KnownMinimum(
    value: -1.9132229549810364, minimizers: [[-0.5471975511965977, -1.5471975511965979]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let s = x[0] + x[1]
    return S.sin(s) + 0.5 * s + S.square(x[0] - x[1] - 1)
  }
}
