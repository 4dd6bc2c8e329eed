import Scalars

/// f(x) = sin x + sin(10x/3): three valleys on a line, the deepest in the middle.
///
/// Domain [2.7, 7.5]; minimizer 5.145735290256128; minimum −1.89959934915211335…. Smooth, multimodal.
/// Source: Hansen, Jaumard and Lu, Global Optimization of Univariate Lipschitz Functions: II. New Algorithms and
/// Computational Comparison, Mathematical Programming 55 (1992), doi:10.1007/BF01581202, problem 2.
public struct Deceptive1d: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "deceptive-1d", name: "Deceptive 1-D", formula: "sin x + sin(10x/3)", dimensions: .fixed(1),
    character: "multimodal, smooth; 3 minima, one of them global",
    instances: .mirrored,  // periodic on ℝ: a shift would carry other valleys in
    source: "Hansen, Jaumard and Lu, Mathematical Programming 55 (1992), doi:10.1007/BF01581202, problem 2")

  public let domain = Box(2.7...7.5)
  public let minimum = KnownMinimum(value: -1.8995993491521133, minimizers: [[5.145735290256128]])

  public init(dimension: Int = 1) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    S.sin(x[0]) + S.sin(10 * x[0] / 3)
  }
}
