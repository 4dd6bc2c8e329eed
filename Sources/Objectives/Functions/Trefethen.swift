import Scalars

/// f(x, y) = exp(sin 50x) + sin(60 eʸ) + sin(70 sin x) + sin(sin 80y) − sin(10 (x + y)) + (x² + y²)/4.
///
/// Domain [−10, 10]²; minimizer (−0.024403079694375173, 0.21061242715535577); minimum −3.30686864747523728…. Smooth,
/// multimodal: five kinds of ripple in a wide bowl, 693 interior local minima in [−1, 1]² alone.
/// Source: Trefethen, A Hundred-dollar, Hundred-digit Challenge, SIAM News 35 (2002), problem 4; solved to 10,000
/// digits in Bornemann, Laurie, Wagon and Waldvogel, The SIAM 100-Digit Challenge, SIAM 2004.
public struct Trefethen: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "trefethen", name: "Trefethen",
    formula: "exp(sin 50x) + sin(60 e^y) + sin(70 sin x) + sin(sin 80y) − sin(10 (x + y)) + (x² + y²)/4",
    dimensions: .fixed(2),
    character: "multimodal, smooth; 693 interior and 30 boundary minima in [−1, 1]² alone",
    // The ripples add up to more than 1/e − 3.842, so f > f* wherever x² + y² > 0.7.
    instances: .shiftedAndRotated,
    source: "Trefethen, A Hundred-dollar, Hundred-digit Challenge, SIAM News 35 (2002), problem 4")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(
    value: -3.306868647475237, minimizers: [[-0.024403079694375173, 0.21061242715535577]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let alongX = S.exp(S.sin(50 * x[0])) + S.sin(70 * S.sin(x[0]))
    let alongY = S.sin(60 * S.exp(x[1])) + S.sin(S.sin(80 * x[1]))
    let diagonal = S.sin(10 * (x[0] + x[1]))
    let bowl = (S.square(x[0]) + S.square(x[1])) / 4
    return alongX + alongY - diagonal + bowl
  }
}
