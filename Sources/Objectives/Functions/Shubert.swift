import Scalars

/// f(x, y) = s(x) s(y), s(t) = Σ k cos((k + 1) t + k); Σ over 1 ≤ k ≤ 5: 18 global minima in clusters of two.
///
/// Domain [−10, 10]²; the minimizers pair a minimizer of s with a maximizer of s, three of each, in both orders: 18 of
/// which often one is printed; minimum −186.730908831023825858…. Smooth, multimodal, periodic.
/// Source: Shubert, A Sequential Method Seeking the Global Maximum of a Function, SIAM Journal on Numerical Analysis 9
/// (1972), doi:10.1137/0709036.
public struct Shubert: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "shubert", name: "Shubert", formula: "s(x) s(y), s(t) = Σ k cos((k + 1) t + k), 1 ≤ k ≤ 5",
    dimensions: .fixed(2), character: "multimodal, smooth; 722 interior and 39 boundary minima, 18 of them global",
    instances: .mirrored,  // periodic: a shift would carry other minimizers in
    source: "Shubert, SIAM Journal on Numerical Analysis 9 (1972), doi:10.1137/0709036")

  public let domain = Box(-10...10, -10...10)
  public var minimum: KnownMinimum {
    let lowest = [-7.708313735499347, -1.425128428319761, 4.858056878859825]
    let highest = [-7.0835064076515595, -0.8003211004719731, 5.482864206707613]
    let pairs = lowest.flatMap { low in highest.map { [low, $0] } }
    return KnownMinimum(value: -186.73090883102384, minimizers: pairs + pairs.map { $0.reversed() })
  }

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S { waves(x[0]) * waves(x[1]) }

  private func waves<S: RealScalar>(_ t: S) -> S {
    var sum: S = 0
    for k in 1...5 {
      let (k, frequency) = (S(Double(k)), S(Double(k + 1)))
      sum += k * S.cos(frequency * t + k)
    }
    return sum
  }
}
