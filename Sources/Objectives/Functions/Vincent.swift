import Scalars

/// f(x) = −Σ sin(10 ln xᵢ): 6ⁿ minima of the same depth, the wider the farther from 0.
///
/// Domain [0.25, 10]ⁿ; minimizers exp((π/2 + 2πk)/10), −2 ≤ k ≤ 3, in every coordinate; minimum −n. Smooth, multimodal,
/// separable, all minima global; for n > 4, only the six with equal coordinates are listed. NaN where xᵢ is negative.
/// Source: Li, Engelbrecht and Epitropakis, Benchmark Functions for CEC'2013 Special Session and Competition on Niching
/// Methods for Multimodal Function Optimization, RMIT University 2013, where it is the mean and is maximized.
public struct Vincent: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "vincent", name: "Vincent", formula: "−Σ sin(10 ln x_i)", dimensions: .scalable(1...100),
    character: "multimodal, separable, smooth; 6^n minima, all global",
    instances: .mirrored,  // undefined for negative coordinates
    source: "Li, Engelbrecht and Epitropakis, Benchmark Functions for CEC'2013, RMIT University 2013")

  public let domain: Box
  public let minimum: KnownMinimum

  public init(dimension: Int) {
    domain = Box(0.25...10, dimension: dimension)
    let troughs = [
      0.33301843547196486, 0.6242284336485697, 1.1700887874964219, 2.1932800507380152, 4.111207142885353,
      7.706277256305776,
    ]
    let listsAll = dimension <= 4
    var minimizers = listsAll ? [[]] : troughs.map { Array(repeating: $0, count: dimension) }
    if listsAll {
      for _ in 0..<dimension { minimizers = minimizers.flatMap { point in troughs.map { point + [$0] } } }
    }
    minimum = KnownMinimum(value: -Double(dimension), minimizers: minimizers, listsAll: listsAll)
  }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    x.sum { -S.sin(10 * S.log($0)) }
  }
}
