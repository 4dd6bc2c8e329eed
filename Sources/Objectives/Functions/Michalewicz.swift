import Scalars

/// f(x) = −Σ sin(xᵢ) sin²⁰(i xᵢ²/π): narrow channels that cross in a plain.
///
/// Domain [0, π]ⁿ; one minimizer; minimum −1.80130341009855253271… for n = 2, −9.66015171564134141347… for n = 10; the
/// often printed −1.8013 is that rounded. Smooth, multimodal, separable, so that minimizer and minimum are put together
/// from the coordinates' own: found as roots of the derivative with 60 digits, the lowest of all, up to n = 20.
/// Source: Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, Springer 1992.
public struct Michalewicz: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "michalewicz", name: "Michalewicz", formula: "−Σ sin(x_i) sin²⁰(i x_i²/π)", dimensions: .scalable(1...20),
    character: "multimodal, separable, smooth; channels in a plain, about n! minima",
    instances: .mirrored,  // deeper minima outside the domain
    source: "Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, Springer 1992")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: Self.minima[dimension - 1], minimizers: [Array(Self.minimizer.prefix(dimension))])
  }

  /// Coordinates 1 to 20 of the minimizer, the same in every dimension.
  private static let minimizer = [
    2.2029055201726093, 1.5707963267948966, 1.2849915705529245, 1.9230584698663629, 1.7204697725658413,
    1.5707963267948966, 1.454413971362379, 1.7560865209450263, 1.6557174168210291, 1.5707963267948966,
    1.497728803556071, 1.696616300797461, 1.6300760803964554, 1.5707963267948966, 1.517546114667673,
    1.6660645117262647, 1.616328640436593, 1.5707963267948966, 1.528907002355848, 1.6474563576741625,
  ]
  /// f* in dimensions 1 to 20.
  private static let minima = [
    -0.8013034100985525, -1.8013034100985525, -2.7603946799945587, -3.698857098466642, -4.687658179088146,
    -5.687658179088146, -6.680885314444028, -7.663757350716239, -8.66015171564134, -9.66015171564134,
    -10.65748225719211, -11.649574998714792, -12.64781798559796, -13.64781798559796, -14.646400190319405,
    -15.641864818949964, -16.640828232794746, -17.640828232794746, -18.639950875023846, -19.637013599349423,
  ]

  public init(dimension: Int) { domain = Box(0...Double.pi, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices {
      let channel = S.sin(S(Double(i + 1)) * S.square(x[i]) / S.pi)
      sum -= S.sin(x[i]) * S.power(channel, 20)
    }
    return sum
  }
}
