import Scalars

/// f(x) = −Σ 1/(|x − aᵢ|² + cᵢ), i = 1 … 10: ten narrow wells in a plain.
///
/// Domain [0, 10]⁴; minimizer (4.000746531592046, 4.000592934138532, 3.9996633980403224, 3.9995098005868077); minimum
/// −10.5364098166920431…. Smooth, multimodal, with one minimum near each aᵢ. The minimizer (4, 4, 4, 4) of many lists
/// is a₁, which is only near it. The aᵢ and cᵢ are in `ShekelWells`.
/// Source: Shekel, Test Functions for Multimodal Search Techniques, Princeton Conference on Information Science and
/// Systems 1971, with the constants of Dixon and Szegő, Towards Global Optimisation 2, North-Holland 1978.
public struct Shekel10: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "shekel-10", name: "Shekel 10", formula: "−Σ_{i=1…10} 1/(|x − a_i|² + c_i)", dimensions: .fixed(4),
    character: "multimodal, smooth; 10 minima, one of them global",
    instances: .shiftedAndRotated,  // every aᵢ is in the domain, so f is less at its nearest point than outside
    source: "Shekel 1971, with the constants of Dixon and Szegő, Towards Global Optimisation 2, North-Holland 1978")

  public let domain = Box(0...10, dimension: 4)
  public let minimum = KnownMinimum(
    value: -10.536409816692043,
    minimizers: [[4.000746531592046, 4.000592934138532, 3.9996633980403224, 3.9995098005868077]])

  public init(dimension: Int = 4) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S { -ShekelWells.depth(at: x, of: 10) }
}
